import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { benchmark, studyOn } from '../../lib/benchmark/benchmark';
import { INTERACTIONS } from '../../lib/benchmark/interactions';
import type { PostState, Rollup } from '../../lib/model/rollup';
import { NETWORK_IDS } from '../../lib/model/vocabulary';
import { about, absent, account, ago, brand, count, DAY, hidden, NOW, post, rollup, study, unread } from './make';

const row = (posts: PostState[], accounts = [account([[0, count(1000)]])], days: number | null = null) => {
  const [first] = benchmark(study([brand()], days), [rollup(posts)], accounts, NOW).rows;
  if (!first) throw new Error('no row');
  return first;
};
const many = (n: number, change: (i: number) => Partial<PostState> = () => ({})) => Array.from({ length: n }, (_, i) => post(change(i)));

describe('engagement rate by followers', () => {
  test('is interactions by the followers at capture, as a fraction, with its evidence', () => {
    const posts = many(3);
    expect(row(posts).kpis.erFollowers).toEqual({
      value: 0.015,
      low: null,
      high: null,
      n: 3,
      as: 'estimated',
      reason: 'too-few-posts',
      evidence: posts.map((p) => p.postKey),
    });
  });

  test('the followers of the page count, not those of later', () => {
    const posts = many(3, () => ({ followers: count(500) }));
    expect(row(posts, [account([[0, count(5000)]])]).kpis.erFollowers.value).toBe(0.03);
  });

  test('a page without followers borrows the nearest reading within a month, and none from farther', () => {
    const posts = many(1, () => ({ followers: null, takenAt: NOW - 10 * DAY, published: ago(11) }));
    const readings = account([
      [200, count(1)],
      [20, count(300)],
      [2, count(150)],
    ]);
    expect(row(posts, [readings]).kpis.erFollowers.value).toBe(0.1);
    expect(row(posts, [account([[200, count(300)]])]).kpis.erFollowers).toMatchObject({ value: null, reason: 'followers-unknown', n: 0 });
  });

  test('a post with one part missing has no interactions, rather than a part of them', () => {
    const whole = many(5);
    const lacking = many(4, () => ({ metrics: { likes: hidden(), comments: count(2), shares: count(3) } }));
    const { erFollowers, comments1000 } = row([...whole, ...lacking]).kpis;
    expect(erFollowers).toMatchObject({ value: 0.015, n: 5 });
    expect(comments1000).toMatchObject({ value: 2, n: 9 });
  });

  test.each([
    ['hidden', hidden()],
    ['unread', unread()],
    ['not-shown', absent()],
  ] as const)('says why it is missing: %s', (reason, reading) => {
    const posts = many(6, () => ({ metrics: { likes: reading, comments: count(0), shares: count(0) } }));
    expect(row(posts).kpis.erFollowers).toMatchObject({ value: null, low: null, high: null, n: 0, reason, evidence: [] });
  });

  test('a metric that the page does not print is not shown; the commonest reason is named', () => {
    const posts = [...many(5, () => ({ metrics: { likes: count(1) } })), ...many(2, () => ({ metrics: { likes: unread() } }))];
    expect(row(posts).kpis.erFollowers.reason).toBe('not-shown');
  });

  test('zero followers or views make no rate', () => {
    const posts = many(6, () => ({
      followers: count(0),
      metrics: { likes: count(1), comments: count(0), shares: count(0), views: count(0) },
    }));
    const { erFollowers, erViews } = row(posts, []).kpis;
    expect(erFollowers).toMatchObject({ value: null, reason: 'followers-unknown' });
    expect(erViews.value).toBeNull();
  });

  test('rounded followers widen the interval and do not move the value', () => {
    const posts = (followers: PostState['followers']) =>
      many(8, (i) => ({ followers, metrics: { ...post().metrics, likes: count(10 + i) } }));
    const sharp = row(posts(count(12_300))).kpis.erFollowers;
    const vague = row(posts(about(12_300, 12_300, 12_399))).kpis.erFollowers;
    expect(vague.value).toBe(sharp.value);
    expect(vague.low).toBeLessThan(sharp.low ?? 0);
    expect(vague.high).toBeCloseTo(sharp.high ?? 0, 12);
  });

  test('every network has its interactions, and only counts of actions', () => {
    expect(Object.keys(INTERACTIONS).sort()).toEqual([...NETWORK_IDS].sort());
    for (const metrics of Object.values(INTERACTIONS)) expect(metrics).not.toContain('views');
    const video = post({ network: 'youtube', published: ago(9), metrics: { likes: count(10), comments: count(2), views: count(400) } });
    expect(row([video]).kpis.erViews.value).toBe(0.03);
  });
});

