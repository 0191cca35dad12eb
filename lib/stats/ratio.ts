import { NORMAL_95, tQuantile } from './distributions';
import type { Estimate } from './greater';

/** An estimate of something counted; `half` is what half a count is worth in its unit, which lets zeros onto a log scale. */
export interface CountedEstimate extends Estimate {
  half: number;
  /** Degrees of freedom of its interval where that is Student's; without, it is taken to be the normal's. */
  df?: number | undefined;
}

/**
 * How many times a first quantity is a second one, with the 95 % interval that follows from both intervals: the distances that face each
 * other are added as squares on the log scale (MOVER-R; Donner & Zou 2012, https://doi.org/10.1177/0962280210383082). Two of Student's intervals
 * added so would be too wide: each is first brought back to its standard error, and the sum is given the degrees of freedom that
 * it has (Welch 1947, https://doi.org/10.1093/biomet/34.1-2.28).
 * Null where a logarithm does not exist.
 * @example ratioOf({ value: 4, low: 2, high: 8, half: 0 }, { value: 2, low: 1, high: 4, half: 0 }) // 2 [0.75; 5.33]
 */
export function ratioOf(first: CountedEstimate, second: CountedEstimate): Estimate | null {
  if (first.low + first.half <= 0 || second.low + second.half <= 0) return null;
  const [a, b] = [logs(first), logs(second)];
  const middle = a.value - b.value;
  return {
    value: Math.exp(middle),
    low: Math.exp(middle - facing(a.value - a.low, first.df, b.high - b.value, second.df)),
    high: Math.exp(middle + facing(a.high - a.value, first.df, b.value - b.low, second.df)),
  };
}

const quantile = (df: number) => (Number.isFinite(df) ? tQuantile(0.975, Math.max(1, Math.floor(df))) : NORMAL_95);

/** Two halves of 95 % intervals as one. */
function facing(one: number, dfOne = Number.POSITIVE_INFINITY, other: number, dfOther = Number.POSITIVE_INFINITY): number {
  const [a, b] = [(one / quantile(dfOne)) ** 2, (other / quantile(dfOther)) ** 2];
  if (a + b === 0) return 0;
  return quantile((a + b) ** 2 / (a ** 2 / dfOne + b ** 2 / dfOther)) * Math.sqrt(a + b);
}

const logs = ({ value, low, high, half }: CountedEstimate): Estimate => {
  return { value: Math.log(value + half), low: Math.log(low + half), high: Math.log(high + half) };
};
