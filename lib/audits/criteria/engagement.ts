import type { Criterion } from '../audit';
import { fromFigure } from '../measured';
import { referenceFor } from '../reference';

/** Typical engagement rate by followers: the benchmark's own figure, against peers or the published median of the industry. */
export const engagement: Criterion = {
  ...{ id: 'engagement', code: 'E1', category: 'engagement', keys: ['content', 'affinity'], weight: 10, version: 1 },
  ...{ needs: ['posts', 'followers', 'reference'], scope: 'network', effort: 'L' },
  measure: ({ row }) => fromFigure(row.kpis.erFollowers, 'fraction', 5),
  curve: (facts) => referenceFor(facts, 'erFollowers'),
};
