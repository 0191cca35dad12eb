import { describe, expect, test } from 'vitest';
import { benchmark } from '../../lib/benchmark/benchmark';
import type { PostState } from '../../lib/model/rollup';
import { ago, brand, count, DAY, NOW, post, rollup, study } from './make';

const of = (posts: PostState[]) => benchmark(study([brand()]), [rollup(posts)], [], NOW);
const kpisOf = (posts: PostState[]) => of(posts).rows[0]?.kpis;

describe('trend', () => {
  test('weeks begin on Monday 00:00 UTC; posts of no certain week are left out', () => {
    const sunday = Date.UTC(2026, 10, 15, 23, 59);
    const at = (value: number, low = value, high = value) => ({ value, low, high, from: 'id' as const });
    const posts = [
      post({ published: at(sunday) }),
      post({ published: at(sunday + 60_000), metrics: { likes: count(20), comments: count(0), shares: count(0) } }),
      post({ published: at(sunday, sunday - 30 * DAY, sunday) }),
      post({ published: null }),
    ];
    const [series] = of(posts).trend;
    expect(series?.points).toEqual([
      { week: Date.UTC(2026, 10, 9), value: 0.015, low: null, high: null, n: 1 },
      { week: Date.UTC(2026, 10, 16), value: 0.02, low: null, high: null, n: 1 },
    ]);
  });

  const weeks = (n: number, likes: (week: number) => number) =>
    Array.from({ length: 2 * n }, (_, i) => {
      const metrics = { likes: count(likes(i >> 1)), comments: count(0), shares: count(0) };
      return post({ published: ago(7 * (i >> 1) + 3), metrics });
    });

  test('grows by the Theil–Sen slope of the weekly logarithms, which one viral week does not bend', () => {
    const erTrend = kpisOf(weeks(12, (week) => Math.round(1000 * 0.9 ** week) * (week === 5 ? 50 : 1)))?.erTrend;
    expect(erTrend?.value).toBeCloseTo(1 / 0.9 - 1, 2);
    expect(erTrend).toMatchObject({ n: 12, as: 'estimated', reason: null });
    expect(erTrend?.low).toBeGreaterThan(0);
  });

  test('needs eight weeks, and shows none where there is none', () => {
    expect(kpisOf(weeks(7, () => 10))?.erTrend).toMatchObject({ value: null, reason: 'few-weeks' });
    const none = kpisOf(weeks(12, (week) => 100 + ((week * 7) % 5)))?.erTrend;
    expect(none?.low).toBeLessThanOrEqual(0);
    expect(none?.high).toBeGreaterThanOrEqual(0);
  });
});
