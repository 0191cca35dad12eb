import { tQuantile } from './distributions';
import type { Estimate } from './greater';

/**
 * 95 % interval of any smooth measure of a sample, from what it would be without each of the n values in turn
 * (Tukey's jackknife; Efron & Stein 1981, https://doi.org/10.1214/aos/1176345462).
 */
export function jackknife(value: number, without: readonly number[]): Estimate {
  const n = without.length;
  const middle = without.reduce((total, each) => total + each, 0) / n;
  const spread = without.reduce((total, each) => total + (each - middle) ** 2, 0) * ((n - 1) / n);
  const reach = tQuantile(0.975, n - 1) * Math.sqrt(spread);
  return { value, low: value - reach, high: value + reach };
}
