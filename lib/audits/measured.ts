import type { Figure, Reason } from '../benchmark/result';
import { wilson } from '../stats/wilson';
import type { AuditWhy, Check, CriterionState, Curve, Measure, Need, Unit, Unmeasured } from './audit';

/** Nothing measured, for a reason of the audit's own. */
export const unmeasured = (state: Unmeasured['state'], reason: AuditWhy, need: Need | null): Unmeasured => ({
  state,
  why: { from: 'audit', reason },
  need,
});

/** Whether a criterion came to nothing. */
export const isUnmeasured = (outcome: Measure | Curve | Unmeasured): outcome is Unmeasured => 'state' in outcome;

/** What the benchmark's reasons mean to an audit, and what helps. */
const STATES: Record<Reason, [Exclude<CriterionState, 'scored'>, Need | null]> = {
  'no-posts': ['not-captured', 'posts'],
  'too-few-posts': ['too-few', 'posts'],
  'followers-unknown': ['not-captured', 'followers'],
  'not-shown': ['hidden', null],
  unread: ['not-captured', 'posts'],
  hidden: ['hidden', null],
  undated: ['not-captured', 'posts'],
  'short-window': ['not-captured', 'posts'],
  'few-weeks': ['not-captured', 'posts'],
  'below-step': ['hidden', 'followers'],
  'vague-dates': ['hidden', null],
  'outside-sector': ['not-applicable', null],
  'other-unknown': ['not-captured', 'posts'],
  alone: ['not-captured', 'reference'],
  'too-young': ['too-young', 'posts'],
  'another-kind': ['not-applicable', null],
};

/** Nothing measured, for a reason that the benchmark gives. */
export function unknown(reason: Reason): Unmeasured {
  const [state, need] = STATES[reason];
  return { state, why: { from: 'benchmark', reason }, need };
}

/** A figure of the benchmark as a measure; without an interval, or from fewer than `fewest`, it is none. */
export function fromFigure(figure: Figure, unit: Unit, fewest = 1): Measure | Unmeasured {
  const { value, low, high, n, evidence, reason } = figure;
  if (value === null || low === null || high === null) return unknown(reason ?? 'too-few-posts');
  if (n < fewest) return unknown('too-few-posts');
  return { value, low, high: Number.isFinite(high) ? high : null, n, unit, evidence };
}

/** A share that was counted, with Wilson's interval. */
export function counted(hits: number, of: number, evidence: string[]): Measure {
  return { ...wilson(hits, of), n: of, unit: 'fraction', evidence, share: { hits, of } };
}

/** A part of things that were all looked at, which nothing is to be inferred from. */
export function partOf(hits: number, of: number, evidence: string[]): Measure {
  const value = hits / of;
  return { value, low: value, high: value, n: of, unit: 'fraction', evidence };
}

/** A list of checks; where none could be looked at it waits for a person. */
export function checked(checks: Check[]): Measure | Unmeasured {
  const looked = checks.filter(({ passed }) => passed !== null);
  if (!looked.length) return { ...unmeasured('manual', 'to-confirm', 'human'), open: checks };
  const passed = looked.filter((check) => check.passed).length;
  const open = checks.length - looked.length;
  return {
    value: passed / looked.length,
    low: passed / checks.length,
    high: (passed + open) / checks.length,
    n: looked.length,
    unit: 'fraction',
    evidence: [...new Set(checks.flatMap(({ where }) => where ?? []))],
    checks,
  };
}
