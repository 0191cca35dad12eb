import type { Reading } from '../model/reading';
import type { AccountRecord, PostState } from '../model/rollup';
import type { MetricName } from '../model/vocabulary';
import { type Bounded, typical } from '../stats/typical';
import { type Count, type Counted, countOf, interactionsOf } from './interactions';
import type { Figure, Reason } from './result';

const DAY = 86_400_000;
/** A page that does not show followers borrows the account's reading nearest in time, if it is not older or newer than this. */
const FARTHEST_FOLLOWERS = 31 * DAY;

/** What is measured on one post: a bounded value, or why there is none. */
export type Measure = (post: PostState) => Bounded | Reason;

/** Followers of the account when the post was captured: from the same page, else the nearest reading within a month. */
export function followersAt(post: PostState, account: AccountRecord | undefined): Reading | null {
  if (post.followers && post.followers.value !== null) return post.followers;
  let nearest: Reading | null = null;
  let distance = FARTHEST_FOLLOWERS;
  for (const point of account?.followers ?? []) {
    const away = Math.abs(point.takenAt - post.takenAt);
    if (point.followers.value !== null && away <= distance) [nearest, distance] = [point.followers, away];
  }
  return nearest;
}

/** Interactions of a post as a fraction of the account's followers at capture. */
export function erFollowers(post: PostState, account: AccountRecord | undefined, counted?: Counted): Bounded | Reason {
  const count = interactionsOf(post, counted);
  return typeof count === 'string' ? count : perFollowers(count, followersAt(post, account), 1);
}

/** Interactions of a post as a fraction of its views. */
export function erViews(post: PostState, counted?: Counted): Bounded | Reason {
  const count = interactionsOf(post, counted);
  if (typeof count === 'string') return count;
  const views = countOf(post, 'views');
  if (typeof views === 'string') return views;
  return ratio(count, views, 1) ?? 'no-posts';
}

/** Interactions of a post, as a count. */
export function interactionCount(post: PostState): Bounded | Reason {
  const count = interactionsOf(post);
  return typeof count === 'string' ? count : { ...count, half: 0.5 };
}

/** Views of a post as a fraction of the account's followers at capture. */
export function viewRate(post: PostState, account: AccountRecord | undefined): Bounded | Reason {
  const views = countOf(post, 'views');
  return typeof views === 'string' ? views : perFollowers(views, followersAt(post, account), 1);
}

/** A metric of a post per 1,000 followers. */
export function per1000(post: PostState, metric: MetricName, account: AccountRecord | undefined): Bounded | Reason {
  const count = countOf(post, metric);
  return typeof count === 'string' ? count : perFollowers(count, followersAt(post, account), 1000);
}

function perFollowers(count: Count, followers: Reading | null, scale: number): Bounded | Reason {
  if (!followers || followers.value === null || followers.low === null || followers.high === null) return 'followers-unknown';
  return ratio(count, { value: followers.value, low: followers.low, high: followers.high }, scale) ?? 'followers-unknown';
}

/** A ratio with the widest bounds that both counts allow; null where the divisor may be zero. */
function ratio(count: Count, by: Count, scale: number): Bounded | null {
  if (by.low <= 0) return null;
  return {
    value: (scale * count.value) / by.value,
    low: (scale * count.low) / by.high,
    high: (scale * count.high) / by.low,
    half: (scale * 0.5) / by.value,
  };
}

/** What a measure gives on posts: the values, the posts that have one, and why the others have none. */
export interface Measured {
  values: Bounded[];
  evidence: string[];
  reasons: Reason[];
}

/** A measure taken on each of the posts. */
export function measureAll(posts: PostState[], measure: Measure): Measured {
  const measured: Measured = { values: [], evidence: [], reasons: [] };
  for (const post of posts) {
    const value = measure(post);
    if (typeof value === 'string') measured.reasons.push(value);
    else {
      measured.values.push(value);
      measured.evidence.push(post.postKey);
    }
  }
  return measured;
}

/** The typical value of a measure over posts, as a figure with the posts that it stands on. */
export const typicalFigure = (posts: PostState[], measure: Measure): Figure => typicalOf(measureAll(posts, measure));

/** The typical value of what was measured. */
export function typicalOf({ values, evidence, reasons }: Measured): Figure {
  const { value, low, high, n } = typical(values);
  const reason = value === null ? mainReason(reasons) : low === null ? 'too-few-posts' : null;
  return { value, low, high, n, as: 'estimated', reason, evidence };
}

/** A figure that is missing, with the reason. */
export const missing = (reason: Reason): Figure => ({ value: null, low: null, high: null, n: 0, as: 'estimated', reason, evidence: [] });

/** In case of a tie the reason that the user can do most about is named. */
const BY_USE: Reason[] = [
  'unread',
  'followers-unknown',
  'hidden',
  'not-shown',
  'undated',
  'vague-dates',
  'short-window',
  'few-weeks',
  'below-step',
  'other-unknown',
  'outside-sector',
  'alone',
  'too-young',
  'another-kind',
  'too-few-posts',
  'no-posts',
];

/** The reason given most often; `no-posts` where there is none. */
export function mainReason(reasons: Reason[]): Reason {
  let [main, most]: [Reason, number] = ['no-posts', 0];
  for (const reason of BY_USE) {
    const often = reasons.filter((other) => other === reason).length;
    if (often > most) [main, most] = [reason, often];
  }
  return main;
}
