import { describe, expect, test } from 'vitest';
import { positionsOf } from '../../lib/benchmark/positions';
import { benchmarkOf, brandRow, figure } from '../components/make';

const a = brandRow('a', 'own', { followers: figure(100, 100, 100), erFollowers: figure(0.01, 0.008, 0.013), interactions: figure(4) });
const b = brandRow('b', 'direct', { followers: figure(90_000, 85_000, 95_000), interactions: figure(0) });
const c = brandRow('c', 'leader', {
  followers: figure(null, null, null, { reason: 'hidden' }),
  erFollowers: figure(null, null, null, { reason: 'unread' }),
});
const benchmark = benchmarkOf([a, b, c]);

describe('the positioning map', () => {
  test('places brands that have both figures, and names the others with each reason', () => {
    const { placed, unplaced, peers } = positionsOf(benchmark, benchmark.rows, 'followers', 'erFollowers');
    expect(placed).toEqual([{ row: a, x: a.kpis.followers, y: a.kpis.erFollowers }]);
    expect(unplaced.map(({ row, missing }) => [row.brandId, missing])).toEqual([
      ['b', [{ kpi: 'erFollowers', reason: 'no-posts' }]],
      [
        'c',
        [
          { kpi: 'followers', reason: 'hidden' },
          { kpi: 'erFollowers', reason: 'unread' },
        ],
      ],
    ]);
    expect(peers.y).toBe(benchmark.peers.erFollowers);
  });

  test('has logarithmic axes for counts, and none where a brand has none of them', () => {
    const of = (x: 'followers' | 'erFollowers', y: 'interactions' | 'erFollowers') =>
      positionsOf(benchmark, benchmark.rows, x, y).logarithmic;
    expect(of('followers', 'erFollowers')).toEqual({ x: true, y: false });
    // B's typical post has no interaction at all: zero has no logarithm.
    expect(of('followers', 'interactions')).toEqual({ x: true, y: false });
    expect(positionsOf(benchmark, [a], 'followers', 'interactions').logarithmic).toEqual({ x: true, y: true });
  });

  test('a figure against itself is asked for once', () => {
    const { unplaced } = positionsOf(benchmark, [c], 'followers', 'followers');
    expect(unplaced[0]?.missing).toHaveLength(1);
  });
});
