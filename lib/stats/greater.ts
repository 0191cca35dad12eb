import { NORMAL_95, normalUpTo } from './distributions';

/** A quantity and its 95 % interval; both ends equal the value where it is exact. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

/**
 * The chance, 0 to 1, that one quantity truly is greater than another, from their values and 95 % intervals alone, so that anyone can
 * recompute it. The doubt of a difference is made of the two distances that face each other (MOVER; Zou & Donner 2008,
 * https://doi.org/10.1002/sim.3095), which keeps skewed intervals skewed; its distribution is taken to be normal.
 * @example chanceGreater({ value: 4, low: 1.7, high: 7.9 }, { value: 2, low: 0.9, high: 4 }) // 0.81
 */
export function chanceGreater(first: Estimate, second: Estimate): number {
  const difference = first.value - second.value;
  const facing =
    difference >= 0
      ? Math.hypot(first.value - first.low, second.high - second.value)
      : Math.hypot(first.high - first.value, second.value - second.low);
  if (difference === 0 || facing === 0) return 0.5 + Math.sign(difference) / 2;
  return normalUpTo((NORMAL_95 * difference) / facing);
}
