import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chanceGreater, type Estimate } from '../../lib/stats/greater';
import { normal, uniform } from '../../lib/stats/random';
import { type Bounded, typical } from '../../lib/stats/typical';
import { reference } from './reference/reference';

type Triple = [number, number, number];
const estimate = ([value, low, high]: Triple): Estimate => ({ value, low, high });

describe('chance that one is greater', () => {
  test.each(reference.greater as { first: Triple; second: Triple; chance: number }[])('as computed with SciPy (%#)', (pair) => {
    expect(chanceGreater(estimate(pair.first), estimate(pair.second))).toBeCloseTo(pair.chance, 6);
  });

  test('of exact counts the larger is surely greater, and equals are even', () => {
    const exact = (value: number) => estimate([value, value, value]);
    expect(chanceGreater(exact(5), exact(4))).toBe(1);
    expect(chanceGreater(exact(4), exact(5))).toBe(0);
    expect(chanceGreater(exact(4), exact(4))).toBe(0.5);
  });

  test('the two chances add up to one, and more doubt brings them nearer to even', () => {
    const amount = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    const any = fc.tuple(amount, amount, amount).map(([value, below, above]) => estimate([value, value - below, value + above]));
    fc.assert(
      fc.property(any, any, (a, b) => {
        const chance = chanceGreater(a, b);
        expect(chance + chanceGreater(b, a)).toBeCloseTo(1, 6);
        const wider = chanceGreater({ ...a, low: a.low - 1, high: a.high + 1 }, b);
        // The normal distribution behind it is good to about seven digits.
        expect(Math.abs(wider - 0.5)).toBeLessThanOrEqual(Math.abs(chance - 0.5) + 1e-6);
      }),
    );
  });

  test('a chance of 80 % is right at least four times in five, on heavy-tailed samples', () => {
    const next = uniform(4);
    const sample = (n: number, shift: number) =>
      Array.from({ length: n }, () => Math.exp(shift + 0.9 * normal(next)) * (next() < 0.03 ? 20 : 1)).map((value): Bounded => {
        return { value, low: value, high: value, half: 0 };
      });
    let [said, right] = [0, 0];
    for (let run = 0; run < 1500; run++) {
      // Brands differ by about as much as norms say that they do.
      const [shiftA, shiftB] = [0.6 * normal(next), 0.6 * normal(next)];
      const [a, b] = [typical(sample(12, shiftA)), typical(sample(25, shiftB))];
      const estimateOf = ({ value, low, high }: typeof a) => ({ value: value ?? 0, low: low ?? 0, high: high ?? 0 });
      const chance = chanceGreater(estimateOf(a), estimateOf(b));
      if (Math.max(chance, 1 - chance) < 0.8) continue;
      said++;
      if (chance > 0.5 === shiftA > shiftB) right++;
    }
    expect(said).toBeGreaterThan(500);
    expect(right / said).toBeGreaterThan(0.8);
  });
});
