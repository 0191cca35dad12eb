import type { Criterion } from '../audit';
import { fromFigure, isUnmeasured, unknown, unmeasured } from '../measured';
import { peerValues } from '../reference';

const SHORTEST = 14 * 86_400_000;
const FEWEST_PEERS = 5;

/** Weekly growth of followers against peers, by rank: growth may be below zero, which no log-normal curve knows. */
export const growth: Criterion = {
  ...{ id: 'growth', code: 'G1', category: 'growth', keys: ['affinity', 'measure'], weight: 4, version: 1 },
  ...{ needs: ['followers', 'reference'], scope: 'network', effort: 'L' },
  measure({ accounts, row, from }) {
    const spans = accounts.map(({ followers }) => {
      const times = followers
        .filter((point) => point.followers.value !== null && point.takenAt >= (from ?? 0))
        .map(({ takenAt }) => takenAt);
      return (times.at(-1) ?? 0) - (times[0] ?? 0);
    });
    if (spans.some((span) => span > 0 && span < SHORTEST)) return { ...unknown('short-window'), need: 'followers' };
    const measure = fromFigure(row.kpis.growthWeekly, 'fraction');
    return isUnmeasured(measure) ? { ...measure, need: 'followers' } : measure;
  },
  curve(facts) {
    const values = peerValues(facts, 'growthWeekly').sort((a, b) => a - b);
    if (values.length < FEWEST_PEERS) return unmeasured('unscored', 'no-peers-or-norm', 'reference');
    return { kind: 'rank', values, basis: { kind: 'peers', n: values.length, fit: 'rank' } };
  },
};
