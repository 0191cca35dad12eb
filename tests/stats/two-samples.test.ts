import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cliffsDelta, effectSize } from '../../lib/stats/cliff';
import { holm } from '../../lib/stats/holm';
import { mannWhitneyP } from '../../lib/stats/mann-whitney';
import { permutationP } from '../../lib/stats/permutation';
import { neededEach } from '../../lib/stats/power';
import { normal, uniform } from '../../lib/stats/random';
import { ratioOf } from '../../lib/stats/ratio';
import { type Bounded, degreesOf, typical } from '../../lib/stats/typical';
import { reference } from './reference/reference';

type Triple = [number, number, number];
interface Pair {
  first: number[];
  second: number[];
  delta: number;
  p: number;
  uP: number;
  exact: boolean;
}
const logs = (values: number[]) => values.map(Math.log);
const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 });

describe('two samples, as computed with SciPy', () => {
  test.each(reference.twoSamples as Pair[])(
    'Cliff’s δ, Mann–Whitney and permutation of logs (%#)',
    ({ first, second, delta, p, uP, exact }) => {
      expect(cliffsDelta(first, second)).toBeCloseTo(delta, 9);
      // Drawn ones agree within the noise of 4,000 draws.
      expect(Math.abs(permutationP(logs(first), logs(second)) - p)).toBeLessThan(exact ? 1e-9 : 0.02);
      expect(Math.abs(mannWhitneyP(first, second) - uP)).toBeLessThan(exact ? 1e-9 : 0.02);
    },
  );

  test.each(reference.holm as { ps: number[]; adjusted: number[] }[])('Holm (%#)', ({ ps, adjusted }) => {
    for (const [i, p] of holm(ps).entries()) expect(p).toBeCloseTo(adjusted[i] ?? Number.NaN, 12);
  });

  test.each(reference.logT as { values: number[]; low: number; high: number }[])('log-t interval (%#)', (sample) => {
    const { low, high } = typical(sample.values.map((value): Bounded => ({ value, low: value, high: value, half: 0.5 })));
    expect(low).toBeCloseTo(sample.low, 8);
    expect(high).toBeCloseTo(sample.high, 8);
  });

  test.each(reference.ratio as { first: Triple; second: Triple; value: number; low: number; high: number }[])('ratio (%#)', (pair) => {
    const estimate = ([value, low, high]: Triple) => ({ value, low, high, half: 0 });
    const ratio = ratioOf(estimate(pair.first), estimate(pair.second));
    expect(ratio?.value).toBeCloseTo(pair.value, 9);
    expect(ratio?.low).toBeCloseTo(pair.low, 6);
    expect(ratio?.high).toBeCloseTo(pair.high, 6);
  });
});

