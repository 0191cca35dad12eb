import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benchmark } from '../../lib/benchmark/benchmark';
import { type Figure, KPI_IDS, type KpiId } from '../../lib/benchmark/result';
import type { AccountRecord, PostState } from '../../lib/model/rollup';
import type { MetricName } from '../../lib/model/vocabulary';
import { absent, account, ago, brand, count, hidden, NOW, post, rollup, study, unread } from './make';

/** KPIs that are made from single posts, and the readings that each of them needs. */
const NEEDS: Partial<Record<KpiId, readonly MetricName[]>> = {
  interactions: ['likes', 'comments', 'shares'],
  erFollowers: ['likes', 'comments', 'shares'],
  erTrend: ['likes', 'comments', 'shares'],
  erViews: ['likes', 'comments', 'shares', 'views'],
  likes1000: ['likes'],
  comments1000: ['comments'],
  shares1000: ['shares'],
  viewRate: ['views'],
};
/** KPIs that need no counts of posts. */
const UNTOUCHED: KpiId[] = ['followers', 'growthWeekly', 'postsPerWeek', 'sharePosts', 'activeWeeks', 'longestSilence', 'burstiness'];
const METRICS = ['likes', 'comments', 'shares', 'views'] as const;

const rival = brand({ id: 'b2', name: 'Rival', role: 'direct', accounts: ['x:rival'] });
const rivals = Array.from({ length: 30 }, (_, i) => post({ accountKey: 'x:rival', snapshotId: 's2', published: ago(2 * i + 1) }));
const accounts = [
  account([
    [14, count(900)],
    [0, count(1000)],
  ]),
  account(
    [
      [14, count(500)],
      [0, count(510)],
    ],
    'x:rival',
  ),
];
const kpisOf = (posts: PostState[], known: AccountRecord[] = accounts): Record<KpiId, Figure> => {
  const [row] = benchmark(study([brand(), rival]), [rollup(posts), rollup(rivals, 'x:rival')], known, NOW).rows;
  if (!row) throw new Error('no row');
  // Whether a post is suspected rests on the likes and comments of the others: that is tested where it is decided.
  fc.pre(row.posts.suspected === 0);
  return row.kpis;
};
const said = ({ evidence: _, reason: __, ...figure }: Figure) => figure;

/** Posts with every reading, each at least 1: whatever becomes 0 was made so. */
const whole = fc
  .array(
    fc.record({
      likes: fc.integer({ min: 1, max: 900 }),
      comments: fc.integer({ min: 1, max: 90 }),
      views: fc.integer({ min: 1, max: 9000 }),
    }),
    {
      minLength: 8,
      maxLength: 30,
    },
  )
  .map((list) =>
    list.map(({ likes, comments, views }, i) =>
      post({
        postKey: `x:m${i}`,
        published: ago(2 * i + 1),
        metrics: { likes: count(likes), comments: count(comments), shares: count(1), views: count(views) },
      }),
    ),
  );
/** Which readings go, and what is left in their place. */
const losses = fc.array(fc.tuple(fc.nat(29), fc.constantFrom(...METRICS), fc.constantFrom(hidden(), unread(), absent(), null)), {
  maxLength: 80,
});

const without = (posts: PostState[], lost: [number, MetricName, ReturnType<typeof hidden> | null][]): PostState[] =>
  posts.map((each, i) => {
    const metrics = { ...each.metrics };
    for (const [at, metric, left] of lost) {
      if (at !== i) continue;
      if (left) metrics[metric] = left;
      else delete metrics[metric];
    }
    return { ...each, metrics };
  });

test('a reading that is missing takes its post out of the figures that need it, and changes nothing else', () => {
  fc.assert(
    fc.property(whole, losses, (posts, lost) => {
      const left = without(posts, lost);
      const before = kpisOf(posts);
      const after = kpisOf(left);
      for (const kpi of UNTOUCHED) expect(after[kpi], kpi).toEqual(before[kpi]);
      for (const [kpi, needed] of Object.entries(NEEDS) as [KpiId, MetricName[]][]) {
        const complete = left.filter(({ metrics }) => needed.every((metric) => metrics[metric]?.value != null));
        // The same as if the other posts had never been seen.
        const alone = kpisOf(posts.filter(({ postKey }) => complete.some((each) => each.postKey === postKey)))[kpi];
        expect(said(after[kpi]), kpi).toEqual(said(alone));
        if (complete.length === 0) expect(after[kpi], kpi).toMatchObject({ value: null, n: 0 });
        else if (kpi !== 'erTrend') expect(after[kpi].value, kpi).toBeGreaterThan(0);
      }
    }),
    { numRuns: 40 },
  );
});

test('followers that were not read make a figure missing, never zero', () => {
  const kinds = fc.array(fc.constantFrom(count(1000), count(1200), hidden(), unread(), absent()), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(kinds, (readings) => {
      const known = account(readings.map((reading, i) => [7 * (readings.length - i), reading]));
      const kpis = kpisOf([], [known]);
      const values = readings.filter(({ value }) => value !== null);
      expect(kpis.followers.value).toBe(values.at(-1)?.value ?? null);
      if (values.length < 2) expect(kpis.growthWeekly.value).toBeNull();
    }),
    { numRuns: 40 },
  );
});

test('every figure is either touched by counts of posts or not, and shares by interactions need every brand', () => {
  expect([...Object.keys(NEEDS), ...UNTOUCHED, 'shareInteractions'].sort()).toEqual([...KPI_IDS].sort());
  const silent = Array.from({ length: 12 }, (_, i) => post({ published: ago(2 * i + 1), metrics: { likes: hidden() } }));
  expect(kpisOf(silent).shareInteractions).toMatchObject({ value: null, reason: 'hidden' });
});
