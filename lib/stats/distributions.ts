import { errorFunction, gammaln } from 'simple-statistics';

/** Half of the width of a 95 % interval of a normal distribution, in standard deviations. */
export const NORMAL_95 = 1.959963984540054;

/** P(Z ≤ z) for a standard normal Z, to about seven digits. @example normalUpTo(1.96) // 0.975 */
export const normalUpTo = (z: number): number => (1 + errorFunction(z / Math.SQRT2)) / 2;

/** Steps of halving: each adds a bit, so 60 settle a double between 0 and the bounds used here. */
const STEPS = 60;

/** The x in [low, high] where a rising function passes zero. */
export function solve(rising: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < STEPS; i++) {
    const middle = (a + b) / 2;
    if (rising(middle) < 0) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}

/** P(|T| ≤ t) for Student's t with whole degrees of freedom: the finite series of Abramowitz & Stegun 26.7.3 and 26.7.4. */
function studentWithin(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const cos = Math.cos(angle);
  const odd = df % 2 === 1;
  let term = odd ? cos : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= df - 2; k += 2) {
    term *= (cos * cos * (k - 1)) / k;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/** Quantile of Student's t for 0 < p < 1 and whole degrees of freedom. @example tQuantile(0.975, 4) // 2.776 */
export function tQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -tQuantile(1 - p, df);
  // Solved on the angle, which is bounded where t is not.
  const angle = solve((x) => studentWithin(Math.sqrt(df) * Math.tan(x), df) - (2 * p - 1), 0, Math.PI / 2);
  return Math.sqrt(df) * Math.tan(angle);
}

/** P(X ≤ k) for a Poisson count of the given mean: summed from the k-th term down until the rest is too small to matter. */
function poissonUpTo(k: number, mean: number): number {
  let term = Math.exp(k * Math.log(mean) - mean - gammaln(k + 1));
  let sum = term;
  for (let i = k; i > 0; i--) {
    term *= i / mean;
    sum += term;
    if (i < mean && term < sum * Number.EPSILON) break;
  }
  return Math.min(1, sum);
}

/**
 * Exact 95 % interval of the mean of a Poisson count (Garwood 1936, https://doi.org/10.1093/biomet/28.3-4.437):
 * the means under which a count as high, or as low, has a chance of 2.5 %.
 * @example poissonInterval(8) // { low: 3.454, high: 15.763 }
 */
export function poissonInterval(count: number): { low: number; high: number } {
  const far = count + 10 * Math.sqrt(count + 1) + 10;
  return {
    low: count === 0 ? 0 : solve((mean) => 0.975 - poissonUpTo(count - 1, mean), 0, count),
    high: solve((mean) => 0.025 - poissonUpTo(count, mean), count, far),
  };
}
