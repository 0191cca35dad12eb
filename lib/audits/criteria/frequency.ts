import type { Criterion } from '../audit';
import { fromFigure, unknown } from '../measured';
import { bandFor } from '../reference';

const SHORTEST = 14 * 86_400_000;

/** Posts per week, against half to twice what others of the trade publish: less is overlooked, more wears out those who follow. */
export const frequency: Criterion = {
  ...{ id: 'frequency', code: 'A1', category: 'activity', keys: ['content'], weight: 5, version: 1 },
  ...{ needs: ['posts', 'reference'], scope: 'network', effort: 'M' },
  measure({ row }) {
    const { oldest, capturedAt } = row;
    if (oldest !== null && capturedAt !== null && capturedAt - oldest < SHORTEST) return unknown('short-window');
    return fromFigure(row.kpis.postsPerWeek, 'per-week');
  },
  curve: (facts) => bandFor(facts, 'postsPerWeek'),
};
