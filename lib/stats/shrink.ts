import { NORMAL_95, solve } from './distributions';
import type { Estimate } from './greater';

/** An effect around zero, with the variance of its estimate. */
export interface Effect {
  value: number;
  variance: number;
}

/** Effects beyond a factor of e are not expected; also what is assumed of one or two effects, which cannot tell how far effects spread. */
const MOST_VARIANCE = 1;

/**
 * Many small effects at once, each on a log scale and drawn towards zero by as much as it may be chance (empirical Bayes): the largest of
 * many estimates is large partly by luck. Effects are taken to be normal around 0. Their variance is estimated from all of them by
 * adjustment for density maximization, which never says that there is surely no effect
 * (Morris & Tang 2011, https://doi.org/10.1214/10-STS349).
 */
export function shrink(effects: readonly Effect[]): Estimate[] {
  /** Minus the slope of the adjusted log-likelihood, which is passed from below at its peak. */
  const slope = (between: number) =>
    effects.reduce((sum, { value, variance }) => {
      const all = variance + between;
      return sum + (1 / all - value ** 2 / all ** 2) / 2;
    }, -1 / between);
  const between = solve(slope, 0, MOST_VARIANCE);
  return effects.map((effect) => {
    const kept = between / (between + effect.variance);
    const [value, reach] = [kept * effect.value, NORMAL_95 * Math.sqrt(kept * effect.variance)];
    return { value, low: value - reach, high: value + reach };
  });
}
