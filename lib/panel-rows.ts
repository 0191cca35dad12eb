import { type AgeCurves, PRIOR } from './benchmark/age';
import { countBy, type ExpectedBy } from './benchmark/final-count';
import { INTERACTIONS } from './benchmark/interactions';
import type { Percentiles } from './benchmark/percentile';
import type { Reason } from './benchmark/result';
import { selectPosts } from './benchmark/selection';
import { type XFactor, xFactorsOf } from './benchmark/x-factor';
import type { Moment } from './model/capture';
import type { Reading } from './model/reading';
import type { AccountRecord, PostState } from './model/rollup';
import type { Format, MetricName, PostFlag } from './model/vocabulary';
import { type Bounded, typical } from './stats/typical';

/** A longer list is the workspace's business. */
export const MOST_ROWS = 50;
/** Fewer posts make no typical value to hold one of them against. */
const FEWEST_FOR_TYPICAL = 5;
/** More do not fit beside a page. */
const MOST_COLUMNS = 3;

export interface PanelRow {
  postKey: string;
  published: Moment | null;
  format: Format | null;
  flags: PostFlag[];
  metrics: Partial<Record<MetricName, Reading>>;
  /** Against what was expected of it, or why nothing is. */
  x: XFactor | Reason;
  /** Where it stands among the account's posts, and among the study's. */
  places: Percentiles;
}

export interface PanelList {
  /** What the posts are ranked by: views where the page shows no interactions; null where it shows neither. */
  by: ExpectedBy | null;
  columns: MetricName[];
  rows: PanelRow[];
  /** Posts of the capture, also those beyond the rows. */
  posts: number;
  /** The account's typical post and how many posts it stands on; null below five of them. */
  typical: { value: number; n: number; about: boolean } | null;
}

type Measured = Bounded | null;
const measureBy =
  (by: PanelList['by']) =>
  (post: PostState): Measured => {
    if (by === null) return null;
    const count = countBy(post, by);
    return typeof count === 'string' ? null : { ...count, half: 0.5 };
  };
const isRounded = ({ low, high }: Bounded) => low !== high;

/** Somebody else's post, or one that was paid for, is shown but not ranked among the account's own. */
const isOwn = ({ flags }: PostState) => !flags.includes('repost') && !flags.includes('promoted');

/**
 * The posts of an account's newest capture, the most engaging first, each against what was expected of it from the
 * account's own posts, of all captures. Posts whose interactions are not known come after those whose are: unknown is not few.
 */
export function panelRows(
  posts: readonly PostState[],
  newest: ReadonlySet<string>,
  placesOf: (post: PostState) => Percentiles,
  curves: AgeCurves = PRIOR,
): PanelList {
  const captured = posts.filter(({ postKey }) => newest.has(postKey));
  const by = (['interactions', 'views'] as const).find((candidate) => captured.some(measureBy(candidate))) ?? null;
  const measure = measureBy(by);
  const typicalPost = typicalOf(selectPosts([...posts], null, curves).used.flatMap((post) => measure(post) ?? []));
  const xFactor = by === null ? () => 'not-shown' as const : xFactorsOf(posts, by, curves);
  const ranked = captured
    .map((post) => ({ post, own: isOwn(post), measured: measure(post), time: post.published?.value ?? 0 }))
    .sort((a, b) => Number(b.own) - Number(a.own) || (b.measured?.value ?? -1) - (a.measured?.value ?? -1) || b.time - a.time);
  const rows = ranked.slice(0, MOST_ROWS).map(({ post }): PanelRow => {
    const { postKey, published, format, flags, metrics } = post;
    return { postKey, published, format, flags, metrics, x: xFactor(post), places: placesOf(post) };
  });
  return { by, columns: columnsOf(captured, by), rows, posts: captured.length, typical: typicalPost };
}

function typicalOf(values: Bounded[]): PanelList['typical'] {
  const { value, n } = typical(values);
  return value === null || n < FEWEST_FOR_TYPICAL ? null : { value, n, about: values.some(isRounded) };
}

/** What the network counts as interactions, then views; the ranking's own first, and only what at least one post has a reading of. */
function columnsOf(posts: readonly PostState[], by: PanelList['by']): MetricName[] {
  const [network] = posts.map((post) => post.network);
  if (!network) return [];
  const wanted: MetricName[] = by === 'views' ? ['views', ...INTERACTIONS[network]] : [...INTERACTIONS[network], 'views'];
  return wanted.filter((metric) => posts.some(({ metrics }) => (metrics[metric]?.as ?? 'absent') !== 'absent')).slice(0, MOST_COLUMNS);
}

/** The captured account whose page, or a page below it, this address is; the longest address where several fit. */
export function accountAt(address: string, accounts: readonly AccountRecord[]): AccountRecord | null {
  const here = partsOf(address);
  let found: AccountRecord | null = null;
  let longest = -1;
  for (const account of accounts) {
    const own = account.url ? partsOf(account.url) : null;
    if (!here || !own || own.path.length <= longest) continue;
    const below = here.path === own.path || here.path.startsWith(`${own.path}/`);
    // Some networks tell accounts apart by the query alone (profile.php?id=1).
    if (!below || ![...own.query].every(([name, value]) => here.query.get(name) === value)) continue;
    [found, longest] = [account, own.path.length];
  }
  return found;
}

function partsOf(address: string): { path: string; query: URLSearchParams } | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  return { path: (hostname.replace(/^www\./, '') + pathname).replace(/\/+$/, '').toLowerCase(), query: searchParams };
}
