import type { Criterion } from '../audit';
import { taggedShare } from '../tagged';

/** Part of the posts that serve the mission of their channel, as the analyst judges. */
export const mission: Criterion = {
  ...{ id: 'mission', code: 'C6', category: 'content', keys: ['strategy', 'objective'], weight: 3, version: 1 },
  ...{ needs: ['tags'], scope: 'brand', effort: 'M' },
  measure: (facts) => taggedShare(facts, 'mission', 12),
  curve: () => ({ kind: 'share', norm: 0.4, target: 0.8, basis: { kind: 'house' } }),
};
