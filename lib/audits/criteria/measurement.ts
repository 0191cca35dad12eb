import type { Criterion } from '../audit';
import { partOf, unmeasured } from '../measured';

/** Part of the strategy's KPIs that numbers come in for. */
export const measurement: Criterion = {
  ...{ id: 'measurement', code: 'B2', category: 'business', keys: ['measure'], weight: 1, version: 1 },
  ...{ needs: ['strategy', 'ownerData'], scope: 'brand', effort: 'M' },
  measure({ own, owner }) {
    if (!own) return unmeasured('not-applicable', 'competitor', null);
    const kpis = owner?.kpis;
    if (!kpis?.length) return unmeasured('owner-only', 'no-owner-data', 'ownerData');
    return partOf(kpis.filter(({ live }) => live).length, kpis.length, []);
  },
  curve: () => ({ kind: 'share', norm: 0.5, target: 0.9, basis: { kind: 'house' } }),
};
