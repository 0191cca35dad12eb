import type { PostState } from '../model/rollup';
import { poissonInterval } from '../stats/distributions';
import { negativeBinomialMean } from '../stats/negative-binomial';
import { type Rate, sumOfRates } from '../stats/rates';
import { mainReason, missing } from './measures';
import type { Figure, Reason } from './result';
import { isOrdinary } from './selection';
import { type Stream, streamsOf } from './stretches';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/**
 * Posts per week, with its Poisson interval; a wider one where whole weeks differ by more than chance (posts come in campaigns).
 *
 * A page shows only the newest posts, so it covers the time from its oldest post to the capture and nothing before. That oldest
 * post marks where the view begins and is not counted: n posts bound n − 1 gaps, and (n − 1) / time is the unbiased estimate
 * of a Poisson rate seen until the n-th event (inverse sampling; Haldane 1945, https://doi.org/10.1093/biomet/33.3.222).
 * Where the period begins later than the view, every post inside counts. Captures that overlap make one stretch; a gap
 * between captures is left out of the time. Streams that are paged apart (accounts, YouTube's shorts) are estimated
 * apart and added up; if one is unknown the sum is unknown, for a part of it would be a wrong number.
 */
export function postsPerWeek(accounts: PostState[][], from: number | null, now: number): Figure {
  const rates: Rate[] = [];
  const evidence: string[] = [];
  const reasons: Reason[] = [];
  for (const posts of accounts) {
    const ordinary = posts.filter(isOrdinary);
    if (!ordinary.length) reasons.push('no-posts');
    for (const stream of streamsOf(ordinary)) {
      const rate = rateOf(stream, from, now);
      if (typeof rate === 'string') reasons.push(rate);
      else {
        rates.push(rate);
        evidence.push(...rate.evidence);
      }
    }
  }
  if (reasons.length || !rates.length) return missing(mainReason(reasons));
  return { ...sumOfRates(rates), n: evidence.length, as: 'estimated', reason: null, evidence };
}

function rateOf({ dated, undated, stretches }: Stream, from: number | null, now: number): (Rate & { evidence: string[] }) | Reason {
  if (!dated.length) return 'undated';
  const counted = new Set<string>();
  const weeks: number[] = [];
  let [time, shortest, longest] = [0, 0, 0];
  for (const { boundary, end } of stretches) {
    const until = Math.min(end, now);
    const whole = from !== null && from >= boundary.published.value;
    const start = whole ? { value: from, low: from, high: from } : boundary.published;
    if (until <= start.value) continue;
    time += until - start.value;
    shortest += Math.max(0, until - start.high);
    longest += until - start.low;
    const inWeek = new Array<number>(Math.floor((until - start.value) / WEEK)).fill(0);
    for (const post of dated) {
      const inside = post.published.value >= start.value && post.published.low <= until;
      if (!inside || (post === boundary && !whole)) continue;
      counted.add(post.postKey);
      const week = Math.floor((until - post.published.value) / WEEK);
      if (week >= 0 && week < inWeek.length) inWeek[week] = (inWeek[week] ?? 0) + 1;
    }
    weeks.push(...inWeek);
  }
  if (time < WEEK || shortest === 0) return 'short-window';
  const value = (WEEK * counted.size) / time;
  const clustered = negativeBinomialMean(weeks);
  return {
    value,
    low: Math.min((WEEK * poissonInterval(counted.size).low) / longest, clustered ? (value * clustered.low) / clustered.value : value),
    // Posts without a date may all belong to this time.
    high: Math.max(
      (WEEK * poissonInterval(counted.size + undated).high) / shortest,
      clustered ? (value * clustered.high) / clustered.value : value,
    ),
    evidence: [...counted],
  };
}
