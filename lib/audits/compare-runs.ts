import { chanceGreater } from '../stats/greater';
import type { CriterionId, CriterionResult, CriterionState, Grade } from './audit';
import { chanceOver, drawOverall } from './draws';
import type { AuditRun } from './report';
import { partsOf } from './score';

/** A change counts as more than noise when it is this sure; one in ten criteria would pass by chance at 0.9. */
const SURE = 0.95;

/** A criterion in two audits. `chance`: how surely the later score is the higher one; null where one of them has none. */
export interface CriterionChange {
  id: CriterionId;
  before: number | null;
  after: number | null;
  states: [before: CriterionState, after: CriterionState];
  chance: number | null;
  beyondNoise: boolean;
  /** Measured or scored by another version: the two numbers are not of one kind. */
  otherVersion: boolean;
  /** Held against something else than before. */
  otherReference: boolean;
}

/** What parts two audits of a brand. */
export interface RunChange {
  overall: { before: number | null; after: number | null; chance: number | null; beyondNoise: boolean };
  grades: [before: Grade | null, after: Grade | null];
  coverage: [before: number, after: number];
  /** What else than the brand changed. */
  because: ('weights' | 'norms' | 'peers' | 'method' | 'scope')[];
  /** Those that came, went or changed, the surest first. */
  criteria: CriterionChange[];
}

/** Compares an earlier audit with a later one. */
export function compareRuns(before: AuditRun, after: AuditRun): RunChange {
  const chance = overallChance(before, after);
  const later = new Map(after.criteria.map((result) => [result.id, result]));
  const criteria = before.criteria.flatMap((result) => {
    const other = later.get(result.id);
    return other ? [changeOf(result, other)] : [];
  });
  const sureness = ({ chance: c }: CriterionChange) => (c === null ? 0 : Math.abs(c - 0.5));
  return {
    overall: { before: before.score.overall, after: after.score.overall, chance, beyondNoise: isSure(chance) },
    grades: [before.score.grade, after.score.grade],
    coverage: [before.score.coverage, after.score.coverage],
    because: reasonsOf(before, after),
    criteria: criteria
      .filter(({ before: a, after: b, states }) => a !== b || states[0] !== states[1])
      .sort((a, b) => Number(b.beyondNoise) - Number(a.beyondNoise) || sureness(b) - sureness(a)),
  };
}

const isSure = (chance: number | null) => chance !== null && Math.max(chance, 1 - chance) >= SURE;

function overallChance(before: AuditRun, after: AuditRun): number | null {
  if (before.score.overall === null || after.score.overall === null) return null;
  if (before.score.overall === after.score.overall) return 0.5;
  // Two audits are two measurements, each with a chance of its own.
  const draws = (run: AuditRun, salt: string) => drawOverall(run.criteria, partsOf(run.criteria), run.seed, salt);
  return chanceOver(draws(after, 'after'), draws(before, 'before'));
}

function changeOf(before: CriterionResult, after: CriterionResult): CriterionChange {
  const estimates = [before, after].map(({ score, low, high }) =>
    score === null || low === null || high === null ? null : { value: score, low, high },
  );
  const [a, b] = estimates;
  const chance = a && b ? chanceGreater(b, a) : null;
  const otherVersion = before.version !== after.version;
  return {
    ...{ id: before.id, before: before.score, after: after.score, states: [before.state, after.state], chance, otherVersion },
    beyondNoise: !otherVersion && before.score !== after.score && (isSure(chance) || flipped(before, after)),
    otherReference: curvesOf(before) !== curvesOf(after),
  };
}

/** Whether an item of a list of checks now passes that failed, or the other way round: a fact, which is no noise however much else of the list is unknown. */
function flipped(before: CriterionResult, after: CriterionResult): boolean {
  const known = ({ parts }: CriterionResult) =>
    parts.flatMap(
      ({ measure }) =>
        measure?.checks?.flatMap(({ id, where, saw, passed }) => (passed === null ? [] : [{ key: itemOf(id, where, saw), passed }])) ?? [],
    );
  const earlier = new Map(known(before).map(({ key, passed }) => [key, passed]));
  return known(after).some(({ key, passed }) => earlier.has(key) && earlier.get(key) !== passed);
}

/** Items of objectives are told apart by what was looked at, all others by where. */
const itemOf = (id: string, where: string | null, saw: string | null) => `${id} ${where ?? saw ?? ''}`;

const curvesOf = ({ parts }: CriterionResult) => JSON.stringify(parts.map(({ curve }) => curve));

function reasonsOf(before: AuditRun, after: AuditRun): RunChange['because'] {
  const differ = (of: (run: AuditRun) => unknown) => JSON.stringify(of(before)) !== JSON.stringify(of(after));
  const versions = ({ method, criteria }: AuditRun) => [method, criteria.map(({ id, version }) => [id, version])];
  const reasons: [RunChange['because'][number], (run: AuditRun) => unknown][] = [
    ['weights', ({ weights }) => Object.entries(weights).sort()],
    ['norms', ({ inputs, industry }) => [inputs.norms, industry]],
    ['peers', ({ inputs }) => [...inputs.peers].sort()],
    ['method', versions],
    ['scope', ({ network, inputs }) => [network, [...inputs.accounts].sort()]],
  ];
  return reasons.flatMap(([reason, of]) => (differ(of) ? [reason] : []));
}
