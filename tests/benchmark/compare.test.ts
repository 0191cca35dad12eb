import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compared, type ComparedKpi, compareBrands } from '../../lib/benchmark/compare';
import { groundOf } from '../../lib/benchmark/ground';
import type { PostState } from '../../lib/model/rollup';
import type { NetworkId } from '../../lib/model/vocabulary';
import { normal, uniform } from '../../lib/stats/random';
import { about, absent, ago, brand, count, hidden, NOW, post, rollup, unread } from './make';

const A = brand({ id: 'a', name: 'A', accounts: ['x:a', 'youtube:a'] });
const B = brand({ id: 'b', name: 'B', role: 'direct', accounts: ['x:b', 'youtube:b'] });
type Change = Partial<PostState>;

/** Posts of one brand, the likes of each given. */
const posts = (who: 'a' | 'b', likes: number[], change: (i: number) => Change = () => ({}), network: NetworkId = 'x'): PostState[] =>
  likes.map((n, i) =>
    post({
      accountKey: `${network}:${who}`,
      network,
      metrics: { likes: count(n), comments: count(2), shares: count(1), views: count(100 * n) },
      ...change(i),
    }),
  );
const compare = (a: PostState[], b: PostState[], from: number | null = null) => {
  const keys = [...A.accounts, ...B.accounts];
  const rollups = keys.map((key) =>
    rollup(
      [...a, ...b].filter((each) => each.accountKey === key),
      key,
    ),
  );
  return compareBrands(A, B, rollups, [], from);
};
const measure = (comparison: ReturnType<typeof compare>, kpi: ComparedKpi): Compared => {
  const found = comparison.measures.find((each) => each.kpi === kpi);
  if (!found) throw new Error(`no ${kpi}`);
  return found;
};
const likes = (seed: number, n: number, times = 1) => {
  const next = uniform(seed);
  return Array.from({ length: n }, () => Math.round(times * 40 * Math.exp(0.9 * normal(next))));
};

describe('common ground', () => {
  const hiding = (i: number): Change => ({ metrics: { likes: i % 4 === 0 ? count(9) : hidden(), comments: count(4), shares: count(1) } });

  test('a brand that hides its likes is compared without likes, on both sides', () => {
    const comparison = compare(posts('a', likes(1, 12), hiding), posts('b', likes(2, 12)));
    expect(comparison.ground.counted).toEqual({ x: ['comments', 'shares'] });
    expect(comparison.ground.leftOut).toEqual([{ network: 'x', metric: 'likes', by: 'a' }]);
    const { a, b } = measure(comparison, 'erFollowers');
    // 5 of 1,000 and 3 of 1,000: the likes of B are not in it, and the posts of A without likes are.
    expect([a.value, a.n, b.value, b.n]).toEqual([0.005, 12, 0.003, 12]);
    expect(measure(comparison, 'likes1000')).toMatchObject({ a: { value: null, reason: 'not-shown' }, answer: null, p: null });
  });

  test('what we failed to read says nothing about what a brand shows', () => {
    const a = posts('a', likes(1, 12), (i) => (i < 8 ? { metrics: { likes: unread(), comments: count(1), shares: count(1) } } : {}));
    expect(groundOf(a, posts('b', likes(2, 12))).counted).toEqual({ x: ['likes', 'comments', 'shares'] });
    expect(measure(compare(a, posts('b', likes(2, 12))), 'erFollowers').a.n).toBe(4);
  });

  test('networks where only one of them is stay out', () => {
    const comparison = compare(
      [...posts('a', likes(1, 9)), ...posts('a', likes(3, 9, 50), () => ({ published: ago(30) }), 'youtube')],
      posts('b', likes(2, 9)),
    );
    expect(comparison.ground).toMatchObject({ networks: ['x'], alone: [{ network: 'youtube', who: 'a' }] });
    expect(measure(comparison, 'erFollowers').a.n).toBe(9);
    const apart = compare(
      posts('a', likes(1, 9)),
      posts('b', likes(2, 9), () => ({ published: ago(30) }), 'youtube'),
    );
    expect(apart.ground.networks).toEqual([]);
    for (const { answer, p, a, b } of apart.measures) expect([answer, p, a.value, b.value]).toEqual([null, null, null, null]);
  });

  test('a single count is compared only on networks where both show it', () => {
    const silent = { metrics: { likes: hidden(), comments: count(1) } };
    const a = [...posts('a', likes(1, 6)), ...posts('a', likes(1, 6), () => silent, 'youtube')];
    const b = [...posts('b', likes(2, 6)), ...posts('b', likes(2, 6, 900), () => ({ published: ago(30) }), 'youtube')];
    const { a: onA, b: onB } = measure(compare(a, b), 'likes1000');
    expect([onA.n, onB.n]).toEqual([6, 6]);
  });
});

