import { mean, probit, sampleVariance } from 'simple-statistics';

/** Normal quantile of the usual power: a difference is found four times out of five. */
const POWER_80 = 0.8416212335729143;

/**
 * How many values each of two groups must have so that a difference of means as large as theirs is shown at 5 % (shared out among
 * `tests`), four times out of five: the normal formula with the term that makes up for estimating the spread (Guenther 1981, "Sample size
 * formulas for normal theory t tests"). Give it logarithms of heavy-tailed values. Null where the means are equal or a group has fewer
 * than two values.
 */
export function neededEach(first: readonly number[], second: readonly number[], tests = 1): number | null {
  if (first.length < 2 || second.length < 2) return null;
  const apart = mean([...first]) - mean([...second]);
  const spread = sampleVariance([...first]) + sampleVariance([...second]);
  if (apart === 0) return null;
  const reach = probit(1 - 0.025 / tests);
  return Math.ceil(((reach + POWER_80) ** 2 * spread) / apart ** 2 + reach ** 2 / 4);
}
