import type { Criterion } from '../audit';
import { taggedShare } from '../tagged';

/** Part of the posts that say what the reader gets from them, as the analyst judges. */
export const usefulness: Criterion = {
  ...{ id: 'usefulness', code: 'C5', category: 'content', keys: ['content', 'affinity'], weight: 3, version: 1 },
  ...{ needs: ['tags'], scope: 'brand', effort: 'M' },
  measure: (facts) => taggedShare(facts, 'useful', 12),
  curve: () => ({ kind: 'share', norm: 0.4, target: 0.7, basis: { kind: 'house' } }),
};
