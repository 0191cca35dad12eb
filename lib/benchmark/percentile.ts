import type { PostState, Rollup } from '../model/rollup';
import { type AgeCurves, PRIOR } from './age';
import { interactionsOf } from './interactions';
import type { Reason } from './result';
import { leftOutAs, postsByAccount } from './selection';
import type { XFactor } from './x-factor';

/** Fewer posts make no order worth a number. */
const FEWEST = 5;

/** Where a post stands among others. */
export interface Percentile {
  /** 0 to 1; 0.9 is better than about nine posts of ten. */
  value: number;
  /** Posts that it stands among, itself included. */
  n: number;
  /** What they are ordered by. */
  of: 'x-factor' | 'interactions';
}

/** Where a post stands among its account's posts, and among all posts of a study; or why that is not known. */
export interface Percentiles {
  account: Percentile | Reason;
  study: Percentile | Reason;
}

/**
 * Mid-rank percentile (r − 0.5) / n, r being the mean rank of those equal to the value, counted from the lowest (Hazen's; the fifth of
 * Hyndman & Fan 1996, https://doi.org/10.1080/00031305.1996.10473566): never 0 nor 1, for the best of twelve may yet be beaten.
 * A value that is not among the others is ranked as if it were added to them. Null below five values.
 * @param ordered ascending
 */
export function midRank(ordered: ArrayLike<number>, value: number, among: boolean): { value: number; n: number } | null {
  const n = ordered.length + Number(!among);
  if (n < FEWEST) return null;
  const below = firstFrom(ordered, (other) => other >= value);
  const equal = firstFrom(ordered, (other) => other > value) - below + Number(!among);
  const rank = below + (equal + 1) / 2;
  return { value: (rank - 0.5) / n, n };
}

/** Index of the first value that passes; all after it do too. */
function firstFrom(ordered: ArrayLike<number>, passes: (value: number) => boolean): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(ordered[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Values of the posts that a percentile is among, ascending. */
interface Crowd {
  factors: Float64Array;
  interactions: Float64Array;
}

type XFactorOf = (post: PostState) => XFactor | Reason;

/**
 * Percentiles of posts, each in its account and among all accounts of some rollups: by × expected, or by interactions where a post has no such
 * factor for another reason than its age or kind. They stand among the posts that typical values are made from: no pinned, paid for,
 * shared or too young ones, nor suspected boosts; each of those is ranked as if it were one of them.
 */
export function percentiles(rollups: Rollup[], xFactor: XFactorOf, curves: AgeCurves = PRIOR): (post: PostState) => Percentiles {
  const accounts = new Map(
    [...postsByAccount(rollups)].map(([key, posts]) => {
      const ordinary = posts.filter((post) => leftOutAs(post, curves) === null);
      const members = new Map(ordinary.flatMap((post) => memberOf(post, xFactor(post))));
      return [key, { members, crowd: crowdOf([...members.values()]) }];
    }),
  );
  const all = [...accounts.values()].flatMap(({ members }) => [...members.values()]);
  const inStudy = crowdOf(all);
  return (post) => {
    const x = xFactor(post);
    if (x === 'too-young' || x === 'another-kind') return { account: x, study: x };
    const account = accounts.get(post.accountKey);
    const member = account?.members.get(post.postKey);
    const known = typeof x === 'string' ? interactionsOf(post) : x;
    if (typeof known === 'string') return { account: known, study: known };
    const of = typeof x === 'string' ? 'interactions' : 'x-factor';
    const place = (crowd: Crowd | undefined): Percentile | Reason => {
      const ordered = of === 'x-factor' ? crowd?.factors : crowd?.interactions;
      const among = (of === 'x-factor' ? member?.factor : member?.interactions) !== undefined;
      const found = ordered && midRank(ordered, known.value, among);
      return found ? { ...found, of } : 'too-few-posts';
    };
    return { account: place(account?.crowd), study: place(inStudy) };
  };
}

/** A post that others are placed among, by what is known of it. */
interface Member {
  factor: number | undefined;
  interactions: number | undefined;
}

function memberOf(post: PostState, x: XFactor | Reason): [postKey: string, member: Member][] {
  if (typeof x !== 'string' && x.suspected) return [];
  const count = interactionsOf(post);
  const interactions = typeof count === 'string' ? undefined : count.value;
  return [[post.postKey, { factor: typeof x === 'string' ? undefined : x.value, interactions }]];
}

const crowdOf = (members: Member[]): Crowd => ({
  factors: Float64Array.from(members.flatMap(({ factor }) => factor ?? [])).sort(),
  interactions: Float64Array.from(members.flatMap(({ interactions }) => interactions ?? [])).sort(),
});
