import type { Criterion } from '../audit';
import { fromFigure } from '../measured';
import { referenceFor } from '../reference';

/** Typical comments per 1,000 followers: how much the posts make people talk. */
export const conversation: Criterion = {
  ...{ id: 'conversation', code: 'E2', category: 'engagement', keys: ['dialogue', 'listening'], weight: 4, version: 1 },
  ...{ needs: ['posts', 'followers', 'reference'], scope: 'network', effort: 'M' },
  measure: ({ row }) => fromFigure(row.kpis.comments1000, 'per-1000', 8),
  curve: (facts) => referenceFor(facts, 'comments1000'),
};
