import { type CriterionResult, SOCIALMEDIA_KEYS } from './audit';
import type { Axis } from './report';

/** With less of its weight scored an axis is hatched. */
const PLAIN_FROM = 0.5;

/** The eleven keys, each the weighted mean of the criteria that name it: a criterion may stand for several. */
export function radarOf(results: readonly CriterionResult[]): Axis[] {
  return SOCIALMEDIA_KEYS.map((key): Axis => {
    const own = results.filter(({ keys, state }) => keys.includes(key) && state !== 'not-applicable');
    const all = own.reduce((sum, { weight }) => sum + weight, 0);
    const scored = own.reduce((sum, { weight, coverage }) => sum + weight * coverage, 0);
    const points = own.reduce((sum, { weight, coverage, score }) => sum + weight * coverage * (score ?? 0), 0);
    const coverage = all > 0 ? scored / all : 0;
    return { key, score: scored > 0 ? points / scored : null, coverage, hatched: coverage < PLAIN_FROM, criteria: own.map(({ id }) => id) };
  });
}
