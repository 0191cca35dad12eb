import { NORMAL_95 } from '../stats/distributions';
import { normal, seedOf, uniform } from '../stats/random';
import type { CriterionId, CriterionResult } from './audit';

/** Enough for an interval to hold still within half a point. */
export const DRAWS = 2000;

/**
 * Overall scores as they might be, given how sure each criterion's is: normal on either side of its score, as wide as its 95 % interval there.
 * Criteria of a category rest on the same posts or the same comments and err together, so they share their draws; taken apart they would cancel out, and the
 * interval would promise too much. Each category draws from a row of its own, so that one more or less changes no other. `salt` parts what is not the same,
 * such as two brands.
 */
export function drawOverall(
  results: readonly CriterionResult[],
  parts: ReadonlyMap<CriterionId, number>,
  seed: number,
  salt = '',
): Float64Array {
  const draws = new Float64Array(DRAWS);
  for (const { id, category, score, low, high } of results) {
    const part = parts.get(id);
    if (part === undefined || score === null || low === null || high === null) continue;
    const next = uniform(seedOf(`${seed} ${salt} ${category}`));
    const [down, up] = [(score - low) / NORMAL_95, (high - score) / NORMAL_95];
    for (let i = 0; i < DRAWS; i++) {
      const z = normal(next);
      draws[i] = (draws[i] ?? 0) + part * Math.min(100, Math.max(0, score + z * (z < 0 ? down : up)));
    }
  }
  return draws;
}

/** The part of draws in which the first is greater; ties count half. */
export function chanceOver(first: Float64Array, second: Float64Array): number {
  const wins = first.reduce((sum, value, i) => sum + (value > (second[i] ?? 0) ? 1 : value === second[i] ? 0.5 : 0), 0);
  return wins / first.length;
}
