import type { PostState, Rollup } from '../model/rollup';
import type { Estimate } from '../stats/greater';
import { type AgeCurves, CURVES, PRIOR } from './age';
import { suspectedBoosts } from './boosts';
import { expectation } from './expected';
import { countBy, type ExpectedBy, finalOf, reached } from './final-count';
import type { Count } from './interactions';
import type { Reason } from './result';
import { isOrdinary, leftOutAs, postsByAccount } from './selection';

/** Fewer posts make no typical value with an interval. */
const FEWEST = 5;
/** What an account gets now is expected of its posts, not what it got years ago (CrowdTangle took the last 100 posts too). */
const MOST = 100;

/** A post against what was expected of it. */
export interface XFactor {
  by: ExpectedBy;
  /** (count + 0.5) / (expected + 0.5), and where it lies given the doubt about the typical value, the age curve, and rounded counts. */
  value: number;
  low: number;
  high: number;
  /** What was expected of it at its age. */
  expected: number;
  /** Posts that the expectation rests on. */
  n: number;
  /** Looks as if its reach was paid for; it is not among the posts that the expectation rests on. */
  suspected: boolean;
}

/** X-factors of all posts in some rollups, each against its own account. */
export function xFactors(rollups: Rollup[], curves: AgeCurves = PRIOR): (post: PostState) => XFactor | Reason {
  const accounts = new Map([...postsByAccount(rollups)].map(([key, posts]) => [key, xFactorsOf(posts, measuredBy(posts), curves)]));
  // Asked for by rows, percentiles and files, worked out once.
  const known = new Map<PostState, XFactor | Reason>();
  return (post) => {
    const x = known.get(post) ?? accounts.get(post.accountKey)?.(post) ?? 'no-posts';
    known.set(post, x);
    return x;
  };
}

/** Interactions, unless only views are known of enough posts. */
function measuredBy(posts: PostState[]): ExpectedBy {
  const enough = (by: ExpectedBy) => posts.filter((post) => typeof countBy(post, by) !== 'string').length >= FEWEST;
  return !enough('interactions') && enough('views') ? 'views' : 'interactions';
}

/**
 * What each post of one account got against what was expected of it: the typical final count of the account's latest comparable posts
 * (median of counts divided by the share that each had reached at its age), times what its format makes of it, times the share reached at
 * the post's own age. Formats are told apart from twenty posts on, each drawn towards the account as far as chance may have made it (empirical
 * Bayes, which is what a ridge regression on formats comes to). The interval holds the answers of all age curves from the flattest to the steepest.
 */
export function xFactorsOf(posts: readonly PostState[], by: ExpectedBy, curves: AgeCurves = PRIOR): (post: PostState) => XFactor | Reason {
  const ordinary = posts.filter((post) => leftOutAs(post, curves) === null);
  const suspected = suspectedBoosts(ordinary);
  const comparable = latest(ordinary.filter((post) => !suspected.has(post) && typeof finalOf(post, by, curves, 'middle') !== 'string'));
  const n = comparable.length;
  if (n < FEWEST) return (post) => reasonAgainst(post, by, curves) ?? 'too-few-posts';
  const expected = CURVES.map((name) => ({
    share: (post: PostState) => reached(post, curves, name),
    expect: expectation(comparable, by, curves, name),
  }));
  const against = (post: PostState) => expected.map(({ share, expect }) => factorOf(countBy(post, by), share(post), expect(post.format)));
  return (post) => {
    const reason = reasonAgainst(post, by, curves);
    if (reason) return reason;
    const factors = against(post);
    const [middle] = factors;
    if (!middle) return 'no-posts';
    const [low, high] = [Math.min(...factors.map((factor) => factor.low)), Math.max(...factors.map((factor) => factor.high))];
    return { by, value: middle.value, low, high, expected: middle.expected, n, suspected: suspected.has(post) };
  };
}

/** Why nothing is said of a post, whatever the others are. */
function reasonAgainst(post: PostState, by: ExpectedBy, curves: AgeCurves): Reason | null {
  const why = leftOutAs(post, curves);
  if (why === 'tooYoung') return 'too-young';
  // A pinned post is the account's own all the same.
  if (why !== 'pinned' && !isOrdinary(post)) return 'another-kind';
  const final = finalOf(post, by, curves, 'middle');
  return typeof final === 'string' ? final : null;
}

const timeOf = ({ published, takenAt }: PostState) => published?.value ?? takenAt;
const latest = (posts: PostState[]): PostState[] =>
  posts.sort((a, b) => timeOf(b) - timeOf(a) || (a.postKey < b.postKey ? -1 : 1)).slice(0, MOST);

function factorOf(count: Count | Reason, share: Estimate | Reason, final: Estimate): Estimate & { expected: number } {
  // Posts of which these are unknown have been turned away.
  if (typeof count === 'string' || typeof share === 'string') return { value: 0, low: 0, high: 0, expected: 0 };
  const expected = final.value * share.value;
  return {
    value: (count.value + 0.5) / (expected + 0.5),
    low: (count.low + 0.5) / (final.high * share.high + 0.5),
    high: (count.high + 0.5) / (final.low * share.low + 0.5),
    expected,
  };
}