describe('what can be said', () => {
  test('a clear difference is shown, with its ratio, its size and which way it goes', () => {
    const found = measure(compare(posts('a', likes(5, 30, 4)), posts('b', likes(6, 30))), 'likes1000');
    expect(found).toMatchObject({ answer: 'a-more', size: 'large', needed: null });
    expect(found.ratio?.low).toBeLessThan(4);
    expect(found.ratio?.high).toBeGreaterThan(4);
    expect(found.chance).toBeGreaterThan(0.99);
    const turned = measure(compare(posts('a', likes(6, 30)), posts('b', likes(5, 30, 4))), 'likes1000');
    expect(turned.answer).toBe('b-more');
    expect(turned.delta).toBeCloseTo(-(found.delta ?? 0), 12);
  });

  test('is shown by test and interval together, or not at all', () => {
    // Two in five posts of A do much better than 40, and as many of B much worse: ranks differ, and the medians are the same.
    const strong = Array.from({ length: 60 }, (_, i) => (i % 5 > 2 ? 120 : 40));
    const weak = strong.map((n) => (n > 40 ? 13 : 40));
    const found = measure(compare(posts('a', strong), posts('b', weak)), 'likes1000');
    expect(found.p).toBeLessThan(0.05);
    expect(found.ratio?.low).toBeLessThanOrEqual(1);
    expect(found.answer).toBe('no-difference');
  });

  test('where none can be shown, it says how many posts would', () => {
    const found = measure(compare(posts('a', likes(8, 12, 1.6)), posts('b', likes(8, 12))), 'likes1000');
    expect(found.answer).toBe('no-difference');
    expect(found.needed).toBeGreaterThan(12);
    const alike = measure(compare(posts('a', likes(7, 12)), posts('b', likes(7, 12))), 'likes1000');
    expect(alike).toMatchObject({ answer: 'no-difference', needed: null, delta: 0 });
  });

  test('four posts are too few, and one viral post decides nothing', () => {
    expect(measure(compare(posts('a', likes(1, 4)), posts('b', likes(2, 40))), 'likes1000')).toMatchObject({ answer: 'too-few', p: null });
    const viral = likes(9, 12).map((n, i) => (i === 3 ? 400 * n : n));
    expect(measure(compare(posts('a', viral), posts('b', likes(9, 12))), 'likes1000').answer).toBe('no-difference');
  });

  test('rounded counts are read against the difference', () => {
    const sharp = (n: number): Change => ({ metrics: { likes: count(n), comments: count(0), shares: count(0) } });
    const vague = (n: number): Change => ({ metrics: { likes: about(n, n - 900, n + 900), comments: count(0), shares: count(0) } });
    const of = (change: (n: number) => Change) =>
      [posts('a', likes(1, 8), () => change(1900)), posts('b', likes(2, 8), () => change(1100))] as const;
    expect(measure(compare(...of(sharp)), 'likes1000').answer).toBe('a-more');
    expect(measure(compare(...of(vague)), 'likes1000')).toMatchObject({ answer: 'no-difference', p: 1 });
  });

  test('p is raised for the whole family: six measures, one chance of a false alarm', () => {
    const { measures } = compare(posts('a', likes(5, 14, 2)), posts('b', likes(6, 14)));
    const ps = measures.flatMap(({ p }) => p ?? []);
    expect(ps).toHaveLength(6);
    for (const p of ps) expect(p).toBeLessThanOrEqual(1);
    // Comments and shares are all equal here.
    expect(measures.filter(({ kpi }) => kpi === 'comments1000' || kpi === 'shares1000').map(({ p }) => p)).toEqual([1, 1]);
  });

  test('only posts of the period count', () => {
    const old = posts('a', likes(1, 6), () => ({ published: ago(60) }));
    expect(measure(compare([...old, ...posts('a', likes(2, 6))], posts('b', likes(3, 6)), NOW - 30 * 86_400_000), 'erFollowers').a.n).toBe(
      6,
    );
  });
});

test('the same input gives the same output in any order, and taking readings away changes n and makes nothing zero', () => {
  const kinds = fc.constantFrom(count(0), count(7), count(90), about(1200, 1150, 1249), hidden(), unread(), absent());
  const states = fc.array(fc.record({ likes: kinds, comments: kinds, shares: kinds, views: kinds }), { maxLength: 14 });
  fc.assert(
    fc.property(states, states, (first, second) => {
      const of = (who: 'a' | 'b', list: typeof first) =>
        list.map((metrics, i) => post({ postKey: `x:${who}${i}`, accountKey: `x:${who}`, metrics }));
      const [a, b] = [of('a', first), of('b', second)];
      const comparison = compare(a, b);
      const said = ({ measures }: typeof comparison) => measures.map(({ answer, p, needed, ratio }) => ({ answer, p, needed, ratio }));
      expect(said(compare([...a].reverse(), [...b].reverse()))).toEqual(said(comparison));
      for (const { a: figure, ratio, p } of comparison.measures) {
        if (figure.n === 0) expect(figure.value).toBeNull();
        for (const value of [ratio?.value, ratio?.low, ratio?.high, p]) if (value != null) expect(Number.isFinite(value)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
