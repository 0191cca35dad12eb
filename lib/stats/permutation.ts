import { mean, sampleVariance } from 'simple-statistics';
import { normalUpTo } from './distributions';
import { uniform } from './random';

/** Up to so many ways of dealing the values out, all of them are tried. */
const MOST_WAYS = 20_000;
/** Otherwise so many are drawn: enough to tell 0.04 from 0.06. */
const DRAWS = 4_000;
/** With more values than this a mean is as good as normal, and its variance under permutation is known exactly: nothing is drawn. */
const MOST_DRAWN = 400;

/**
 * Two-sided permutation test of two means: how often chance alone would part the values into groups at least as far apart as these are
 * (Fisher 1935; Phipson & Smyth 2010 for the one that is added, https://doi.org/10.2202/1544-6115.1585). Give it ranks, or
 * logarithms, of heavy-tailed values. The same input gives the same answer. 1 for an empty group.
 */
export function permutationP(first: readonly number[], second: readonly number[], seed = 1): number {
  const [few, many] = first.length <= second.length ? [first, second] : [second, first];
  if (!few.length) return 1;
  // Sorted, so that the order of posts does not decide which ones are drawn.
  const all = Float64Array.from([...first, ...second]).sort();
  const expected = few.length * mean([...all]);
  const apart = Math.abs(sum(few) - expected);
  const least = apart - 1e-9 * (1 + Math.abs(expected));
  if (waysOf(all.length, few.length) <= MOST_WAYS) return exact(all, few.length, expected, least);
  if (all.length > MOST_DRAWN) return asNormal(all, few.length, many.length, apart);
  return drawn(all, few.length, expected, least, seed);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function waysOf(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= k && ways <= MOST_WAYS; i++) ways = (ways * (n - k + i)) / i;
  return ways;
}

/** Share of all ways to pick k values whose sum lies at least so far from what is expected. */
function exact(all: Float64Array, k: number, expected: number, least: number): number {
  let [ways, far] = [0, 0];
  const pick = (from: number, left: number, total: number): void => {
    if (left === 0) {
      ways++;
      if (Math.abs(total - expected) >= least) far++;
      return;
    }
    for (let i = from; i <= all.length - left; i++) pick(i + 1, left - 1, total + (all[i] ?? 0));
  };
  pick(0, k, 0);
  return far / ways;
}

function drawn(all: Float64Array, k: number, expected: number, least: number, seed: number): number {
  const next = uniform(seed);
  const values = all.slice();
  let far = 1;
  for (let draw = 0; draw < DRAWS; draw++) {
    let total = 0;
    for (let i = 0; i < k; i++) {
      const j = i + Math.floor(next() * (values.length - i));
      const picked = values[j] ?? 0;
      values[j] = values[i] ?? 0;
      values[i] = picked;
      total += picked;
    }
    if (Math.abs(total - expected) >= least) far++;
  }
  return far / (DRAWS + 1);
}

/** Variance of the sum of n values drawn without replacement from n + m: n·m / (n + m) times their sample variance. */
function asNormal(all: Float64Array, n: number, m: number, apart: number): number {
  const spread = Math.sqrt(((n * m) / (n + m)) * sampleVariance([...all]));
  return spread === 0 ? 1 : 2 * normalUpTo(-apart / spread);
}
