import type { Look } from '../../components/chart-look';
import { ranksOf } from '../../lib/benchmark/ranks';
import { type Benchmark, type BrandRow, type Figure, KPI_IDS, type KpiId } from '../../lib/benchmark/result';
import type { Reading } from '../../lib/model/reading';
import type { PostState } from '../../lib/model/rollup';
import type { Role } from '../../lib/model/vocabulary';

/** A figure estimated from posts. */
export function figure(value: number | null, low: number | null = null, high: number | null = null, rest: Partial<Figure> = {}): Figure {
  return { value, low, high, n: 8, as: 'estimated', reason: null, evidence: ['x:1'], ...rest };
}

export const reading = (value: number | null, as: Reading['as'], low = value, high = value): Reading => ({
  value,
  low,
  high,
  as,
  from: 'text',
});

/** A brand whose figures are all the same one, but for those given. */
export function brandRow(brandId: string, role: Role, kpis: Partial<Record<KpiId, Figure>>): BrandRow {
  const none = figure(null, null, null, { n: 0, reason: 'no-posts', evidence: [] });
  return {
    brandId,
    name: brandId.toUpperCase(),
    role,
    accounts: [`x:${brandId}`],
    kpis: { ...(Object.fromEntries(KPI_IDS.map((kpi) => [kpi, none])) as Record<KpiId, Figure>), ...kpis },
    formatMix: [],
    posts: {
      used: 8,
      pinned: 1,
      reposts: 0,
      promoted: 0,
      replies: 0,
      paid: 0,
      collaborations: 0,
      tooYoung: 0,
      suspected: 0,
      outOfPeriod: 0,
    },
    oldest: null,
    newest: null,
    capturedAt: null,
  };
}

export function benchmarkOf(rows: BrandRow[]): Benchmark {
  const peers = brandRow('peers', 'direct', { erFollowers: figure(0.004, 0.003, 0.005) }).kpis;
  return { studyId: 's', computedAt: 1_000, from: null, to: 1_000, rows, trend: [], peers, ranks: ranksOf(rows) };
}

export function postState(id: string, rest: Partial<PostState> = {}): PostState {
  return {
    postKey: `x:${id}`,
    accountKey: 'x:lumen',
    network: 'x',
    snapshotId: 's1',
    adapter: 3,
    takenAt: 2_000,
    published: null,
    format: null,
    flags: [],
    metrics: {},
    followers: null,
    ...rest,
  };
}

/** Colours of a theme; what they are does not matter. */
export const lookOf = (): Look => ({
  ...{ ink: '#000', muted: '#666', line: '#ddd', paper: '#fff', font: 'sans-serif' },
  role: { own: '#1', direct: '#2', indirect: '#3', leader: '#4', inspiration: '#5' },
});
