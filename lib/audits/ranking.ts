import { groupedBy } from '../model/grouped';
import { gamma, seedOf, uniform } from '../stats/random';
import { CRITERION_IDS, type CriterionResult } from './audit';
import { chanceOver, drawOverall } from './draws';
import { normalised, type Weights } from './presets';
import type { AuditRun } from './report';
import { COUNTS_FROM, partsOf } from './score';

/** Two brands have different places when one is ahead of the other this surely. */
const SURE = 0.8;
const PERTURBATIONS = 1000;
/** How closely other weights keep to the ones given: of 100 points, one of 3 then varies by about a third of itself, one of 10 by a fifth. */
const CONCENTRATION = 300;

/** A brand's place by what can be seen of every brand. */
export interface Place {
  brandId: string;
  overall: number | null;
  best: number | null;
  worst: number | null;
  /** Brands that it cannot be told apart from. */
  tied: string[];
}

/** Of two brands: how surely the first is ahead, and in which part of plausible weightings. */
export interface Duel {
  first: string;
  second: string;
  chance: number;
  robustness: number;
}

/** Business and governance are seen of one's own brand only, and stay out of every ranking. */
const isPublic = ({ category }: CriterionResult) => category !== 'business' && category !== 'governance';

/** Ranks audits of brands of one study, made by the same weights. Two brands are held against each other by the criteria that both have a score for. */
export function rankRuns(runs: readonly AuditRun[]): { places: Place[]; duels: Duel[] } {
  const seen = runs.map(({ brandId, seed, weights, criteria }) => ({ id: brandId, seed, weights, results: criteria.filter(isPublic) }));
  const [any] = runs;
  const weightings = any ? weightingsAround(any.weights) : [];
  const duels = seen.flatMap((first, i) => seen.slice(i + 1).flatMap((second) => duelOf(first, second, weightings) ?? []));
  const ahead = (a: string, b: string) => duels.some(({ first, second, chance }) => chanceFor(a, b, { first, second, chance }) >= SURE);
  const places = seen.map(({ id, results, weights }): Place => {
    const overall = overallBy(results)(weights);
    const others = duels.flatMap(({ first, second }) => (first === id ? second : second === id ? first : []));
    if (!others.length) return { brandId: id, overall, best: null, worst: null, tied: [] };
    const better = others.filter((other) => ahead(other, id)).length;
    const tied = others.filter((other) => !ahead(other, id) && !ahead(id, other));
    return { brandId: id, overall, best: 1 + better, worst: 1 + better + tied.length, tied };
  });
  return { places, duels };
}

/** How surely `a` is ahead of `b` by one duel; 0 by a duel of others. */
function chanceFor(a: string, b: string, { first, second, chance }: Omit<Duel, 'robustness'>): number {
  if (first === a && second === b) return chance;
  return first === b && second === a ? 1 - chance : 0;
}

interface Seen {
  id: string;
  seed: number;
  results: CriterionResult[];
}

function duelOf(first: Seen, second: Seen, weightings: readonly Weights[]): Duel | null {
  const scored = (results: CriterionResult[]) => new Set(results.flatMap(({ id, score }) => (score === null ? [] : [id])));
  const [inFirst, inSecond] = [scored(first.results), scored(second.results)];
  const common = ({ results }: Seen) => results.filter(({ id }) => inFirst.has(id) && inSecond.has(id));
  const [a, b] = [common(first), common(second)];
  if (!partsOf(a).size || !partsOf(b).size) return null;
  const draws = (own: CriterionResult[], { seed, id }: Seen) => drawOverall(own, partsOf(own), seed, id);
  const chance = chanceOver(draws(a, first), draws(b, second));
  return { first: first.id, second: second.id, chance, robustness: robustnessOf(a, b, weightings) };
}

/** The overall score by any weights: what partsOf (score.ts) comes to, without its maps, since it is asked for thousands of times. */
function overallBy(results: readonly CriterionResult[]): (weights: Weights) => number | null {
  const categories = [
    ...groupedBy(
      results.filter(({ state }) => state !== 'not-applicable'),
      ({ category }) => category,
    ).values(),
  ];
  return (weights) => {
    let [points, all] = [0, 0];
    for (const own of categories) {
      let [weight, scored, sum] = [0, 0, 0];
      for (const { id, coverage, score } of own) {
        const each = weights[id];
        weight += each;
        scored += each * coverage;
        sum += each * coverage * (score ?? 0);
      }
      if (scored <= 0 || scored < COUNTS_FROM * weight) continue;
      points += (weight * sum) / scored;
      all += weight;
    }
    return all > 0 ? points / all : null;
  };
}

/** Weightings around the ones given (Dirichlet), 100 points each. */
function weightingsAround(weights: Weights): Weights[] {
  const given = normalised(weights);
  const rows = new Map(CRITERION_IDS.map((id) => [id, uniform(seedOf(`weights ${id}`))]));
  return Array.from({ length: PERTURBATIONS }, () =>
    normalised(
      Object.fromEntries(
        CRITERION_IDS.map((id) => {
          const shape = (CONCENTRATION * given[id]) / 100;
          return [id, shape > 0 ? gamma(shape, rows.get(id) ?? uniform(1)) : 0];
        }),
      ),
    ),
  );
}

/**
 * The part of 1,000 other weightings, drawn around the one given, in which the first comes out ahead of the second: a conclusion that other weights
 * would turn round is about the weights.
 */
function robustnessOf(first: readonly CriterionResult[], second: readonly CriterionResult[], weightings: readonly Weights[]): number {
  const [of, against] = [overallBy(first), overallBy(second)];
  const wins = weightings.reduce((sum, weights) => {
    const [a, b] = [of(weights), against(weights)];
    return a === null || b === null ? sum : sum + (a > b ? 1 : a === b ? 0.5 : 0);
  }, 0);
  return wins / weightings.length;
}