describe('which posts count', () => {
  test('pinned, reposts, promoted, replies and old ones are left out and counted', () => {
    const posts = [
      ...many(2),
      post({ flags: ['pinned'], published: ago(400) }),
      post({ flags: ['repost'] }),
      post({ flags: ['repost', 'promoted'] }),
      post({ flags: ['promoted'] }),
      post({ published: ago(31) }),
      post({ published: null }),
      post({ flags: ['quote', 'reply'] }),
    ];
    const { posts: tally, oldest, newest } = row(posts, [], 30);
    const fair = { paid: 0, collaborations: 0, tooYoung: 0, suspected: 0 };
    expect(tally).toEqual({ used: 3, pinned: 1, reposts: 2, promoted: 1, replies: 1, ...fair, outOfPeriod: 1 });
    expect([oldest, newest]).toEqual([NOW - DAY, NOW - DAY]);
  });

  test('a post filed twice counts once, as last observed', () => {
    const early = post({ postKey: 'x:7', takenAt: NOW - DAY, metrics: { likes: count(0), comments: count(0), shares: count(0) } });
    const late = post({ postKey: 'x:7' });
    for (const order of [
      [rollup([early]), rollup([late])],
      [rollup([late]), rollup([early])],
    ]) {
      const [only] = benchmark(study([brand()]), order, [], NOW).rows;
      expect(only?.kpis.erFollowers).toMatchObject({ value: 0.015, n: 1 });
    }
  });

  test('formats are shared out over the posts used, unknown ones among them', () => {
    const posts = [...many(2), post({ format: 'video' }), post({ format: null }), post({ format: 'link', flags: ['pinned'] })];
    expect(row(posts).formatMix).toEqual([
      { format: 'image', n: 2, share: 0.5 },
      { format: 'unknown', n: 1, share: 0.25 },
      { format: 'video', n: 1, share: 0.25 },
    ]);
  });
});

describe('followers', () => {
  const brandOf = (...accounts: string[]) => [brand({ accounts })];
  test('are the latest readings added up; exact only if all are', () => {
    const a = account(
      [
        [9, count(1)],
        [1, count(100)],
      ],
      'x:a',
    );
    const b = account([[3, about(1200, 1150, 1249)]], 'bluesky:b');
    const [both] = benchmark(study(brandOf('x:a', 'bluesky:b')), [], [a, b], NOW).rows;
    expect(both?.kpis.followers).toMatchObject({ value: 1300, low: 1250, high: 1349, n: 2, as: 'rounded', reason: null });
    const [one] = benchmark(study(brandOf('x:a')), [], [a], NOW).rows;
    expect(one?.kpis.followers).toMatchObject({ value: 100, as: 'exact' });
  });

  test('one unknown account makes the sum unknown', () => {
    const a = account([[1, count(100)]], 'x:a');
    const [row1] = benchmark(study(brandOf('x:a', 'youtube:b')), [], [a], NOW).rows;
    expect(row1?.kpis.followers).toMatchObject({ value: null, reason: 'followers-unknown' });
    const concealed = account([[1, hidden()]], 'youtube:b');
    const [row2] = benchmark(study(brandOf('x:a', 'youtube:b')), [], [a, concealed], NOW).rows;
    expect(row2?.kpis.followers).toMatchObject({ value: null, reason: 'hidden' });
  });

  test('a reading that failed does not hide the one before', () => {
    const a = account([
      [9, count(90)],
      [1, unread()],
    ]);
    expect(row([], [a]).kpis.followers.value).toBe(90);
  });
});

describe('a study in any state', () => {
  test('brands without accounts, accounts without posts, shared and repeated accounts do not break it', () => {
    const brands = [
      brand({ id: 'none', accounts: [] }),
      brand({ id: 'empty', accounts: ['x:never'], role: 'direct' }),
      brand({ id: 'first', accounts: ['x:lumen', 'x:lumen'] }),
      brand({ id: 'second', role: 'leader' }),
    ];
    const result = benchmark(study(brands), [rollup(many(6))], [account([[0, count(1000)]])], NOW);
    expect(result.rows.map((r) => r.kpis.erFollowers.n)).toEqual([0, 0, 6, 6]);
    for (const empty of result.rows.slice(0, 2)) {
      expect(new Set(Object.values(empty.kpis).map((figure) => figure.value))).toEqual(new Set([null]));
      expect(empty.kpis.erFollowers.reason).toBe('no-posts');
      expect(empty).toMatchObject({ formatMix: [], oldest: null, newest: null, capturedAt: null });
    }
    expect(result.rows[2]?.kpis.followers.value).toBe(1000);
    expect(benchmark(study([]), [], [], NOW).peers.followers).toMatchObject({ value: null, reason: 'no-posts' });
  });

  test('the posts’ order in the store changes nothing, and nothing is NaN or infinite', () => {
    const readings = fc.constantFrom(count(0), count(3), about(1200, 1150, 1249), hidden(), unread(), absent());
    const states = fc.array(
      fc.record({ likes: readings, comments: readings, shares: readings, views: readings, followers: readings, days: fc.nat(60) }),
      { maxLength: 30 },
    );
    const flat = (value: unknown): unknown[] => (typeof value === 'object' && value ? Object.values(value).flatMap(flat) : [value]);
    fc.assert(
      fc.property(states, (list) => {
        const posts = list.map(({ followers, days, ...metrics }, i) =>
          post({ postKey: `x:${i}`, metrics, followers, published: ago(days) }),
        );
        const of = (rollups: Rollup[]) => benchmark(study([brand()], 45), rollups, [account([[0, count(10)]])], NOW);
        const forth = of([rollup(posts)]);
        const back = of([rollup([...posts].reverse())]);
        const sorted = (b: typeof forth) =>
          b.rows.map((r) => Object.values(r.kpis).map((f) => ({ ...f, evidence: [...f.evidence].sort() })));
        expect(sorted(back)).toEqual(sorted(forth));
        for (const value of flat(forth)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('a study on one network keeps its brands and drops the other accounts', () => {
    const mixed = study([brand({ accounts: ['x:a', 'youtube:a'] }), brand({ id: 'b2', accounts: ['bluesky:b'] })]);
    expect(studyOn(mixed, 'x').brands.map((b) => b.accounts)).toEqual([['x:a'], []]);
  });
});
