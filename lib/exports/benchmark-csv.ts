import { industryOf } from '../benchmark/brands';
import type { Norm } from '../benchmark/norms';
import type { Benchmark, BrandRow, Figure, KpiId, Rank } from '../benchmark/result';
import { KPI_IDS } from '../benchmark/result';
import type { Study } from '../model/study';
import { type Cell, csv, type Flavour, isoTime } from './csv';

const COLUMNS = [
  'study',
  'brand',
  'role',
  'metric',
  'unit',
  'value',
  'low',
  'high',
  'as',
  'n',
  'reason',
  'posts_used',
  'left_out_pinned',
  'left_out_reposts',
  'left_out_promoted',
  'left_out_replies',
  'out_of_period',
  'period_from',
  'period_to',
  'captured_at',
  'rank_best',
  'rank_worst',
  'rank_of',
  'tied_with',
  'left_out_paid',
  'left_out_collaborations',
  'left_out_too_young',
  'left_out_suspected_boosts',
  'industry',
  'country',
  'audience',
] as const;

/** Name and unit of each KPI in the file. Rates are fractions: 0.012 is 1.2 %. */
export const KPI_NAMES: Record<KpiId, [metric: string, unit: string]> = {
  followers: ['followers', 'followers'],
  growthWeekly: ['follower_growth_weekly', 'fraction_of_followers_per_week'],
  postsPerWeek: ['posts_per_week', 'posts_per_week'],
  interactions: ['interactions_per_post', 'per_post'],
  erFollowers: ['er_followers', 'fraction_of_followers'],
  erTrend: ['er_followers_trend', 'fraction_per_week'],
  erViews: ['er_views', 'fraction_of_views'],
  likes1000: ['likes_per_1000_followers', 'per_1000_followers'],
  comments1000: ['comments_per_1000_followers', 'per_1000_followers'],
  shares1000: ['shares_per_1000_followers', 'per_1000_followers'],
  viewRate: ['view_rate', 'fraction_of_followers'],
  sharePosts: ['share_of_voice_by_posts', 'fraction_of_weekly_posts'],
  shareInteractions: ['share_of_voice_by_interactions', 'fraction_of_weekly_interactions'],
  activeWeeks: ['active_weeks', 'fraction_of_weeks'],
  longestSilence: ['longest_silence', 'days'],
  burstiness: ['burstiness', 'minus_1_to_1'],
};

/** `benchmark.csv`: one line per brand and metric, its formats, the medians of the peers (role `peers`), and the norms shown beside them (role `norm`, under their publisher's name, with the time that they measure as period). An unknown value is an empty cell with its reason. */
export function benchmarkCsv(benchmark: Benchmark, study: Study, flavour: Flavour, norms: readonly Norm[] = []): string {
  const period = [isoTime(benchmark.from), isoTime(benchmark.to)];
  const nameOf = new Map(benchmark.rows.map((row) => [row.brandId, row.name]));
  const lines = benchmark.rows.flatMap((row): Cell[][] => {
    const head = [study.name, row.name, row.role];
    const { used, pinned, reposts, promoted, replies, outOfPeriod } = row.posts;
    const tail = [used, pinned, reposts, promoted, replies, outOfPeriod, ...period, isoTime(row.capturedAt)];
    const { paid, collaborations, tooYoung, suspected } = row.posts;
    const brand = study.brands.find(({ id }) => id === row.brandId);
    const about = [brand ? industryOf(brand, study) : null, brand?.country ?? null, brand?.audience ?? null];
    const later = [paid, collaborations, tooYoung, suspected, ...about];
    const kpis = KPI_IDS.map((kpi) => {
      const rank = rankCells(benchmark.ranks[kpi][row.brandId], nameOf);
      return [...head, ...KPI_NAMES[kpi], ...figureCells(row.kpis[kpi]), ...tail, ...rank, ...later];
    });
    return [...kpis, ...formatLines(row, head, tail, later)];
  });
  const unknown = [null, null, null, null, null, null];
  const peers = KPI_IDS.map((kpi): Cell[] => [
    study.name,
    null,
    'peers',
    ...KPI_NAMES[kpi],
    ...figureCells(benchmark.peers[kpi]),
    ...unknown,
    ...period,
    null,
    ...rankCells(undefined, nameOf),
    ...[null, null, null, null, null, null, null],
  ]);
  const published = norms.map(({ kpi, value, industry, source, stale }): Cell[] => [
    ...[study.name, `${source.publisher} ${source.year}`, 'norm', ...KPI_NAMES[kpi]],
    ...[value, null, null, 'median', null, stale ? 'stale' : null],
    ...unknown,
    ...[`${source.from}T00:00:00Z`, `${source.to}T23:59:59Z`, null],
    ...rankCells(undefined, nameOf),
    ...[null, null, null, null, industry, null, null],
  ]);
  return csv(COLUMNS, [...lines, ...peers, ...published], flavour);
}

function figureCells({ value, low, high, as, n, reason }: Figure): Cell[] {
  return [value, low, high, value === null ? null : as, n, reason];
}

/** From the best rank to the worst that the brand may have, and who may have it in its place. */
function rankCells(rank: Rank | undefined, nameOf: Map<string, string>): Cell[] {
  if (!rank) return [null, null, null, null];
  return [rank.best, rank.worst, rank.of, rank.tied.map((brandId) => nameOf.get(brandId)).join(', ') || null];
}

function formatLines(row: BrandRow, head: Cell[], tail: Cell[], later: Cell[]): Cell[][] {
  return row.formatMix.map(({ format, n, share }) => {
    return [
      ...head,
      `format_share:${format}`,
      'fraction_of_posts',
      share,
      null,
      null,
      'exact',
      n,
      null,
      ...tail,
      null,
      null,
      null,
      null,
      ...later,
    ];
  });
}
