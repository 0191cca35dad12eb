import type { Criterion } from '../audit';
import { answerable, answered } from '../replies';
import { ANSWERS } from '../sources';

/** Part of the comments that the brand answered. Nine in ten, which Facebook asked of a page to call it very responsive, is the target. */
export const replyRate: Criterion = {
  ...{ id: 'replyRate', code: 'M1', category: 'community', keys: ['dialogue', 'listening'], weight: 5, version: 1 },
  ...{ needs: ['comments'], scope: 'network', effort: 'S' },
  measure(facts) {
    const threads = answerable(facts);
    return Array.isArray(threads) ? answered(threads, 10) : threads;
  },
  curve: () => ({ kind: 'share', norm: 0.28, target: 0.9, basis: ANSWERS }),
};
