import type { PostState, Rollup } from '../model/rollup';
import type { Brand } from '../model/study';
import type { PostCount } from './result';

/** Posts of each account, each post once and as last observed. */
export function postsByAccount(rollups: Rollup[]): Map<string, PostState[]> {
  const accounts = new Map<string, Map<string, PostState>>();
  for (const { accountKey, posts } of rollups) {
    const known = accounts.get(accountKey) ?? new Map<string, PostState>();
    accounts.set(accountKey, known);
    for (const post of posts) {
      const former = known.get(post.postKey);
      if (!former || former.takenAt <= post.takenAt) known.set(post.postKey, post);
    }
  }
  return new Map([...accounts].map(([key, posts]) => [key, [...posts.values()]]));
}

/** Why a post is no sample of what the account publishes: an old favourite, somebody else's post, paid for, or an answer in a conversation. */
const LEFT_OUT = { pinned: 'pinned', repost: 'reposts', promoted: 'promoted', reply: 'replies' } as const;
const leftOutAs = (post: PostState) => (Object.keys(LEFT_OUT) as (keyof typeof LEFT_OUT)[]).find((flag) => post.flags.includes(flag));

/** A post of the account's own, in its own time. */
export const isOrdinary = (post: PostState): boolean => leftOutAs(post) === undefined;

/** Parts posts into those that typical values are made from and those left out, counted by reason. An undated post is taken to be in the period. */
export function selectPosts(posts: PostState[], from: number | null): { used: PostState[]; count: PostCount } {
  const used: PostState[] = [];
  const count: PostCount = { used: 0, pinned: 0, reposts: 0, promoted: 0, replies: 0, outOfPeriod: 0 };
  for (const post of posts) {
    const flag = leftOutAs(post);
    if (flag) count[LEFT_OUT[flag]]++;
    else if (from !== null && post.published && post.published.value < from) count.outOfPeriod++;
    else used.push(post);
  }
  count.used = used.length;
  return { used, count };
}

/** The posts that a brand's typical values are made from. */
export function usedPosts(brand: Brand, rollups: Rollup[], from: number | null): PostState[] {
  const accounts = new Set(brand.accounts);
  const posts = postsByAccount(rollups.filter(({ accountKey }) => accounts.has(accountKey)));
  return selectPosts([...posts.values()].flat(), from).used;
}
