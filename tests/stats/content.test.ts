import { describe, expect, test } from 'vitest';
import { evenness } from '../../lib/stats/entropy';
import { groupsP } from '../../lib/stats/groups';
import { normal, uniform } from '../../lib/stats/random';
import { type Effect, shrink } from '../../lib/stats/shrink';
import { reference } from './reference/reference';

interface Shrunk {
  effects: Effect[];
  value: number[];
  low: number[];
  high: number[];
}

describe('as computed with SciPy', () => {
  test.each(reference.evenness as { counts: number[]; value: number }[])('evenness of $counts', ({ counts, value }) => {
    expect(evenness(counts)).toBeCloseTo(value, 12);
  });

  test.each(reference.shrink as Shrunk[])('effects drawn towards zero (%#)', ({ effects, ...expected }) => {
    for (const [i, found] of shrink(effects).entries()) {
      for (const bound of ['value', 'low', 'high'] as const) expect(found[bound]).toBeCloseTo(expected[bound][i] ?? Number.NaN, 5);
    }
  });

  test.each(reference.groups as { groups: number[][]; p: number }[])('permutation test of several groups (%#)', ({ groups, p }) => {
    expect(Math.abs(groupsP(groups) - p)).toBeLessThan(0.03);
  });
});

test('one kind has no evenness; one group, or equal values, show nothing', () => {
  expect(evenness([7, 0])).toBeNull();
  expect(groupsP([[1, 2, 3]])).toBe(1);
  expect(groupsP([[2, 2], [2, 2], []])).toBe(1);
});

test('the largest of many chance effects is not believed: intervals of shrunk effects hold the truth', () => {
  const next = uniform(11);
  let [held, largest, all] = [0, 0, 0];
  for (let run = 0; run < 200; run++) {
    const truths = Array.from({ length: 20 }, () => 0.2 * normal(next));
    const effects = truths.map((truth) => ({ value: truth + 0.4 * normal(next), variance: 0.16 }));
    const shrunk = shrink(effects);
    const best = shrunk.reduce((top, each, i) => (each.value > (shrunk[top]?.value ?? 0) ? i : top), 0);
    for (const [i, { low, high }] of shrunk.entries()) if (low <= (truths[i] ?? 9) && (truths[i] ?? 9) <= high) held++;
    const [top, truth] = [shrunk[best], truths[best] ?? 9];
    if (top && top.low <= truth && truth <= top.high) largest++;
    all += 20;
  }
  expect(held / all).toBeGreaterThan(0.9);
  expect(largest / 200).toBeGreaterThan(0.88);
});
