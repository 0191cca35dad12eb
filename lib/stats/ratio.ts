import type { Estimate } from './greater';

/** An estimate of something counted; `half` is what half a count is worth in its unit, which lets zeros onto a log scale. */
export interface CountedEstimate extends Estimate {
  half: number;
}

/**
 * How many times a first quantity is a second one, with the 95 % interval that follows from both intervals: the distances that face each
 * other are added as squares on the log scale (MOVER-R; Donner & Zou 2012, https://doi.org/10.1177/0962280210383082).
 * Null where a logarithm does not exist.
 * @example ratioOf({ value: 4, low: 2, high: 8, half: 0 }, { value: 2, low: 1, high: 4, half: 0 }) // 2 [0.75; 5.33]
 */
export function ratioOf(first: CountedEstimate, second: CountedEstimate): Estimate | null {
  if (first.low + first.half <= 0 || second.low + second.half <= 0) return null;
  const [a, b] = [logs(first), logs(second)];
  const middle = a.value - b.value;
  return {
    value: Math.exp(middle),
    low: Math.exp(middle - Math.hypot(a.value - a.low, b.high - b.value)),
    high: Math.exp(middle + Math.hypot(a.high - a.value, b.value - b.low)),
  };
}

const logs = ({ value, low, high, half }: CountedEstimate): Estimate => {
  return { value: Math.log(value + half), low: Math.log(low + half), high: Math.log(high + half) };
};