describe('properties', () => {
  test('exchanging the samples turns δ and the ratio round and leaves p as it is; order does not matter', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(cliffsDelta(a, b)).toBeCloseTo(-(cliffsDelta(b, a) ?? Number.NaN), 12);
        expect(permutationP(a, b)).toBeCloseTo(permutationP(b, a), 9);
        expect(permutationP([...a].reverse(), b)).toBeCloseTo(permutationP(a, b), 9);
      }),
      { numRuns: 60 },
    );
  });

  test('three posts on each side can never show a difference', () => {
    expect(permutationP([1, 2, 3], [1001, 1002, 1003])).toBeCloseTo(0.1, 12);
  });

  test('the same input gives the same answer; equal values show nothing', () => {
    const [a, b] = [logs([1, 5, 9, 2, 7, 7, 3, 8, 1, 4]), logs([9, 9, 4, 8, 12, 30, 7, 6, 5, 14])];
    expect(permutationP(a, b, 3)).toBe(permutationP(a, b, 3));
    expect(permutationP([2, 2, 2, 2], [2, 2, 2])).toBe(1);
    expect(permutationP([], [1])).toBe(1);
    expect(cliffsDelta([], [1])).toBeNull();
    expect(neededEach(0)).toBeNull();
  });

  test('δ has the names that the field gives it', () => {
    expect([0.1, -0.2, 0.4, -0.9].map(effectSize)).toEqual(['negligible', 'small', 'medium', 'large']);
  });

  test('two of Student’s intervals are put together with the degrees of freedom that they have together', () => {
    // Standard error 1 on the log scale, of 5 values each: t(0.975, 4) = 2.776445; together 8 degrees of freedom, t = 2.306004, times √2.
    const five = { value: 1, low: Math.exp(-2.776445), high: Math.exp(2.776445), half: 0, df: 4 };
    expect(Math.log(ratioOf(five, five)?.high ?? 0)).toBeCloseTo(3.261183, 4);
    // The second one is known all but exactly: the first keeps its own.
    expect(Math.log(ratioOf(five, { value: 1, low: 1, high: 1, half: 0, df: 19 })?.low ?? 0)).toBeCloseTo(-2.776445, 4);
    // Without degrees of freedom they are the normal's: 1.96 · √2.
    const many = { value: 1, low: Math.exp(-1.959964), high: Math.exp(1.959964), half: 0 };
    expect(Math.log(ratioOf(many, many)?.high ?? 0)).toBeCloseTo(2.771808, 4);
  });

  test('a zero count has a place on the log scale', () => {
    const zero = { value: 0, low: 0, high: 0.001, half: 0.0005 };
    expect(ratioOf(zero, { value: 0.002, low: 0.001, high: 0.003, half: 0.0005 })?.value).toBeCloseTo(0.2, 12);
    expect(ratioOf({ ...zero, half: 0 }, zero)).toBeNull();
  });
});

describe('simulations on log-normal samples with 3 % viral posts', () => {
  const draw = (n: number, shift: number, next: () => number) =>
    Array.from({ length: n }, () => Math.exp(shift + 0.9 * normal(next)) * (next() < 0.03 ? 20 : 1));
  const bounded = (sample: number[]) => sample.map((value) => ({ value, low: value, high: value, half: 0 }));

  test.each([5, 8, 12, 20, 30])('of 95 %% intervals of a ratio, about 95 %% hold the truth: n = %i', (n) => {
    const next = uniform(n);
    let [held, runs] = [0, 0];
    for (; runs < 600; runs++) {
      const [a, b] = [typical(bounded(draw(n, 0.5, next)), runs), typical(bounded(draw(n, 0, next)), runs)];
      const estimate = ({ value, low, high }: typeof a) => ({
        value: value ?? 0,
        low: low ?? 0,
        high: high ?? 0,
        half: 0,
        df: degreesOf(n),
      });
      const ratio = ratioOf(estimate(a), estimate(b));
      if (ratio && ratio.low <= Math.exp(0.5) && Math.exp(0.5) <= ratio.high) held++;
    }
    expect(held / runs).toBeGreaterThan(0.9);
    expect(held / runs).toBeLessThan(0.98);
  });

  test('the test gives a false alarm one time in twenty, and finds a doubling four times in five with the posts that it asked for', () => {
    const next = uniform(7);
    const delta = cliffsDelta(draw(2000, Math.LN2, next), draw(2000, 0, next)) ?? 0;
    const n = neededEach(delta) ?? 0;
    let [alarms, found] = [0, 0];
    for (let run = 0; run < 200; run++) {
      if (mannWhitneyP(draw(n, 0, next), draw(n, 0, next), run) < 0.05) alarms++;
      if (mannWhitneyP(draw(n, Math.LN2, next), draw(n, 0, next), run) < 0.05) found++;
    }
    expect(n).toBeGreaterThan(20);
    expect(n).toBeLessThan(50);
    expect(alarms / 200).toBeLessThan(0.1);
    expect(found / 200).toBeGreaterThan(0.7);
    expect(found / 200).toBeLessThan(0.92);
  });
});
