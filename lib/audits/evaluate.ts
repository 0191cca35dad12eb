import type { NetworkId } from '../model/vocabulary';
import { sumOfRates } from '../stats/rates';
import type { Criterion, CriterionResult, CriterionState, Curve, Measure, PartResult } from './audit';
import { scoreOn } from './curves';
import type { Facts } from './facts';
import { isUnmeasured, unknown, unmeasured } from './measured';

/** Of several networks without a score, the state that the user can do most about is named. */
const BY_USE: CriterionState[] = [
  ...(['failed', 'not-captured', 'too-few', 'too-young', 'unscored', 'manual', 'owner-only', 'hidden', 'not-applicable'] as const),
];

/** Asks one criterion of a brand: of all its networks together, or of each apart. What goes wrong in it becomes its result and harms no other. */
export function evaluate(criterion: Criterion, whole: Facts, apart: ReadonlyMap<NetworkId, Facts>, weight: number): CriterionResult {
  const asked: [NetworkId | null, Facts][] = criterion.scope === 'brand' ? [[whole.network, whole]] : [...apart];
  const parts = asked.map(([network, facts]) => partOf(criterion, facts, network));
  const { id, code, category, keys, version } = criterion;
  return { id, code, category, keys: [...keys], version, weight, ...together(parts), parts };
}

const NO_SCORE = { score: null, low: null, high: null };

function partOf(criterion: Criterion, facts: Facts, network: NetworkId | null): PartResult {
  const part: PartResult = { network, state: 'failed', why: null, need: null, ...NO_SCORE, measure: null, curve: null };
  try {
    const measure = criterion.measure(facts);
    if (isUnmeasured(measure)) return { ...part, ...measure };
    const curve = criterion.curve(facts, measure);
    if (isUnmeasured(curve)) return { ...part, ...curve, measure };
    return { ...part, state: 'scored', ...scored(curve, measure), measure, curve };
  } catch {
    return { ...part, ...unmeasured('failed', 'failed', null) };
  }
}

/** A score that is a number, between 0 and 100, within its interval. */
function scored(curve: Curve, measure: Measure): { score: number; low: number; high: number } {
  const { value, low, high } = scoreOn(curve, measure);
  if (![measure.value, value, low, high].every(Number.isFinite)) throw new Error('not a number');
  return { score: within(value), low: within(Math.min(low, value)), high: within(Math.max(high, value)) };
}

/** A result worked out once more from the measures and curves that are in it. */
export function rescored(result: CriterionResult): CriterionResult {
  const parts = result.parts.map((part) =>
    part.state === 'scored' && part.curve && part.measure ? { ...part, ...scored(part.curve, part.measure) } : part,
  );
  return { ...result, ...together(parts), parts };
}

/** Rounding may pass the ends by the last digit of a float. */
const within = (score: number) => Math.min(100, Math.max(0, score));

/** The network that says why there is no score: one that failed, then the one that was measured on most and only lacks what to hold it against. */
function nearest(parts: PartResult[]): PartResult | undefined {
  const measured = parts.filter(({ measure }) => measure !== null).sort((a, b) => (b.measure?.n ?? 0) - (a.measure?.n ?? 0));
  const byUse = BY_USE.flatMap((state) => parts.find((part) => part.state === state) ?? []);
  return parts.find(({ state }) => state === 'failed') ?? measured[0] ?? byUse[0];
}

/** Networks count alike; one without a score weighs nothing and leaves a gap in the coverage. */
function together(parts: PartResult[]): Pick<CriterionResult, 'state' | 'why' | 'need' | 'score' | 'low' | 'high' | 'coverage'> {
  const scored = parts.flatMap(({ score, low, high }) =>
    score === null || low === null || high === null ? [] : [{ value: score, low, high }],
  );
  const applicable = parts.filter(({ state }) => state !== 'not-applicable').length;
  if (!scored.length) {
    const named = nearest(parts) ?? unknown('no-posts');
    return { state: named.state, why: named.why, need: named.need, ...NO_SCORE, coverage: 0 };
  }
  const sum = sumOfRates(scored);
  const mean = { score: sum.value / scored.length, low: within(sum.low / scored.length), high: within(sum.high / scored.length) };
  return { state: 'scored', why: null, need: null, ...mean, coverage: scored.length / applicable };
}
