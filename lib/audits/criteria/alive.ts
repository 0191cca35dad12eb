import type { Criterion } from '../audit';
import { unknown } from '../measured';
import { silenceOf } from '../silence';

/** Days from the last post to the last look at the page. */
export const alive: Criterion = {
  ...{ id: 'alive', code: 'P5', category: 'presence', keys: ['strategy', 'content'], weight: 3, version: 1 },
  ...{ needs: ['posts'], scope: 'network', effort: 'S' },
  measure({ posts }) {
    if (!posts.length) return unknown('no-posts');
    const silence = silenceOf(posts);
    return silence ? { ...silence, n: 1, unit: 'days' } : unknown('undated');
  },
  curve: () => ({ kind: 'lower', median: 14, p10: 3, basis: { kind: 'house' } }),
};
