import { mean, sampleVariance } from 'simple-statistics';
import { tQuantile } from './distributions';
import type { Estimate } from './greater';
import type { Bounded } from './typical';

/** Below this many values no interval is given. */
const FEWEST = 5;

/**
 * Mean of a heavy-tailed sample, for totals: value and 95 % interval by Cox's method for log-normal means, with Student's t
 * (Olsson 2005, https://doi.org/10.1080/10691898.2005.11910638). The interval is widened to hold the mean itself; doubt in the values
 * is carried through. Null below five values.
 */
export function heavyMean(values: readonly Bounded[]): Estimate | null {
  if (values.length < FEWEST) return null;
  const value = mean(values.map((each) => each.value));
  const below = cox(values.map(({ low, half }) => ({ x: low, half })));
  const above = cox(values.map(({ high, half }) => ({ x: high, half })));
  return { value, low: Math.max(0, Math.min(value, below.low)), high: Math.max(value, above.high) };
}

function cox(values: { x: number; half: number }[]): { low: number; high: number } {
  // Sorted, because a sum of floats depends on its order.
  const logs = values.map(({ x, half }) => Math.log(x + half)).sort((a, b) => a - b);
  const n = logs.length;
  const variance = sampleVariance(logs);
  const centre = mean(logs) + variance / 2;
  const reach = tQuantile(0.975, n - 1) * Math.sqrt(variance / n + variance ** 2 / (2 * (n - 1)));
  const half = mean(values.map((each) => each.half));
  return { low: Math.exp(centre - reach) - half, high: Math.exp(centre + reach) - half };
}
