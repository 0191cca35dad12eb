import { quantileSorted } from 'simple-statistics';
import { gamma, uniform } from '../stats/random';
import type { Score } from './curves';

const DRAWS = 2000;
/** Jeffreys' prior of a distribution over kinds. */
const PRIOR = 0.5;

/**
 * How near a mix is to the one aimed at: half the sum of the distances of its shares (total variation), by the largest that it can be, taken from 100.
 * @example mixOn([3, 3, 3], [1 / 3, 1 / 3, 1 / 3]) // 100
 */
export function mixOn(counts: readonly number[], target: readonly number[]): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return 0;
  const distance = target.reduce((sum, aim, i) => sum + Math.abs((counts[i] ?? 0) / all - aim), 0) / 2;
  return 100 * (1 - distance / (1 - Math.min(...target)));
}

/** The score of a mix; its 95 % interval is that of the score over the mixes that may have given these counts (Dirichlet, Jeffreys' prior), drawn with a fixed seed. */
export function mixScore(counts: readonly number[], target: readonly number[]): Score {
  const value = mixOn(counts, target);
  const next = uniform(1);
  const scores = Array.from({ length: DRAWS }, () =>
    mixOn(
      target.map((_, i) => gamma((counts[i] ?? 0) + PRIOR, next)),
      target,
    ),
  ).sort((a, b) => a - b);
  return { value, low: Math.min(value, quantileSorted(scores, 0.025)), high: Math.max(value, quantileSorted(scores, 0.975)) };
}
