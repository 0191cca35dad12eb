import { NORMAL_95 } from './distributions';
import type { Estimate } from './greater';

/** A proportion with its 95 % interval (Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953), which is at home near 0 and 1 as well. */
export function wilson(hits: number, of: number): Estimate {
  const value = hits / of;
  const square = NORMAL_95 ** 2;
  const centre = (hits + square / 2) / (of + square);
  const reach = (NORMAL_95 / (of + square)) * Math.sqrt(hits * (1 - value) + square / 4);
  return { value, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}
