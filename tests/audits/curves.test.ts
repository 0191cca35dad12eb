import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Curve, Measure } from '../../lib/audits/audit';
import { higher, inBand, lower, p90Of, rank, SPREAD, scoreOn } from '../../lib/audits/curves';
import { mixOn } from '../../lib/audits/mix-curve';
import { fitOf } from '../../lib/audits/reference';
import { onLine } from '../../lib/audits/share-curve';

const house = { kind: 'house' } as const;
const measure = (value: number, low: number | null = value, high: number | null = value): Measure => ({
  ...{ value, low, high, n: 10, unit: 'fraction', evidence: [] },
});

describe('higher is better', () => {
  // Instagram's median of all industries, 0.36 %, with a spread of 0.9.
  test.each([
    [0.1, 8],
    [0.18, 22],
    [0.36, 50],
    [0.66, 75],
    [1.14, 90],
  ])('%s percent of followers scores %d', (rate, score) => {
    expect(Math.round(higher(rate, 0.36, p90Of(0.36, SPREAD)))).toBe(score);
  });

  test('none at all scores 0, and an open interval goes to the end', () => {
    expect(higher(0, 1, 3)).toBe(0);
    const curve: Curve = { kind: 'higher', median: 1, p90: 3, basis: house };
    expect(scoreOn(curve, measure(1, null, null))).toEqual({ value: expect.closeTo(50, 4), low: 0, high: 100 });
  });
});

describe('lower is better', () => {
  test('answers within 9.5 hours score 50, within half an hour 90, at once 100', () => {
    expect(lower(9.5, 9.5, 0.5)).toBeCloseTo(50, 4);
    expect(lower(0.5, 9.5, 0.5)).toBeCloseTo(90, 4);
    expect(lower(0, 9.5, 0.5)).toBe(100);
    // 21 hours: Φ(1.28155 · ln(9.5 / 21) / ln(19)) = Φ(−0.3453) = 0.365
    expect(lower(21, 9.5, 0.5)).toBeCloseTo(36.5, 1);
  });

  test('the long end of a time is the low end of its score', () => {
    const { low, value, high } = scoreOn({ kind: 'lower', median: 4, p10: 1.7, basis: house }, measure(4, 2, 8));
    expect([low < value, value < high]).toEqual([true, true]);
  });
});

test('a rank among eight peers is its middle, never 0 or 100', () => {
  const peers = [1, 2, 3, 4, 6, 7, 8, 9];
  expect(rank(5, peers)).toBe(50);
  expect(rank(0, peers)).toBeCloseTo(5.56, 2);
  expect(rank(10, peers)).toBeCloseTo(94.44, 2);
  // Tied with one: half a place.
  expect(rank(9, peers)).toBeCloseTo(88.89, 2);
});

test('few peers make a curve through their middle, its spread between theirs and the usual', () => {
  const { median = 0, p90 = 0 } = fitOf([1, 2, 4, 8, 16]) ?? {};
  expect(median).toBeCloseTo(4, 9);
  // ln-variances: theirs (ln 2)² · 2.5 = 1.2011, ours 0.81: (8 · 0.81 + 4 · 1.2011) / 12 = 0.9404, root 0.9697
  expect(Math.log(p90 / median) / 1.2815515655446).toBeCloseTo(0.9697, 4);
  expect(fitOf([1, 2, 0])).toBeNull();
});

describe('a band', () => {
  test('is 100 inside and falls to 0 at a quarter and at four times', () => {
    expect([1.5, 3, 6, 12, 24].map((x) => inBand(x, 3, 12))).toEqual([50, 100, 100, 100, 50]);
    expect([0, 0.75, 48, 100].map((x) => inBand(x, 3, 12))).toEqual([0, 0, 0, 0]);
  });

  test('an interval that touches it may be inside', () => {
    const curve: Curve = { kind: 'band', low: 3, high: 12, basis: house };
    expect(scoreOn(curve, measure(1.5, 1, 3.5))).toMatchObject({ value: 50, high: 100 });
    expect(scoreOn(curve, measure(5, 1.5, 24))).toEqual({ value: 100, low: 50, high: 100 });
    expect(scoreOn(curve, measure(24, 20, 30)).high).toBeLessThan(100);
  });
});

