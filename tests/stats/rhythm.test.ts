import { describe, expect, test } from 'vitest';
import { burstiness } from '../../lib/stats/burstiness';
import { productOf, shareOf } from '../../lib/stats/combine';
import type { Estimate } from '../../lib/stats/greater';
import { heavyMean } from '../../lib/stats/heavy-mean';
import { negativeBinomialMean } from '../../lib/stats/negative-binomial';
import { gamma, normal, uniform } from '../../lib/stats/random';
import { theilSen } from '../../lib/stats/theil-sen';
import { wilson } from '../../lib/stats/wilson';
import { reference } from './reference/reference';

const expectEstimate = (found: Estimate | null, expected: Partial<Estimate>, digits = 8) => {
  for (const [name, value] of Object.entries(expected)) expect(found?.[name as keyof Estimate], name).toBeCloseTo(value, digits);
};
const bounded = (values: number[]) => values.map((value) => ({ value, low: value, high: value, half: 0 }));

describe('as computed with SciPy', () => {
  test.each(reference.negativeBinomial as (Estimate & { counts: number[] })[])('counts in clusters (%#)', ({ counts, ...expected }) => {
    expectEstimate(negativeBinomialMean(counts), expected);
  });

  test.each(reference.wilson as { hits: number; of: number; low: number; high: number }[])(
    'Wilson, $hits of $of',
    ({ hits, of, low, high }) => {
      expectEstimate(wilson(hits, of), { value: hits / of, low, high }, 9);
    },
  );

  test.each(reference.burstiness as (Estimate & { gaps: number[] })[])('burstiness (%#)', ({ gaps, ...expected }) => {
    expectEstimate(burstiness(gaps), expected, 6);
  });

  test.each(reference.theilSen as (Estimate & { y: number[]; p: number })[])('trend (%#)', ({ y, p, ...expected }) => {
    const found = theilSen(y.map((each, x) => ({ x, y: each })));
    expectEstimate(found, expected, 9);
    // The interval leaves out 0 where the Mann–Kendall test rejects.
    expect((found?.low ?? 0) > 0 || (found?.high ?? 0) < 0).toBe(p < 0.05);
  });

  test.each(reference.heavyMean as (Estimate & { values: number[] })[])('mean of a heavy-tailed sample (%#)', ({ values, ...expected }) => {
    expectEstimate(heavyMean(bounded(values)), expected);
  });
});

describe('limits', () => {
  test('steady counts keep the interval of Poisson, few counts tell nothing', () => {
    expect(negativeBinomialMean([3, 3, 4, 3, 2, 3, 3])).toBeNull();
    expect(negativeBinomialMean([0, 9, 0, 9, 0])).toBeNull();
    expect(negativeBinomialMean([0, 0, 0, 0, 0, 0])).toBeNull();
  });

  test('clockwork is −1, one burst after a long silence nears 1, and nine gaps are too few', () => {
    expect(burstiness(Array.from({ length: 30 }, () => 2))?.value).toBeCloseTo(-1, 12);
    expect(burstiness([1000, ...Array.from({ length: 29 }, () => 0.001)])?.value).toBeGreaterThan(0.95);
    expect(burstiness([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeNull();
    expect(burstiness(new Array<number>(12).fill(0))).toBeNull();
  });

  test('a share lies between 0 and 1, and the shares of all add up to 1', () => {
    const parts = [4, 1, 2].map((value) => ({ value, low: value * 0.3, high: value * 2.5 }));
    const rest = (of: Estimate) => {
      const others = parts.filter((part) => part !== of);
      const sum = (bound: keyof Estimate) => others.reduce((total, part) => total + part[bound], 0);
      return { value: sum('value'), low: sum('low'), high: sum('high') };
    };
    const shares = parts.map((part) => shareOf(part, rest(part)));
    expect(shares.reduce((sum, share) => sum + (share?.value ?? 0), 0)).toBeCloseTo(1, 12);
    for (const share of shares) {
      expect(share?.low).toBeGreaterThanOrEqual(0);
      expect(share?.high).toBeLessThanOrEqual(1);
    }
    expect(shareOf({ value: 0, low: 0, high: 1 }, { value: 0, low: 0, high: 1 })).toBeNull();
    expect(productOf({ value: 2, low: 1, high: 4 }, { value: 3, low: 3, high: 3 })).toEqual({ value: 6, low: 3, high: 12 });
  });
});

describe('simulations: of 95 % intervals about 95 % hold the truth', () => {
  const part = (run: () => boolean, runs = 1000) => Array.from({ length: runs }, run).filter(Boolean).length / runs;
  const holds = (found: Estimate | null, truth: number) => found !== null && found.low <= truth && truth <= found.high;
  /** Counts events of a unit-rate process within a time. */
  const poisson = (mean: number, next: () => number): number => {
    let [n, time] = [0, -Math.log(1 - next())];
    for (; time < mean; n++) time -= Math.log(1 - next());
    return n;
  };

  test('of clustered counts, where a Poisson interval would be far too narrow', () => {
    const next = uniform(3);
    const held = part(() => {
      const counts = Array.from({ length: 12 }, () => poisson((5 / 2) * gamma(2, next), next));
      const found = negativeBinomialMean(counts);
      return found === null || holds(found, 5);
    });
    expect(held).toBeGreaterThan(0.9);
    expect(held).toBeLessThan(0.98);
  });

  test.each([8, 12, 20, 30])('of the mean of a heavy-tailed sample: n = %i', (n) => {
    const next = uniform(n);
    const held = part(() => holds(heavyMean(bounded(Array.from({ length: n }, () => Math.exp(0.9 * normal(next))))), Math.exp(0.405)));
    expect(held).toBeGreaterThan(0.9);
    expect(held).toBeLessThan(0.99);
  });

  test('of burstiness, when posts come at random', () => {
    const next = uniform(5);
    const held = part(() => holds(burstiness(Array.from({ length: 30 }, () => -Math.log(1 - next()))), 0));
    expect(held).toBeGreaterThan(0.88);
    expect(held).toBeLessThan(0.98);
  });
});
