import type { PostState } from '../model/rollup';
import type { MetricName, NetworkId, ReadingKind } from '../model/vocabulary';
import type { Reason } from './result';

/**
 * What counts as an interaction on each network: the counts that every visitor can see there, as Rival IQ's public reports
 * define them (https://www.rivaliq.com/blog/social-media-industry-benchmark-report/) for Facebook, Instagram, X, YouTube and TikTok.
 * Networks that they do not cover follow the same rule. Views, saves and quotes stay out, except on Pinterest, where saving is the interaction.
 */
export const INTERACTIONS: Record<NetworkId, readonly MetricName[]> = {
  facebook: ['likes', 'comments', 'shares'],
  // Shares are printed only in part of the world and of the posts.
  instagram: ['likes', 'comments'],
  x: ['likes', 'comments', 'shares'],
  linkedin: ['likes', 'comments', 'shares'],
  // YouTube never prints shares.
  youtube: ['likes', 'comments'],
  tiktok: ['likes', 'comments', 'shares'],
  threads: ['likes', 'comments', 'shares'],
  pinterest: ['saves', 'comments'],
  // The score (up minus down votes) stands for likes; Reddit prints no count of shares to visitors.
  reddit: ['likes', 'comments'],
  bluesky: ['likes', 'comments', 'shares'],
  mastodon: ['likes', 'comments', 'shares'],
  web: ['likes', 'comments', 'shares'],
};

/** A count known within bounds. */
export interface Count {
  value: number;
  low: number;
  high: number;
}

const REASONS: Partial<Record<ReadingKind, Reason>> = { hidden: 'hidden', unread: 'unread', absent: 'not-shown' };

/** A metric of a post, or why it is unknown. A metric that its page does not print is not in the record at all. */
export function countOf(post: PostState, metric: MetricName): Count | Reason {
  const reading = post.metrics[metric];
  if (!reading) return 'not-shown';
  const { value, low, high } = reading;
  if (value === null || low === null || high === null) return REASONS[reading.as] ?? 'unread';
  return { value, low, high };
}

/** What counts as an interaction, by network; on a network that is not named nothing does. */
export type Counted = Partial<Record<NetworkId, readonly MetricName[]>>;

/** All interactions of a post. With one part missing the sum is unknown: a partial sum would rank the brand too low. */
export function interactionsOf(post: PostState, counted: Counted = INTERACTIONS): Count | Reason {
  const metrics = counted[post.network] ?? [];
  if (!metrics.length) return 'not-shown';
  const sum: Count = { value: 0, low: 0, high: 0 };
  for (const metric of metrics) {
    const count = countOf(post, metric);
    if (typeof count === 'string') return count;
    sum.value += count.value;
    sum.low += count.low;
    sum.high += count.high;
  }
  return sum;
}
