import type { Criterion } from '../audit';
import { fromFigure } from '../measured';
import { referenceFor } from '../reference';

/** Typical shares per 1,000 followers: how far the posts are carried. Not measurable where the network prints none. */
export const amplification: Criterion = {
  ...{ id: 'amplification', code: 'E3', category: 'engagement', keys: ['strategy', 'content'], weight: 4, version: 1 },
  ...{ needs: ['posts', 'followers', 'reference'], scope: 'network', effort: 'M' },
  measure: ({ row }) => fromFigure(row.kpis.shares1000, 'per-1000', 8),
  curve: (facts) => referenceFor(facts, 'shares1000'),
};
