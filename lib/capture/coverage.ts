import type { Coverage, PostReading } from '../model/capture';
import type { Reading } from '../model/reading';
import type { MetricName, ReadingSource } from '../model/vocabulary';

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
    values: tally(posts, ({ value }) => value !== null),
    unread: tally(posts, ({ as }) => as === 'unread'),
    hidden: tally(posts, ({ as }) => as === 'hidden'),
    missing: { published: without(posts, 'published'), format: without(posts, 'format'), author: without(posts, 'author') },
    layers: [...layers],
    oldest: dates.length ? Math.min(...dates) : null,
    newest: dates.length ? Math.max(...dates) : null,
  };
}

const without = (posts: PostReading[], fact: 'published' | 'format' | 'author') => posts.filter((post) => post[fact] === null).length;

function tally(posts: PostReading[], counts: (reading: Reading) => boolean): Partial<Record<MetricName, number>> {
  const total: Partial<Record<MetricName, number>> = {};
  for (const post of posts) {
    for (const [name, reading] of Object.entries(post.metrics) as [MetricName, Reading][]) {
      if (counts(reading)) total[name] = (total[name] ?? 0) + 1;
    }
  }
  return total;
}

/** The same once some posts turned out unfit to be kept: they count as unreadable, not as read. */
export const withoutRejects = (coverage: Coverage, kept: number, rejected: number): Coverage => ({
  ...coverage,
  read: kept,
  unreadable: coverage.unreadable + rejected,
});
