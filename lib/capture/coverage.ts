import type { Coverage, PostReading } from '../model/capture';
import type { MetricName, ReadingKind, ReadingSource } from '../model/vocabulary';

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
  const layers = new Set<ReadingSource>();
  for (const post of posts) for (const reading of Object.values(post.metrics)) if (reading.value !== null) layers.add(reading.from);
  return {
    ...seen,
    read: posts.length,
    unread: tally(posts, 'unread'),
    hidden: tally(posts, 'hidden'),
    layers: [...layers],
    oldest: dates.length ? Math.min(...dates) : null,
    newest: dates.length ? Math.max(...dates) : null,
  };
}

function tally(posts: PostReading[], kind: ReadingKind): Partial<Record<MetricName, number>> {
  const counts: Partial<Record<MetricName, number>> = {};
  for (const post of posts) {
    for (const [name, reading] of Object.entries(post.metrics) as [MetricName, { as: ReadingKind }][]) {
      if (reading.as === kind) counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

/** The same once some posts turned out unfit to be kept: they count as unreadable, not as read. */
export const withoutRejects = (coverage: Coverage, kept: number, rejected: number): Coverage => ({
  ...coverage,
  read: kept,
  unreadable: coverage.unreadable + rejected,
});
