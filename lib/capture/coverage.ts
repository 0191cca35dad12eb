import type { Coverage, PostReading } from '../model/capture';
import { METRIC_NAMES, type MetricName, type ReadingSource } from '../model/vocabulary';

/** What the page held beside the posts that were read. */
export interface Seen {
  seen: number;
  unreadable: number;
  others: number;
  loaded?: number;
  conflicts: number;
  partial: Coverage['partial'];
}

/** Sums up what was and was not read of the posts. */
export function coverageOf(posts: PostReading[], seen: Seen): Coverage {
  const dates = posts.flatMap((post) => (post.published ? [post.published.value] : []));
  const without = (fact: 'published' | 'format' | 'author') => posts.filter((post) => post[fact] === null).length;
  const layers = new Set<ReadingSource>();
  const tallies = { values: {} as Tally, unread: {} as Tally, hidden: {} as Tally };
  for (const { metrics } of posts) {
    for (const name of METRIC_NAMES) {
      const reading = metrics[name];
      if (!reading) continue;
      if (reading.value !== null) layers.add(reading.from);
      const tally = (tallies as Record<string, Tally | undefined>)[reading.value !== null ? 'values' : reading.as];
      if (tally) tally[name] = (tally[name] ?? 0) + 1;
    }
  }
  return {
    ...seen,
    read: posts.length,
    ...tallies,
    missing: { published: without('published'), format: without('format'), author: without('author') },
    layers: [...layers],
    oldest: dates.length ? Math.min(...dates) : null,
    newest: dates.length ? Math.max(...dates) : null,
  };
}

type Tally = Partial<Record<MetricName, number>>;

/** The same once some posts turned out unfit to be kept: they count as unreadable, not as read. */
export const withoutRejects = (coverage: Coverage, kept: number, rejected: number): Coverage => ({
  ...coverage,
  read: kept,
  unreadable: coverage.unreadable + rejected,
});
