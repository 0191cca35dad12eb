import { median } from 'simple-statistics';
import type { Criterion } from '../audit';
import { fromFigure, isUnmeasured, unknown } from '../measured';

const DAY = 86_400_000;
const FEWEST_POSTS = 10;

/** The longest time without a post, as so many times the account's usual one. */
export const silences: Criterion = {
  ...{ id: 'silences', code: 'A3', category: 'activity', keys: ['content', 'affinity'], weight: 3, version: 1 },
  ...{ needs: ['posts'], scope: 'brand', effort: 'M' },
  measure({ row, posts }) {
    const longest = fromFigure(row.kpis.longestSilence, 'times', FEWEST_POSTS);
    if (isUnmeasured(longest)) return longest;
    const evidence = new Set(longest.evidence);
    const times = posts
      .flatMap(({ postKey, published }) => (published && evidence.has(postKey) ? [published.value] : []))
      .sort((a, b) => a - b);
    const usual = median(times.slice(1).map((time, i) => (time - (times[i] ?? time)) / DAY));
    if (usual <= 0) return unknown('vague-dates');
    const by = (days: number | null) => (days === null ? null : days / usual);
    return { ...longest, value: longest.value / usual, low: by(longest.low), high: by(longest.high) };
  },
  curve: () => ({ kind: 'lower', median: 4, p10: 1.7, basis: { kind: 'house' } }),
};
