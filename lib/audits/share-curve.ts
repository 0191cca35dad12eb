import { betaQuantile } from '../stats/beta';
import type { Measure } from './audit';
import type { Score } from './curves';

/**
 * A share on a broken line: none of it scores 0, the norm 50, the target 90, all of it 100; a target of all scores 100.
 * @example onLine(0.28, 0.28, 0.9) // 50
 */
export function onLine(share: number, norm: number, target: number): number {
  const goal = target >= 1 ? 100 : 90;
  if (share <= norm) return norm > 0 ? (50 * share) / norm : 50;
  if (share <= target) return 50 + ((goal - 50) * (share - norm)) / (target - norm);
  return target >= 1 ? 100 : 90 + (10 * (share - target)) / (1 - target);
}

/**
 * A share counted from few is drawn to the middle: the mean of its posterior from a flat prior, (hits + 1) / (of + 2), with the posterior's 95 %
 * interval (Laplace's rule of succession; Gelman et al., "Bayesian Data Analysis", 2.1). A share that was not counted is taken as it is.
 */
export function shareScore({ value, low, high, share }: Measure, norm: number, target: number): Score {
  const line = (x: number) => onLine(x, norm, target);
  if (!share) return { value: line(value), low: low === null ? 0 : line(low), high: high === null ? 100 : line(high) };
  const [a, b] = [share.hits + 1, share.of - share.hits + 1];
  return { value: line(a / (a + b)), low: line(betaQuantile(0.025, a, b)), high: line(betaQuantile(0.975, a, b)) };
}
