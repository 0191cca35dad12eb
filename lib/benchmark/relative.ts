import type { AccountRecord, PostState } from '../model/rollup';
import { erFollowers } from './measures';

const DAY = 86_400_000;

/** Engagement of a post against the account's posts of the same format: a difference of logarithms, 0 for an ordinary one. */
export interface Relative {
  post: PostState;
  value: number;
}

/**
 * Logarithms of engagement by followers, less the mean of the account's posts of that format. Posts captured within a day of their
 * publication are still growing and stay out.
 */
export function relativeOf(posts: PostState[], accounts: Map<string, AccountRecord>): Relative[] {
  const groups = new Map<string, Relative[]>();
  for (const post of posts) {
    if (!post.published || post.takenAt - post.published.high < DAY) continue;
    const er = erFollowers(post, accounts.get(post.accountKey));
    if (typeof er === 'string') continue;
    const key = `${post.accountKey} ${post.format}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ post, value: Math.log(er.value + er.half) });
  }
  // A single post of its kind has nothing to be held against.
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return [];
    const mean = group.reduce((sum, { value }) => sum + value, 0) / group.length;
    return group.map(({ post, value }) => ({ post, value: value - mean }));
  });
}
