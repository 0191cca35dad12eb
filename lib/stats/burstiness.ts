import type { Estimate } from './greater';
import { jackknife } from './jackknife';

/** Fewer gaps than this say nothing about a rhythm. */
const FEWEST_GAPS = 10;

/**
 * Burstiness of the gaps between events, −1 to 1: −1 like clockwork, 0 at random, towards 1 in bursts with long silences between
 * (Goh & Barabási 2008, https://doi.org/10.1209/0295-5075/81/48002), with the correction for few gaps of Kim & Jo 2016
 * (https://doi.org/10.1103/PhysRevE.94.032311). The 95 % interval is a jackknife's. Null below ten gaps, and where all are zero.
 */
export function burstiness(gaps: readonly number[]): Estimate | null {
  const n = gaps.length;
  if (n < FEWEST_GAPS) return null;
  let [sum, squares] = [0, 0];
  for (const gap of gaps) {
    sum += gap;
    squares += gap * gap;
  }
  const value = ofMoments(sum, squares, n);
  if (value === null) return null;
  const without = gaps.map((gap) => ofMoments(sum - gap, squares - gap * gap, n - 1) ?? value);
  const { low, high } = jackknife(value, without);
  return { value, low: Math.max(-1, low), high: Math.min(1, high) };
}

function ofMoments(sum: number, squares: number, n: number): number | null {
  if (sum <= 0) return null;
  // Standard deviation by mean; rounding may leave a tiny negative variance.
  const r = Math.sqrt(Math.max(0, n * squares - sum * sum)) / sum;
  const [more, less] = [Math.sqrt(n + 1), Math.sqrt(n - 1)];
  return (more * r - less) / ((more - 2) * r + less);
}
