import { mean, sampleVariance } from 'simple-statistics';
import { tQuantile } from './distributions';
import type { Estimate } from './greater';

/** Fewer counts tell little about their spread. */
const FEWEST_COUNTS = 6;

/**
 * Mean of counts that come in clusters (some weeks with many posts, some with none), with its 95 % interval: the counts are taken to be
 * negative binomial with the dispersion that matches their variance (method of moments; Hilbe 2011, "Negative Binomial Regression"),
 * the interval is Student's t on the log scale, which keeps it above zero. Null where the counts spread no more than a Poisson's,
 * whose own interval then serves, or where they are too few.
 */
export function negativeBinomialMean(counts: readonly number[]): Estimate | null {
  if (counts.length < FEWEST_COUNTS) return null;
  const value = mean([...counts]);
  const variance = sampleVariance([...counts]);
  if (value === 0 || variance <= value) return null;
  const reach = (tQuantile(0.975, counts.length - 1) * Math.sqrt(variance / counts.length)) / value;
  return { value, low: value * Math.exp(-reach), high: value * Math.exp(reach) };
}
