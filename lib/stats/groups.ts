import { uniform } from './random';

const DRAWS = 1_999;

/**
 * Permutation test of several groups: how often chance alone would part their means as far (Fisher 1935, one-way layout; the statistic is
 * the sum of squares between groups, which orders the permutations as F does). The same input gives the same answer.
 */
export function groupsP(groups: readonly (readonly number[])[], seed = 1): number {
  const filled = groups.filter((group) => group.length > 0);
  const values = Float64Array.from(filled.flat());
  if (filled.length < 2 || values.length < 3) return 1;
  const sizes = filled.map((group) => group.length);
  const observed = between(values, sizes);
  // Sorted, so that the order within groups does not decide what is drawn.
  values.sort();
  const next = uniform(seed);
  let far = 1;
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let i = values.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      const kept = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = kept;
    }
    if (between(values, sizes) >= observed - 1e-9 * (1 + observed)) far++;
  }
  return far / (DRAWS + 1);
}

/** Sum of n · mean² over groups that lie one after the other; the part of the sum of squares that a permutation changes. */
function between(values: Float64Array, sizes: number[]): number {
  let [at, sum] = [0, 0];
  for (const size of sizes) {
    let total = 0;
    for (const end = at + size; at < end; at++) total += values[at] ?? 0;
    sum += total ** 2 / size;
  }
  return sum;
}
