import type { Criterion } from '../audit';
import { MIX_KINDS } from '../given';
import { unknown } from '../measured';
import { taggedWith } from '../tagged';

const FEWEST = 9;
const THIRDS = [1 / 3, 1 / 3, 1 / 3];

/** How near the posts are to the rule of thirds (or to the mix that the strategy sets): about oneself, from others, with people. */
export const mix: Criterion = {
  ...{ id: 'mix', code: 'C1', category: 'content', keys: ['content', 'commerce', 'dialogue'], weight: 4, version: 1 },
  ...{ needs: ['tags'], scope: 'brand', effort: 'M' },
  measure(facts) {
    const tagged = taggedWith(facts, 'mix');
    if (!Array.isArray(tagged)) return tagged;
    if (tagged.length < FEWEST) return { ...unknown('too-few-posts'), need: 'tags' };
    const counts = MIX_KINDS.map((kind) => tagged.filter(({ tag }) => tag === kind).length);
    const largest = Math.max(...counts) / tagged.length;
    const evidence = tagged.map(({ postKey }) => postKey);
    return { value: largest, low: null, high: null, n: tagged.length, unit: 'fraction', evidence, counts };
  },
  curve({ own: ours, strategy }) {
    const own = ours ? strategy?.mix : undefined;
    return own ? { kind: 'mix', target: [...own], basis: { kind: 'own' } } : { kind: 'mix', target: THIRDS, basis: { kind: 'house' } };
  },
};
