import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { betaQuantile, betaUpTo } from '../../lib/stats/beta';
import { medianWait } from '../../lib/stats/kaplan-meier';
import { uniform } from '../../lib/stats/random';
import { reference } from './reference/reference';

describe('the beta distribution', () => {
  test.each(reference.beta as { p: number; a: number; b: number; x: number }[])('quantile %j as SciPy has it', ({ p, a, b, x }) => {
    expect(betaQuantile(p, a, b)).toBeCloseTo(x, 9);
  });

  test('its distribution function rises from 0 to 1', () => {
    const shape = fc.double({ min: 0.5, max: 300, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(shape, shape, share, share, (a, b, x, y) => {
        const [low, high] = [betaUpTo(Math.min(x, y), a, b), betaUpTo(Math.max(x, y), a, b)];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThanOrEqual(low - 1e-12);
      }),
    );
  });
});

interface Case {
  came: number[];
  waiting: number[];
  value: number | null;
  low: number | null;
  high: number | null;
}
const waitsOf = ({ came, waiting }: Pick<Case, 'came' | 'waiting'>) => [
  ...came.map((time) => ({ time, came: true })),
  ...waiting.map((time) => ({ time, came: false })),
];

describe('the median wait', () => {
  test.each(reference.kaplanMeier as Case[])('of %j as SciPy has it', (each) => {
    const found = medianWait(waitsOf(each));
    expect({ value: found?.value, low: found?.low, high: found?.high }).toEqual({ value: each.value, low: each.low, high: each.high });
  });

  test('those who still wait make it longer than dropping them would', () => {
    const came = [1, 2, 3, 4, 5];
    expect(medianWait(waitsOf({ came, waiting: [] }))?.value).toBe(3);
    expect(medianWait(waitsOf({ came, waiting: [10, 10, 10] }))?.value).toBe(4);
    expect(medianWait(waitsOf({ came, waiting: [10, 10, 10, 10, 10, 10] }))).toMatchObject({ value: null, came: 5, longest: 10 });
  });

  test('its interval holds the true median about 95 times in 100, with a third of the waits not over', () => {
    const next = uniform(7);
    const runs = 600;
    let held = 0;
    for (let i = 0; i < runs; i++) {
      const waits = Array.from({ length: 40 }, () => {
        const [wait, looked] = [-Math.log(1 - next()), -2 * Math.log(1 - next())];
        return { time: Math.min(wait, looked), came: wait <= looked };
      });
      const { low, high } = medianWait(waits) ?? {};
      if ((low ?? 0) <= Math.LN2 && (high ?? Number.POSITIVE_INFINITY) >= Math.LN2) held++;
    }
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.985);
  });

  test('of nothing is nothing', () => expect(medianWait([])).toBeNull());
});
