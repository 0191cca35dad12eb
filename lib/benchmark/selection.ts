import { groupedBy } from '../model/grouped';
import type { PostState, Rollup } from '../model/rollup';
import type { Brand } from '../model/study';
import type { PostFlag } from '../model/vocabulary';
import { type AgeCurves, isTooYoung, PRIOR } from './age';
import { suspectedBoosts } from './boosts';
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
/** Published as any other, and seen by other people than those who follow the account: counts in how often it posts, not in how it does. */
const SEEN_ELSEWHERE = { paid: 'paid', collaboration: 'collaborations' } as const;

const flagged = <Flag extends PostFlag>(post: PostState, flags: Record<Flag, unknown>): Flag | undefined =>
  (Object.keys(flags) as Flag[]).find((flag) => post.flags.includes(flag));

/** A post of the account's own, in its own time. */
export const isOrdinary = (post: PostState): boolean => flagged(post, LEFT_OUT) === undefined;

/** Why a post is left out of typical values whatever the account's other posts are; null if it is not. */
export function leftOutAs(
  post: PostState,
  curves: AgeCurves = PRIOR,
): Exclude<keyof PostCount, 'used' | 'outOfPeriod' | 'suspected'> | null {
  const flag = flagged(post, LEFT_OUT);
  if (flag) return LEFT_OUT[flag];
  const elsewhere = flagged(post, SEEN_ELSEWHERE);
  if (elsewhere) return SEEN_ELSEWHERE[elsewhere];
  return isTooYoung(post, curves) ? 'tooYoung' : null;
}

/** Parts posts into those that typical values are made from and those left out, counted by reason. An undated post is taken to be in the period. */
export function selectPosts(posts: PostState[], from: number | null, curves: AgeCurves = PRIOR): { used: PostState[]; count: PostCount } {
  const candidates: PostState[] = [];
  const count: PostCount = {
    ...{ used: 0, pinned: 0, reposts: 0, promoted: 0, replies: 0 },
    ...{ paid: 0, collaborations: 0, tooYoung: 0, suspected: 0, outOfPeriod: 0 },
  };
  for (const post of posts) {
    const why = leftOutAs(post, curves);
    if (why) count[why]++;
    else if (from !== null && post.published && post.published.value < from) count.outOfPeriod++;
    else candidates.push(post);
  }
  const suspected = new Set([...groupedBy(candidates, (post) => post.accountKey).values()].flatMap((own) => [...suspectedBoosts(own)]));
  const used = candidates.filter((post) => !suspected.has(post));
  count.suspected = suspected.size;
  count.used = used.length;
  return { used, count };
}

/** The posts that a brand's typical values are made from. */
export function usedPosts(brand: Brand, rollups: Rollup[], from: number | null, curves: AgeCurves = PRIOR): PostState[] {
  const accounts = new Set(brand.accounts);
  const posts = postsByAccount(rollups.filter(({ accountKey }) => accounts.has(accountKey)));
  return selectPosts([...posts.values()].flat(), from, curves).used;
}
