import type { PostState, Rollup } from '../model/rollup';
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

/** A post of the account's own, in its own time: pinned posts are old favourites, reposts are others' posts, promoted ones are paid for. */
export function isOrdinary(post: PostState): boolean {
  return !(post.flags.includes('pinned') || post.flags.includes('repost') || post.flags.includes('promoted'));
}

/** Parts posts into those that typical values are made from and those left out, counted by reason. An undated post is taken to be in the period. */
export function selectPosts(posts: PostState[], from: number | null): { used: PostState[]; count: PostCount } {
  const used: PostState[] = [];
  const count: PostCount = { used: 0, pinned: 0, reposts: 0, promoted: 0, outOfPeriod: 0 };
  for (const post of posts) {
    if (post.flags.includes('pinned')) count.pinned++;
    else if (post.flags.includes('repost')) count.reposts++;
    else if (post.flags.includes('promoted')) count.promoted++;
    else if (from !== null && post.published && post.published.value < from) count.outOfPeriod++;
    else used.push(post);
  }
  count.used = used.length;
  return { used, count };
}
