import { probit } from 'simple-statistics';

/** Normal quantile of the usual power: a difference is found four times out of five. */
const POWER_80 = 0.8416212335729143;

/**
 * How many values each of two groups must have so that a Mann–Whitney test at 5 % (shared out among `tests`) shows a Cliff's δ of this
 * size, four times out of five (Noether 1987, https://doi.org/10.1080/01621459.1987.10478478). Null for a δ of 0.
 * @example neededEach(0.4) // 33
 */
export function neededEach(delta: number, tests = 1): number | null {
  if (delta === 0) return null;
  return Math.ceil((2 * (probit(1 - 0.025 / tests) + POWER_80) ** 2) / (3 * delta ** 2));
}
