import type { Criterion } from '../audit';
import { answerable, answered } from '../replies';

/** Part of the comments that the brand answered. The norm is what service-level reports of the field give for company pages; nine in ten is the target. */
export const replyRate: Criterion = {
  ...{ id: 'replyRate', code: 'M1', category: 'community', keys: ['dialogue', 'listening'], weight: 5, version: 1 },
  ...{ needs: ['comments'], scope: 'network', effort: 'S' },
  measure(facts) {
    const threads = answerable(facts);
    return Array.isArray(threads) ? answered(threads, 10) : threads;
  },
  curve: () => ({ kind: 'share', norm: 0.28, target: 0.9, basis: { kind: 'house' } }),
};
