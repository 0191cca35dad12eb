import type { Rollup } from '../model/rollup';
import type { AgeCurves } from './age';
import { countBy } from './final-count';
import type { Measure } from './measures';
import { xFactors } from './x-factor';

/**
 * Posts against what was expected of them, as a measure whose typical value can be taken. Its bounds are those of the post's own count: the
 * doubt about what its account's posts get stays out, since the posts of a group are among those that the expectation rests on, and their
 * typical value moves with it. For means that is exact (the variance of a part's mean against the whole's is σ²(1/n − 1/N), less than σ²/n).
 */
export function againstExpected(rollups: Rollup[], curves: AgeCurves): Measure {
  const xFactor = xFactors(rollups, curves);
  return (post) => {
    const x = xFactor(post);
    if (typeof x === 'string') return x;
    const count = countBy(post, x.by);
    if (typeof count === 'string') return count;
    const by = x.expected + 0.5;
    return { value: x.value, low: (count.low + 0.5) / by, high: (count.high + 0.5) / by, half: 0.5 / by };
  };
}
