import type { Percentiles } from '../lib/benchmark/percentile';
import type { Reason } from '../lib/benchmark/result';
import type { XFactor } from '../lib/benchmark/x-factor';
import type { PostState } from '../lib/model/rollup';
import type { Format, MetricName, NetworkId, PostFlag, Role } from '../lib/model/vocabulary';
import { type Sort, sorted } from './sorting';

/** A rate of one post: bounds are equal where every part of it is exact. */
export type PostRate = { value: number; low: number; high: number } | Reason;

/** A post as the Posts view lists it: its latest state, its text and whose it is. */
export interface PostRow {
  state: PostState;
  text: string;
  url: string | null;
  brandId: string;
  brand: string;
  role: Role;
  /** Interactions by followers and by views, with bounds; or why they are unknown. */
  erFollowers: PostRate;
  erViews: PostRate;
  /** Against what was expected of it, or why nothing is. */
  x: XFactor | Reason;
  /** Where it stands among its account's posts, and among the study's. */
  places: Percentiles;
  /** What the user said of it. */
  tags: readonly string[];
}

/** What narrows the list; an empty text and null let everything through. */
export interface PostFilter {
  brand: string | null;
  network: NetworkId | null;
  format: Format | 'unknown' | null;
  flag: PostFlag | null;
  tag: string | null;
  text: string;
  /** The posts behind one figure. */
  keys: ReadonlySet<string> | null;
}

/** Where a post stands among others, as columns. */
export const PLACES = ['percentile_account', 'percentile_study'] as const;
export type PlaceColumn = (typeof PLACES)[number];
/** Columns that can be hidden. */
export type PostColumn = MetricName | PlaceColumn;

export type PostSortKey = PostColumn | 'published' | 'brand' | 'erFollowers' | 'erViews' | 'xFactor';
export type PostSort = Sort<PostSortKey>;

export const PAGE_SIZE = 100;

const METRICS: Record<MetricName, true> = { likes: true, comments: true, shares: true, quotes: true, saves: true, views: true };
/** Metrics in the order of columns. */
export const METRIC_ORDER = Object.keys(METRICS) as MetricName[];

/** For searching: no case, no accents, so that "ete" finds « Été ». */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** The posts that pass every filter. */
export function filterPosts(rows: readonly PostRow[], filter: PostFilter): PostRow[] {
  const wanted = folded(filter.text.trim());
  return rows.filter(
    ({ state, text, brandId, tags }) =>
      (filter.brand === null || brandId === filter.brand) &&
      (filter.network === null || state.network === filter.network) &&
      (filter.format === null || (state.format ?? 'unknown') === filter.format) &&
      (filter.flag === null || state.flags.includes(filter.flag)) &&
      (filter.tag === null || tags.includes(filter.tag)) &&
      (filter.keys === null || filter.keys.has(state.postKey)) &&
      (wanted === '' || folded(text).includes(wanted)),
  );
}

/** Posts in the order that a column asks for; equals by date, newest first. */
export function sortPosts(rows: readonly PostRow[], sort: PostSort): PostRow[] {
  const byDate = sorted(rows, (row) => row.state.published?.value ?? null, true);
  return sorted(byDate, keyOf(sort.by), sort.down);
}

function keyOf(by: PostSortKey): (row: PostRow) => number | string | null {
  if (by === 'published') return (row) => row.state.published?.value ?? null;
  if (by === 'brand') return (row) => row.brand;
  if (by === 'erFollowers' || by === 'erViews' || by === 'xFactor') {
    return (row) => {
      const rate = row[by === 'xFactor' ? 'x' : by];
      return typeof rate === 'string' ? null : rate.value;
    };
  }
  if (by === 'percentile_account' || by === 'percentile_study') {
    return (row) => {
      const place = placeIn(row, by);
      return typeof place === 'string' ? null : place.value;
    };
  }
  return (row) => row.state.metrics[by]?.value ?? null;
}

/** What a column of places shows of a post. */
export const placeIn = ({ places }: PostRow, column: PlaceColumn): Percentiles['account'] =>
  column === 'percentile_account' ? places.account : places.study;

/** One page of a list, the page number brought into range (a filter may have emptied the one that was open). */
export function pageOf<T>(rows: readonly T[], page: number): { rows: readonly T[]; page: number; pages: number; first: number } {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const within = Math.min(Math.max(1, Math.floor(page) || 1), pages);
  const first = (within - 1) * PAGE_SIZE;
  return { rows: rows.slice(first, first + PAGE_SIZE), page: within, pages, first };
}

/** Metrics that at least one of the posts has a reading of: the others have no column. */
export function metricsIn(rows: readonly PostRow[]): MetricName[] {
  return METRIC_ORDER.filter((metric) => rows.some(({ state }) => state.metrics[metric] !== undefined));
}

/** Values that a filter can take, with how many posts each has, most frequent first. */
export function tally<T extends string>(rows: readonly PostRow[], values: (row: PostRow) => readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const row of rows) for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
