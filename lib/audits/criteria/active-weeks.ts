import type { Criterion } from '../audit';
import { fromFigure, isUnmeasured, unknown } from '../measured';

const SHORTEST = 42 * 86_400_000;

/** Part of the last twelve weeks, of those that captures cover, with at least one post. */
export const activeWeeks: Criterion = {
  ...{ id: 'activeWeeks', code: 'A2', category: 'activity', keys: ['content', 'affinity'], weight: 4, version: 1 },
  ...{ needs: ['posts'], scope: 'brand', effort: 'M' },
  measure({ row, posts }) {
    const measure = fromFigure(row.kpis.activeWeeks, 'fraction');
    if (isUnmeasured(measure)) return measure;
    const evidence = new Set(measure.evidence);
    const counted = posts.filter(({ postKey }) => evidence.has(postKey));
    const times = counted.flatMap(({ published, takenAt }) => (published ? [{ from: published.value, to: takenAt }] : []));
    const from = times.reduce((least, time) => Math.min(least, time.from), Number.POSITIVE_INFINITY);
    const to = times.reduce((most, time) => Math.max(most, time.to), 0);
    return to - from < SHORTEST ? unknown('few-weeks') : measure;
  },
  curve: () => ({ kind: 'share', norm: 0.75, target: 1, basis: { kind: 'house' } }),
};
