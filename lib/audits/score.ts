import { quantileSorted } from 'simple-statistics';
import {
  type AuditScore,
  CATEGORY_IDS,
  type CategoryResult,
  type Confidence,
  type CriterionId,
  type CriterionResult,
  type Grade,
} from './audit';
import { capsOf } from './caps';
import { drawOverall } from './draws';

/** A category counts when so much of its weight is scored. */
export const COUNTS_FROM = 0.5;
const GRADE_FROM = 0.6;
const COMPLETE_FROM = 0.8;
/** With fewer posts behind the engagement rate a grade is provisional. */
const FEWEST_POSTS = 8;

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const applies = ({ state }: CriterionResult) => state !== 'not-applicable';
/** The weight that is scored: all of it, or that of the networks which have a score. */
const scoredWeight = ({ weight, coverage }: CriterionResult) => weight * coverage;

/** Criteria to categories: the weighted mean of what is scored. */
function categoriesOf(results: readonly CriterionResult[]): CategoryResult[] {
  return CATEGORY_IDS.map((id): CategoryResult => {
    const own = results.filter((result) => result.category === id && applies(result));
    const [weight, scored] = [sum(own.map((result) => result.weight)), sum(own.map(scoredWeight))];
    const coverage = weight > 0 ? scored / weight : null;
    const score = scored > 0 ? sum(own.map((result) => scoredWeight(result) * (result.score ?? 0))) / scored : null;
    return { id, weight, score, coverage, counts: coverage !== null && coverage >= COUNTS_FROM };
  });
}

/**
 * How much of the overall score each criterion makes, adding up to 1: overall = Σ part × score. A category weighs what all its criteria do that apply,
 * and a criterion in it what it has a score for. Empty where no category counts.
 */
export function partsOf(results: readonly CriterionResult[]): Map<CriterionId, number> {
  const counting = categoriesOf(results).filter(({ counts }) => counts);
  const all = sum(counting.map(({ weight }) => weight));
  return new Map(
    counting.flatMap(({ id, weight }) => {
      const own = results.filter((result) => result.category === id && applies(result) && result.score !== null);
      const scored = sum(own.map(scoredWeight));
      return own.map((result): [CriterionId, number] => [result.id, ((weight / all) * scoredWeight(result)) / scored]);
    }),
  );
}

/**
 * From criteria to the overall score, with everything that limits it. What has no score weighs nothing; what that may hide is in `coverage` and `bounds`.
 * `outside` is a grade that says why there can be none.
 */
export function scoreOf(results: readonly CriterionResult[], seed: number, outside: Grade | null = null): AuditScore {
  const categories = categoriesOf(results);
  const applicable = results.filter(applies);
  const all = sum(applicable.map(({ weight }) => weight));
  const coverage = all > 0 ? sum(applicable.map(scoredWeight)) / all : 0;
  const parts = partsOf(results);
  const overall = parts.size ? sum(results.map(({ id, score }) => (parts.get(id) ?? 0) * (score ?? 0))) : null;
  const caps = capsOf(results);
  const known = all > 0 ? sum(applicable.map((result) => scoredWeight(result) * (result.score ?? 0))) / all : 0;
  const interval = overall === null ? { low: null, high: null } : intervalOf(drawOverall(results, parts, seed), overall);
  const completeness = completenessOf(coverage, results);
  const uncapped = overall === null || completeness === 'incomplete' ? null : gradeOf(overall);
  const perfect = coverage >= 0.9 && !caps.length && (interval.low ?? 0) >= 80;
  // Letters sort as grades do.
  const capped = uncapped && ([uncapped, ...caps.map(({ most }) => most)].sort().at(-1) ?? null);
  return {
    ...{ overall, ...interval, coverage, completeness, caps, categories, uncapped },
    confidence: interval.low === null ? null : confidenceOf((interval.high - interval.low) / 2),
    bounds: boundsOf(known, overall, coverage),
    grade: outside ?? (capped === 'A' && perfect ? 'A+' : capped),
  };
}

/**
 * What the overall score would be if everything missing scored 0, and if it scored 100: cov·S to cov·S + (1 − cov)·100. Where a category is left out, or is
 * scored in part, S over all that is scored is not the overall score; the bounds then hold both.
 */
function boundsOf(known: number, overall: number | null, coverage: number): AuditScore['bounds'] {
  const room = 100 * (1 - coverage);
  const shown = overall === null ? known : coverage * overall;
  return { low: Math.min(known, shown), high: Math.min(100, Math.max(known, shown) + room) };
}

function intervalOf(draws: Float64Array, overall: number): { low: number; high: number } {
  const sorted = Array.from(draws.sort());
  return { low: Math.min(overall, quantileSorted(sorted, 0.1)), high: Math.max(overall, quantileSorted(sorted, 0.9)) };
}

function completenessOf(coverage: number, results: readonly CriterionResult[]): AuditScore['completeness'] {
  if (coverage < GRADE_FROM) return 'incomplete';
  const rates = results.find(({ id }) => id === 'engagement')?.parts.filter(({ state }) => state === 'scored') ?? [];
  const few = rates.length > 0 && rates.every(({ measure }) => (measure?.n ?? 0) < FEWEST_POSTS);
  return coverage < COMPLETE_FROM || few ? 'provisional' : 'complete';
}

/** The table of SSL Labs (https://github.com/ssllabs/research/wiki/SSL-Server-Rating-Guide). */
export const GRADES: readonly [Grade, number][] = [
  ['A', 80],
  ['B', 65],
  ['C', 50],
  ['D', 35],
  ['E', 20],
  ['F', 0],
];

/** Adding up leaves a float a little off: 20 points are 20 points. */
const SLACK = 1e-9;
const gradeOf = (overall: number): Grade => GRADES.find(([, from]) => overall + SLACK >= from)?.[0] ?? 'F';

function confidenceOf(half: number): Confidence {
  return half <= 5 ? 'high' : half <= 10 ? 'medium' : half <= 20 ? 'low' : 'indicative';
}
