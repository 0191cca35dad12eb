import { median } from 'simple-statistics';

/** Makes the median absolute deviation of a normal sample its standard deviation: 1 / Φ⁻¹(3/4). */
const TO_SIGMA = 1.482602218505602;

/**
 * Spread of a sample as a standard deviation that a few extreme values do not move (median absolute deviation, scaled); the values are
 * deviations from their own centre. 0 for none.
 */
export function spreadOf(deviations: readonly number[]): number {
  return deviations.length ? TO_SIGMA * median(deviations.map(Math.abs)) : 0;
}

/**
 * How far each value lies from the median of all, in robust standard deviations (Iglewicz & Hoaglin 1993 call values beyond 3.5 outliers).
 * All 0 where more than half of the values are the same: then nothing can be said.
 * @example robustScores([1, 2, 3, 4, 100]) // [-1.349, -0.674, 0, 0.674, 65.4]
 */
export function robustScores(values: readonly number[]): number[] {
  if (!values.length) return [];
  const centre = median([...values]);
  const spread = spreadOf(values.map((value) => value - centre));
  return values.map((value) => (spread > 0 ? (value - centre) / spread : 0));
}
