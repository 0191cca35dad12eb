import fc from 'fast-check';
import type { CriterionResult, CriterionState } from '../../lib/audits/audit';
import { criteria } from '../../lib/audits/index';

/** A result with a score, or with a state that has none. */
export function result(id: CriterionResult['id'], score: number | null, changes: Partial<CriterionResult> = {}): CriterionResult {
  const criterion = criteria.find((each) => each.id === id);
  if (!criterion) throw new Error(id);
  const { code, category, keys, weight, version } = criterion;
  const state: CriterionState = score === null ? 'not-captured' : 'scored';
  const bounds = { score, low: score, high: score, coverage: score === null ? 0 : 1 };
  return { id, code, category, keys: [...keys], weight, version, state, why: null, need: null, ...bounds, parts: [], ...changes };
}

const score = fc.double({ min: 0, max: 100, noNaN: true });
const one = (id: CriterionResult['id']) =>
  fc.oneof(
    fc
      .tuple(score, fc.double({ min: 0, max: 40, noNaN: true }), fc.constantFrom(1, 0.5, 0.25))
      .map(([value, width, coverage]) =>
        result(id, value, { low: Math.max(0, value - width), high: Math.min(100, value + width), coverage }),
      ),
    fc.constantFrom<CriterionState>('not-captured', 'hidden', 'manual', 'failed').map((state) => result(id, null, { state })),
    fc.constant(result(id, null, { state: 'not-applicable' })),
  );

/** What an audit may come to, criterion by criterion. */
export const results = fc.tuple(...criteria.map(({ id }) => one(id)));
