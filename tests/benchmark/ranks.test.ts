import { describe, expect, test } from 'vitest';
import { brackets } from '../../components/brackets';
import { ranksOf } from '../../lib/benchmark/ranks';
import { type BrandRow, type Figure, KPI_IDS, type KpiId } from '../../lib/benchmark/result';

const figure = (value: number | null, low = value, high = value): Figure => {
  return { value, low, high, n: 9, as: 'estimated', reason: value === null ? 'hidden' : null, evidence: [] };
};
const row = (brandId: string, of: Figure): BrandRow => ({
  ...{ brandId, name: brandId, role: 'direct', accounts: [], formatMix: [], oldest: null, newest: null, capturedAt: null },
  kpis: Object.fromEntries(KPI_IDS.map((kpi) => [kpi, of])) as Record<KpiId, Figure>,
  posts: { used: 0, pinned: 0, reposts: 0, promoted: 0, replies: 0, paid: 0, collaborations: 0, tooYoung: 0, suspected: 0, outOfPeriod: 0 },
});
const ranks = (...rows: BrandRow[]) => ranksOf(rows).erFollowers;

describe('ranks', () => {
  test('are apart where intervals lie apart, and the missing has none', () => {
    const found = ranks(row('a', figure(9, 8, 10)), row('b', figure(2, 1, 3)), row('c', figure(null)));
    expect(found).toEqual({ a: { best: 1, worst: 1, of: 2, tied: [] }, b: { best: 2, worst: 2, of: 2, tied: [] } });
  });

  test('are tied below a chance of 80 %: being tied is not passed on', () => {
    const found = ranks(row('a', figure(10, 8, 13)), row('b', figure(9, 7, 11)), row('c', figure(8.2, 6.6, 9.8)));
    expect(found.a).toEqual({ best: 1, worst: 2, of: 3, tied: ['b'] });
    expect(found.b).toEqual({ best: 1, worst: 3, of: 3, tied: ['a', 'c'] });
    expect(found.c).toEqual({ best: 2, worst: 3, of: 3, tied: ['b'] });
  });

  test('a figure without an interval is tied with everything', () => {
    const bare = { ...figure(90), low: null, high: null };
    expect(ranks(row('a', bare), row('b', figure(1, 0.9, 1.1))).a).toEqual({ best: 1, worst: 2, of: 2, tied: ['b'] });
  });

  test('exact counts are ranked; equal ones are tied', () => {
    const found = ranks(row('a', figure(100)), row('b', figure(99)), row('c', figure(99)));
    expect(found.a).toMatchObject({ best: 1, worst: 1 });
    expect(found.b).toEqual({ best: 2, worst: 3, of: 3, tied: ['c'] });
  });
});

describe('brackets', () => {
  const near = (a: number, b: number) => Math.abs(a - b) <= 2;
  const shape = (rows: number[]) => brackets(rows, near).map((strokes) => strokes.map(({ part, lane }) => `${part}${lane}`).join(' '));

  test('hold runs in which all are tied with each other, overlapping ones side by side', () => {
    expect(shape([10, 9, 8, 7, 1])).toEqual(['start0', 'middle0 start1', 'end0 middle1', 'end1', '']);
  });

  test('leave out what is in a longer run, and use a lane again', () => {
    expect(shape([10, 9, 5, 4, 4])).toEqual(['start0', 'end0', 'start0', 'middle0', 'end0']);
    expect(shape([10])).toEqual(['']);
    expect(shape([])).toEqual([]);
  });
});
