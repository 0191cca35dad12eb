import type { AccountRecord, PostState, Rollup } from '../model/rollup';
import type { Brand, Study } from '../model/study';
import type { NetworkId } from '../model/vocabulary';
import { type AgeCurves, PRIOR } from './age';
import { followersOf } from './followers';
import { postsPerWeek } from './frequency';
import { growthWeekly } from './growth';
import { erFollowers, interactionCount, type Measure, measureAll, missing, typicalFigure, typicalOf } from './measures';
import { peersOf } from './peers';
import { measureOf, type PostKpi } from './post-measures';
import { ranksOf } from './ranks';
import { regularityOf } from './regularity';
import type { Benchmark, BrandRow, FormatShare, TrendSeries } from './result';
import { postsByAccount, selectPosts } from './selection';
import { interactionsPerWeek, sharesOf, type Weekly } from './shares';
import type { BrandFigure } from './standing';
import { weekly as byWeek, weeklyChange } from './trend';

const DAY = 86_400_000;

/**
 * Compares the brands of a study: a pure function of what was captured. Posts of a brand's accounts are pooled; a study over
 * networks that count differently is compared more fairly one network at a time (`studyOn`).
 */
export function benchmark(study: Study, rollups: Rollup[], accounts: AccountRecord[], now: number, curves: AgeCurves = PRIOR): Benchmark {
  const facts = factsOf(study, rollups, accounts, now, curves);
  const { from } = facts;
  const measured = study.brands.map((brand) => measureBrand(brand, facts));
  const shares = sharesOf(measured.map(({ weekly }) => weekly));
  const rows = measured.map(({ row }, i) => ({ ...row, kpis: { ...row.kpis, ...shares[i] } }));
  const trend = measured.map((brand) => brand.trend);
  return { studyId: study.id, computedAt: now, from, to: now, rows, trend, peers: peersOf(rows), ranks: ranksOf(rows) };
}

/** Each brand's engagement rate by followers, as `benchmark` gives it, without the work of all other figures: for what has to be there at once. */
export function engagementRates(
  study: Study,
  rollups: Rollup[],
  accounts: AccountRecord[],
  now: number,
  curves: AgeCurves = PRIOR,
): BrandFigure[] {
  const facts = factsOf(study, rollups, accounts, now, curves);
  return study.brands.map((brand) => {
    const { typicalBy, byFollowers } = selected(brand, facts);
    return { brandId: brand.id, role: brand.role, figure: typicalBy(byFollowers) };
  });
}

/** The same study on one network only: the fair ground for comparing an account of that network. */
export function studyOn(study: Study, network: NetworkId): Study {
  const brands = study.brands.map((brand) => ({ ...brand, accounts: brand.accounts.filter((key) => key.startsWith(`${network}:`)) }));
  return { ...study, brands };
}

interface Facts {
  posts: Map<string, PostState[]>;
  accounts: Map<string, AccountRecord>;
  from: number | null;
  now: number;
  curves: AgeCurves;
}

function factsOf(study: Study, rollups: Rollup[], accounts: AccountRecord[], now: number, curves: AgeCurves): Facts {
  const from = study.days === null ? null : now - study.days * DAY;
  const accountOf = new Map(accounts.map((account) => [account.accountKey, account]));
  return { posts: postsByAccount(rollups), accounts: accountOf, from, now, curves };
}

/** The posts of a brand that its typical values rest on, and how these are made. */
function selected(brand: Brand, facts: Facts) {
  const keys = [...new Set(brand.accounts)];
  const byAccount = keys.map((key) => facts.posts.get(key) ?? []);
  const posts = byAccount.flat();
  const { used, count } = selectPosts(posts, facts.from, facts.curves);
  // Posts that only have to grow older are not no posts.
  const onlyYoung = used.length === 0 && count.tooYoung > 0;
  const typicalBy = (measure: Measure) => (onlyYoung ? missing('too-young') : typicalFigure(used, measure));
  const account = (post: PostState) => facts.accounts.get(post.accountKey);
  // Asked for by figure, weeks and trend, worked out once.
  const rates = new Map(used.map((post) => [post, erFollowers(post, account(post))]));
  const byFollowers: Measure = (post) => rates.get(post) ?? 'no-posts';
  return { keys, byAccount, posts, used, count, onlyYoung, typicalBy, account, byFollowers };
}

function measureBrand(brand: Brand, facts: Facts): { row: BrandRow; trend: TrendSeries; weekly: Weekly } {
  const { keys, byAccount, posts, used, count, onlyYoung, typicalBy, account, byFollowers } = selected(brand, facts);
  const records = keys.map((key) => facts.accounts.get(key));
  const typicalIn = (kpi: PostKpi) => typicalBy(measureOf(kpi, account));
  const interactions = measureAll(used, interactionCount);
  const kpis: BrandRow['kpis'] = {
    followers: followersOf(records),
    growthWeekly: growthWeekly(records, facts.from, facts.now),
    postsPerWeek: postsPerWeek(byAccount, facts.from, facts.now),
    interactions: onlyYoung ? missing('too-young') : typicalOf(interactions),
    erFollowers: typicalBy(byFollowers),
    erTrend: onlyYoung ? missing('too-young') : weeklyChange(used, byFollowers),
    erViews: typicalIn('erViews'),
    likes1000: typicalIn('likes1000'),
    comments1000: typicalIn('comments1000'),
    shares1000: typicalIn('shares1000'),
    viewRate: typicalIn('viewRate'),
    // Known when all brands are.
    sharePosts: missing('no-posts'),
    shareInteractions: missing('no-posts'),
    ...regularityOf(byAccount, facts.from, facts.now),
  };
  const times = used.flatMap((post) => (post.published ? [post.published.value] : []));
  const captured = [...posts.map((post) => post.takenAt), ...records.flatMap((record) => (record ? [record.lastSeenAt] : []))];
  const row: BrandRow = {
    brandId: brand.id,
    name: brand.name,
    role: brand.role,
    accounts: keys,
    kpis,
    formatMix: mixOf(used),
    posts: count,
    oldest: extreme(times, Math.min),
    newest: extreme(times, Math.max),
    capturedAt: extreme(captured, Math.max),
  };
  const weekly = { role: brand.role, posts: kpis.postsPerWeek, interactions: interactionsPerWeek(kpis.postsPerWeek, interactions) };
  return { row, trend: { brandId: brand.id, points: byWeek(used, byFollowers) }, weekly };
}

/** Share of posts by format, the most used first. */
function mixOf(posts: PostState[]): FormatShare[] {
  const counts = new Map<FormatShare['format'], number>();
  for (const { format } of posts) counts.set(format ?? 'unknown', (counts.get(format ?? 'unknown') ?? 0) + 1);
  return [...counts]
    .map(([format, n]) => ({ format, n, share: n / posts.length }))
    .sort((a, b) => b.n - a.n || a.format.localeCompare(b.format, 'en'));
}

/** Not by spreading into Math.max: a large study would be too many arguments. */
const extreme = (times: number[], pick: (a: number, b: number) => number): number | null =>
  times.length ? times.reduce((a, b) => pick(a, b)) : null;
