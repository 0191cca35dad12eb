import type { Criterion } from '../audit';
import { answerable, answered } from '../replies';
import { ANSWERS } from '../sources';

/** Part of the questions among the comments that the brand answered. */
export const questions: Criterion = {
  ...{ id: 'questions', code: 'M3', category: 'community', keys: ['listening', 'dialogue'], weight: 3, version: 1 },
  ...{ needs: ['comments'], scope: 'network', effort: 'S' },
  measure(facts) {
    const threads = answerable(facts);
    if (!Array.isArray(threads)) return threads;
    return answered(
      threads.filter(({ comment }) => comment.question),
      8,
    );
  },
  curve: () => ({ kind: 'share', norm: 0.28, target: 0.9, basis: ANSWERS }),
};
