import type { Coverage, PostReading } from '../model/capture';
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
  const layers = new Set<ReadingSource>();
  const tallies = { values: {} as Tally, unread: {} as Tally, hidden: {} as Tally };
  const missing = { published: 0, format: 0, author: 0 };
  const dates: number[] = [];
  // In one go, and only through the metrics that a post has: there may be thousands, in somebody else's page.
  for (const { metrics, published, format, author } of posts) {
    if (published === null) missing.published += 1;
    else dates.push(published.value);
    if (format === null) missing.format += 1;
    if (author === null) missing.author += 1;
    for (const name in metrics) {
      const reading = metrics[name as MetricName];
      if (!reading) continue;
      if (reading.value !== null) layers.add(reading.from);
      const tally = (tallies as Record<string, Tally | undefined>)[reading.value !== null ? 'values' : reading.as];
      if (tally) tally[name as MetricName] = (tally[name as MetricName] ?? 0) + 1;
    }
  }
  return {
    ...seen,
    read: posts.length,
    ...tallies,
    missing,
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