describe('a share', () => {
  test('lies on a line through norm and target', () => {
    expect([0, 0.14, 0.28, 0.59, 0.9, 0.95, 1].map((share) => onLine(share, 0.28, 0.9))).toEqual([
      0,
      25,
      50,
      expect.closeTo(70, 9),
      expect.closeTo(90, 9),
      expect.closeTo(95, 9),
      expect.closeTo(100, 9),
    ]);
    expect([0.375, 0.75, 0.875, 1].map((share) => onLine(share, 0.75, 1))).toEqual([25, 50, 75, 100]);
  });

  test('9 of 31 are drawn towards the middle: (9 + 1) / (31 + 2), interval of Beta(10, 23)', () => {
    const curve: Curve = { kind: 'share', norm: 0.28, target: 0.9, basis: house };
    const { value, low, high } = scoreOn(curve, { ...measure(9 / 31), share: { hits: 9, of: 31 } });
    expect(value).toBeCloseTo(50 + (40 * (10 / 33 - 0.28)) / 0.62, 9);
    // SciPy: beta.ppf([.025, .975], 10, 23) = 0.1613, 0.4673
    expect(low).toBeCloseTo((50 * 0.1613) / 0.28, 0);
    expect(high).toBeCloseTo(50 + (40 * (0.4673 - 0.28)) / 0.62, 0);
  });
});

describe('a mix', () => {
  const thirds = [1 / 3, 1 / 3, 1 / 3];
  test('as aimed at scores 100, one kind alone 0', () => {
    expect(mixOn([4, 4, 4], thirds)).toBeCloseTo(100, 9);
    expect(mixOn([12, 0, 0], thirds)).toBeCloseTo(0, 9);
    // Half, a quarter, a quarter: distance 1/6 of at most 2/3.
    expect(mixOn([6, 3, 3], thirds)).toBeCloseTo(75, 9);
  });

  test('of few posts is unsure', () => {
    const width = (n: number) => {
      const { low, high } = scoreOn({ kind: 'mix', target: thirds, basis: house }, { ...measure(0.5), counts: [2 * n, n, n] });
      return high - low;
    };
    expect(width(3)).toBeGreaterThan(2 * width(60));
  });
});

test('checks that nobody could look at may pass or fail', () => {
  const check = (passed: boolean | null) => ({ id: 'link', passed, where: null, saw: null });
  const checks = [check(true), check(true), check(false), check(null)];
  const { value, low, high } = scoreOn({ kind: 'checks', basis: house }, { ...measure(2 / 3), checks });
  expect([value, low, high]).toEqual([expect.closeTo(66.67, 2), 50, 75]);
});

test('whatever is measured scores between 0 and 100, and more of the better scores no less', () => {
  const size = fc.double({ min: 0, max: 1e6, noNaN: true });
  const positive = fc.double({ min: 1e-6, max: 1e4, noNaN: true });
  const times = fc.double({ min: 1.01, max: 50, noNaN: true });
  const curves: fc.Arbitrary<[Curve, sign: number]> = fc.oneof(
    fc.tuple(positive, times).map(([median, by]): [Curve, number] => [{ kind: 'higher', median, p90: median * by, basis: house }, 1]),
    fc.tuple(positive, times).map(([median, by]): [Curve, number] => [{ kind: 'lower', median, p10: median / by, basis: house }, -1]),
    fc.array(size, { minLength: 8, maxLength: 20 }).map((values): [Curve, number] => [{ kind: 'rank', values, basis: house }, 1]),
  );
  fc.assert(
    fc.property(curves, size, size, ([curve, sign], a, b) => {
      const [first, second] = [scoreOn(curve, measure(Math.min(a, b))), scoreOn(curve, measure(Math.max(a, b)))];
      for (const { value, low, high } of [first, second]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
      }
      expect(sign * (second.value - first.value)).toBeGreaterThanOrEqual(-1e-9);
    }),
  );
});

test('one more yes never lowers a share, and its interval holds it', () => {
  const curve: Curve = { kind: 'share', norm: 0.4, target: 0.8, basis: house };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 499 }), (of, some) => {
      const hits = some % of;
      const score = (yes: number) => scoreOn(curve, { ...measure(yes / of), share: { hits: yes, of } });
      const [less, more] = [score(hits), score(hits + 1)];
      expect(more.value).toBeGreaterThan(less.value);
      expect(less.low).toBeLessThanOrEqual(less.value);
      expect(less.high).toBeGreaterThanOrEqual(less.value);
      expect(more.high).toBeLessThanOrEqual(100);
    }),
  );
});
