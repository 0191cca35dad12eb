import { quantileSorted, sampleStandardDeviation } from 'simple-statistics';
import { tQuantile } from './distributions';
import { gamma, uniform } from './random';

/** Below this many values no interval is given: at 5 it already spans a factor of 9 (σ = 0.9 on the log scale). */
const FEWEST_FOR_INTERVAL = 5;
/** From here on the bootstrap is at home; below it the log-t interval covers better on heavy-tailed samples. */
const FEWEST_FOR_BOOTSTRAP = 20;
const RESAMPLES = 1000;

/** A value known within bounds (equal to `value` when exact). */
export interface Bounded {
  value: number;
  low: number;
  high: number;
  /** What half a count is worth in this unit (for interactions by followers, 0.5 / followers): lets zeros onto a log scale. */
  half: number;
}

/** The median of a sample, and where it lies with 95 % confidence. */
export interface Typical {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  method: 'none' | 'median' | 'log-t' | 'bootstrap';
}

interface Interval {
  low: number;
  high: number;
}

/**
 * Typical value of a heavy-tailed sample: the median. Its 95 % interval is log-t for 5 to 19 values and a percentile
 * bootstrap from 20 on; none below 5. Doubt in the values themselves is carried through: the low end comes from
 * their lows, the high end from their highs. The same values and seed give the same answer, in any order.
 */
export function typical(values: Bounded[], seed = 1): Typical {
  const n = values.length;
  if (n === 0) return { value: null, low: null, high: null, n, method: 'none' };
  const value = median(values.map((v) => v.value));
  const method = n < FEWEST_FOR_INTERVAL ? 'median' : n < FEWEST_FOR_BOOTSTRAP ? 'log-t' : 'bootstrap';
  if (method === 'median') return { value, low: null, high: null, n, method };
  const half = median(values.map((v) => v.half));
  const interval = method === 'log-t' ? (of: number[]) => logT(of, half) : bootstrap(n, seed);
  const lows = values.map((v) => v.low);
  const highs = values.map((v) => v.high);
  const below = interval(lows);
  // Counts that are exact have one interval.
  const above = values.every((v) => v.low === v.high) ? below : interval(highs);
  if (!below || !above) return { value, low: null, high: null, n, method: 'median' };
  // A skewed sample can have its median outside of an interval made from the mean of its logarithms; the interval is then widened to hold it.
  return { value, low: Math.min(below.low, median(lows)), high: Math.max(above.high, median(highs)), n, method };
}

/**
 * The median of at least one value, as the mean of the two in the middle. The library interpolates (a + (b − a) / 2), which can be
 * rounded down where a value rose, and leave a value outside of its own bounds by a last digit.
 */
function median(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  const last = sorted.length - 1;
  return ((sorted[Math.floor(last / 2)] ?? Number.NaN) + (sorted[Math.ceil(last / 2)] ?? Number.NaN)) / 2;
}

/** Degrees of freedom of the interval of a typical value of n values; none where it is not Student's. */
export const degreesOf = (n: number): number | undefined => (n < FEWEST_FOR_BOOTSTRAP ? n - 1 : undefined);

/** Interval of the geometric mean, which is the median where logarithms are symmetric. Half a count is added for the logarithm and taken off again. */
function logT(values: number[], half: number): Interval | null {
  if (values.some((value) => value + half <= 0)) return null;
  // Sorted, because a sum of floats depends on its order.
  const logs = values.map((value) => Math.log(value + half)).sort((a, b) => a - b);
  const n = logs.length;
  const centre = logs.reduce((sum, log) => sum + log, 0) / n;
  const reach = (tQuantile(0.975, n - 1) * sampleStandardDeviation(logs)) / Math.sqrt(n);
  return { low: Math.max(0, Math.exp(centre - reach) - half), high: Math.max(0, Math.exp(centre + reach) - half) };
}

/** The middle ranks of each resample, by size and seed: drawn once, since they do not depend on the values. */
const DRAWN = new Map<string, Uint32Array>();
const MOST_DRAWN = 200;

/**
 * Percentile bootstrap of the median. A resample of n sorted values is n random ranks, and its median needs only the middle
 * one or two of them, whose distribution is known (order statistics of uniforms): drawing those alone is the same
 * bootstrap at a cost that does not grow with n.
 */
function bootstrap(n: number, seed: number): (values: number[]) => Interval {
  const key = `${n} ${seed}`;
  const ranks = DRAWN.get(key) ?? middleRanks(n, seed);
  if (DRAWN.size < MOST_DRAWN) DRAWN.set(key, ranks);
  return (values) => {
    const sorted = Float64Array.from(values).sort();
    const medians = new Float64Array(RESAMPLES);
    for (let i = 0; i < RESAMPLES; i++) medians[i] = ((sorted[ranks[2 * i] ?? 0] ?? 0) + (sorted[ranks[2 * i + 1] ?? 0] ?? 0)) / 2;
    const spread = Array.from(medians.sort());
    return { low: quantileSorted(spread, 0.025), high: quantileSorted(spread, 0.975) };
  };
}

/** Pairs of ranks whose values have the resample's median between them; the same one twice where n is odd. */
function middleRanks(n: number, seed: number): Uint32Array {
  const next = uniform(seed);
  const lower = Math.floor((n + 1) / 2);
  const ranks = new Uint32Array(2 * RESAMPLES);
  for (let i = 0; i < RESAMPLES; i++) {
    const before = gamma(lower, next);
    const first = before / (before + gamma(n + 1 - lower, next));
    const second = n % 2 === 1 ? first : 1 - (1 - first) * (1 - next()) ** (1 / (n - lower));
    ranks[2 * i] = rank(first, n);
    ranks[2 * i + 1] = rank(second, n);
  }
  return ranks;
}

const rank = (position: number, n: number) => Math.min(n - 1, Math.floor(position * n));
