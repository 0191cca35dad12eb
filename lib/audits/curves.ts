import { normalUpTo } from '../stats/distributions';
import type { Curve, Measure } from './audit';
import { mixScore } from './mix-curve';
import { shareScore } from './share-curve';

/** A score of 0 to 100 with its 95 % interval. */
export interface Score {
  value: number;
  low: number;
  high: number;
}

/** Φ⁻¹(0.9): how many standard deviations the best tenth begins above the middle. */
const TO_P90 = 1.2815515655446004;

/**
 * Spread between brands of one industry, as a standard deviation of logarithms: what Rival IQ's medians of all and of the best quarter come to
 * (https://www.rivaliq.com/blog/social-media-industry-benchmark-report/, their "top 25 %" being a median and not a quartile).
 */
export const SPREAD = 0.9;

/** Where the best tenth begins, for a median and a spread. @example p90Of(0.0036, 0.9) // 0.0114 */
export const p90Of = (median: number, spread: number): number => median * Math.exp(TO_P90 * spread);

/**
 * What a measure scores on a curve. Curves that rise or fall take the ends of the measure's interval to the ends of the score's; an open end is
 * taken to be as far as the curve goes.
 */
export function scoreOn(curve: Curve, measure: Measure): Score {
  switch (curve.kind) {
    case 'higher':
      return rising((x) => higher(x, curve.median, curve.p90), measure);
    case 'lower':
      return falling((x) => lower(x, curve.median, curve.p10), measure);
    case 'rank':
      return rising((x) => rank(x, curve.values), measure);
    case 'band':
      return band(measure, curve.low, curve.high);
    case 'share':
      return shareScore(measure, curve.norm, curve.target);
    case 'mix':
      return mixScore(measure.counts ?? [], curve.target);
    case 'checks':
      return checks(measure);
  }
}

/**
 * Higher is better: the part of the reference distribution that lies below, taken to be log-normal. The median scores 50, where the best tenth begins 90.
 * It is Lighthouse's curve (https://github.com/GoogleChrome/lighthouse/blob/main/shared/statistics.js), mirrored.
 * @example higher(0.0066, 0.0036, p90Of(0.0036, 0.9)) // 75
 */
export function higher(x: number, median: number, p90: number): number {
  if (x <= 0) return 0;
  return 100 * normalUpTo((TO_P90 * Math.log(x / median)) / Math.log(p90 / median));
}

/** Lower is better: the median scores 50, where the best tenth ends 90. @example lower(0.5, 9.5, 0.5) // 90 */
export function lower(x: number, median: number, p10: number): number {
  if (x <= 0) return 100;
  return 100 * normalUpTo((TO_P90 * Math.log(median / x)) / Math.log(median / p10));
}

/** From eight peers on: the middle of one's own rank among them, (r − 0.5) / N with oneself among the N. @example rank(5, [1, 2, 3, 4, 6, 7, 8, 9]) // 50 */
export function rank(x: number, peers: readonly number[]): number {
  const below = peers.filter((peer) => peer < x).length;
  const equal = peers.filter((peer) => peer === x).length;
  return (100 * (below + equal / 2 + 0.5)) / (peers.length + 1);
}

/** How far outside of a band nothing is left of the score. */
const BAND_REACH = 4;

/** 100 inside of a band, falling on a log scale to 0 at a quarter of its low end and at four times its high end. @example inBand(1.5, 3, 12) // 50 */
export function inBand(x: number, low: number, high: number): number {
  const away = x < low ? low / Math.max(x, Number.MIN_VALUE) : x > high ? x / high : 1;
  return Math.max(0, 100 * (1 - Math.log(away) / Math.log(BAND_REACH)));
}

function band(measure: Measure, low: number, high: number): Score {
  const [from, to] = [measure.low ?? 0, measure.high ?? Number.MAX_VALUE];
  const ends = [measure.value, from, to].map((x) => inBand(x, low, high));
  const touches = from <= high && to >= low;
  return { value: ends[0] ?? 0, low: Math.min(...ends), high: touches ? 100 : Math.max(...ends) };
}

/** The part of the items that passed, of those that could be looked at; the others may all fail or all pass. */
function checks({ checks: items = [] }: Measure): Score {
  const passed = items.filter((item) => item.passed === true).length;
  const open = items.filter((item) => item.passed === null).length;
  const all = items.length || 1;
  return { value: (100 * passed) / (items.length - open || 1), low: (100 * passed) / all, high: (100 * (passed + open)) / all };
}

function rising(score: (x: number) => number, { value, low, high }: Measure): Score {
  return { value: score(value), low: low === null ? 0 : score(low), high: high === null ? 100 : score(high) };
}

function falling(score: (x: number) => number, { value, low, high }: Measure): Score {
  return { value: score(value), low: high === null ? 0 : score(high), high: low === null ? 100 : score(low) };
}
