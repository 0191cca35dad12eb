import type { Criterion } from '../audit';
import { unknown, unmeasured } from '../measured';

/**
 * How many channels the followers are truly spread over: 1 by the sum of squared shares (Herfindahl–Hirschman index). Whoever stands on one leg falls
 * with it.
 */
export const dependency: Criterion = {
  ...{ id: 'dependency', code: 'L3', category: 'governance', keys: ['strategy'], weight: 1, version: 1 },
  ...{ needs: ['followers', 'channels'], scope: 'brand', effort: 'L' },
  measure({ own, brand, accounts }) {
    if (!own) return unmeasured('not-applicable', 'competitor', null);
    if (brand.accounts.length < 2) return unmeasured('too-few', 'one-channel', 'channels');
    const counts = accounts.map(({ followers }) => followers.findLast((point) => point.followers.value !== null)?.followers.value ?? null);
    const known = counts.flatMap((count) => count ?? []);
    const all = known.reduce((sum, count) => sum + count, 0);
    if (known.length < brand.accounts.length || all <= 0) return unknown('followers-unknown');
    const value = 1 / known.reduce((sum, count) => sum + (count / all) ** 2, 0);
    // Rounding of counts moves it by less than its last printed digit.
    return { value, low: value, high: value, n: known.length, unit: 'count', evidence: accounts.map(({ accountKey }) => accountKey) };
  },
  curve: () => ({ kind: 'higher', median: 1.8, p90: 3, basis: { kind: 'house' } }),
};
