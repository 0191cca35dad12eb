import { describe, expect, test } from 'vitest';
import { peersOf } from '../../lib/benchmark/peers';
import { ranksOf } from '../../lib/benchmark/ranks';
import { type Benchmark, type BrandRow, type Figure, KPI_IDS, type KpiId } from '../../lib/benchmark/result';
import { compareToStudy, differenceOf, neededToPart } from '../../lib/benchmark/standing';
import type { Role } from '../../lib/model/vocabulary';

const figure = (value: number | null, low: number | null = null, high: number | null = null): Figure => {
  return { value, low, high, n: 9, as: 'estimated', reason: value === null ? 'hidden' : null, evidence: [`x:${value}`] };
};
const row = (brandId: string, role: Role, er: Figure): BrandRow => ({
  brandId,
  name: brandId,
  role,
  accounts: [],
  kpis: Object.fromEntries(KPI_IDS.map((kpi) => [kpi, er])) as Record<KpiId, Figure>,
  formatMix: [],
  posts: { used: 0, pinned: 0, reposts: 0, promoted: 0, replies: 0, paid: 0, collaborations: 0, tooYoung: 0, suspected: 0, outOfPeriod: 0 },
  oldest: null,
  newest: null,
  capturedAt: null,
});
const of = (rows: BrandRow[]): Benchmark => {
  return { studyId: 's', computedAt: 0, from: null, to: 0, rows, trend: [], peers: peersOf(rows), ranks: ranksOf(rows) };
};

describe('peers', () => {
  test('are direct, indirect and leader brands, each counted once', () => {
    const rows = [
      row('own', 'own', figure(100, 99, 101)),
      row('a', 'direct', figure(1, 0.5, 2)),
      row('b', 'indirect', figure(2, 1, 3)),
      row('c', 'leader', figure(9, 8, 10)),
      row('far', 'inspiration', figure(100, 99, 101)),
    ];
    expect(peersOf(rows).erFollowers).toMatchObject({ value: 2, low: 1, high: 3, n: 3, reason: null });
  });

  test('a brand without an interval counts, and only a majority of such takes the interval away', () => {
    const sure = [row('a', 'direct', figure(1, 0.5, 2)), row('b', 'direct', figure(2, 1, 3))];
    const vague = row('c', 'direct', figure(3));
    expect(peersOf([...sure, vague]).erFollowers).toMatchObject({ value: 2, low: 0.5, high: 3, n: 3 });
    expect(peersOf([row('a', 'direct', figure(1, 0.5, 2)), vague]).erFollowers).toMatchObject({
      value: 2,
      low: null,
      high: null,
      reason: 'too-few-posts',
    });
  });

  test('brands without a value are not counted; if all are such, the reason stays', () => {
    expect(peersOf([row('a', 'direct', figure(null)), row('b', 'direct', figure(4, 3, 5))]).erFollowers).toMatchObject({ value: 4, n: 1 });
    expect(peersOf([row('a', 'direct', figure(null))]).erFollowers).toMatchObject({ value: null, n: 0, reason: 'hidden' });
  });

  test('a median of exact followers is exact, of rounded ones rounded', () => {
    const of3 = (as: Figure['as']) => [1, 2, 3].map((v) => row(`b${v}`, 'direct', { ...figure(v, v, v), as }));
    expect(peersOf(of3('exact')).followers.as).toBe('exact');
    expect(peersOf(of3('rounded')).followers.as).toBe('rounded');
    expect(peersOf(of3('estimated')).followers.as).toBe('estimated');
  });
});

describe('one brand against its study', () => {
  test.each([
    [figure(5, 4, 6), figure(2, 1, 3), 'above'],
    [figure(2, 1, 3), figure(5, 4, 6), 'below'],
    [figure(5, 3, 6), figure(2, 1, 3), 'cannot-tell'],
    [figure(5), figure(2, 1, 3), 'cannot-tell'],
    [figure(null), figure(2, 1, 3), null],
    [figure(5, 4, 6), figure(null), null],
  ] as const)('intervals decide (%#)', (own, peers, expected) => {
    expect(differenceOf(own, peers)).toBe(expected);
  });

  test('where it cannot be told, it says how many posts would part them, if that is within reach', () => {
    const standing = (own: Figure, peers: Figure) => ({ own, peers, brands: 2, difference: differenceOf(own, peers), posts: own.n });
    // Facing distances 1 and 1 against a difference of 1: intervals have to be half as wide, so four times the 9 posts.
    expect(neededToPart(standing(figure(5, 4, 7), figure(4, 2, 5)))).toBe(36);
    expect(neededToPart(standing(figure(4, 2, 5), figure(5, 4, 7)))).toBe(36);
    expect(neededToPart(standing(figure(5, 4, 7), figure(4.9, 2, 6)))).toBeNull();
    expect(neededToPart(standing(figure(5, 4, 5), figure(5, 4, 6)))).toBeNull();
    expect(neededToPart(standing(figure(5, 4, 6), figure(2, 1, 3)))).toBeNull();
    expect(neededToPart(standing(figure(5), figure(4, 2, 5)))).toBeNull();
  });

  test('a competitor is not compared with itself', () => {
    const rows = [row('own', 'own', figure(5, 4, 6)), row('a', 'direct', figure(1, 0.5, 2)), row('b', 'direct', figure(9, 8, 10))];
    expect(compareToStudy('a', of(rows))).toMatchObject({ difference: 'below', brands: 1, posts: 9, peers: { value: 9 } });
    expect(compareToStudy('own', of(rows))).toMatchObject({ difference: 'cannot-tell', brands: 2, peers: { value: 5 } });
  });

  test('a brand that the study does not hold, or no peers: nothing is claimed', () => {
    const alone = of([row('own', 'own', figure(5, 4, 6))]);
    expect(compareToStudy('own', alone)).toMatchObject({ difference: null, brands: 0, own: { value: 5 } });
    expect(compareToStudy('?', alone)).toMatchObject({ difference: null, own: { value: null } });
  });
});
