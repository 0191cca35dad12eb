import { describe, expect, test } from 'vitest';
import { type AgeModel, PRIOR, reachedAt } from '../../lib/benchmark/age';
import { fitAge, type Growth } from '../../lib/benchmark/age-fit';
import { normal, uniform } from '../../lib/stats/random';

const HOUR = 3_600_000;
const hours = ({ middle }: AgeModel) => middle.halfLife / HOUR;
const instagram = PRIOR.instagram as AgeModel;

/** Posts that grow by a curve, each a little in its own way, captured at these ages (hours). */
function grown(many: number, halfLife: number, ages: number[], seed = 3): Growth[] {
  const draw = uniform(seed);
  return Array.from({ length: many }, () => {
    const own = { halfLife: halfLife * HOUR * Math.exp(0.2 * normal(draw)), steepness: 0.9 };
    const final = 400 * Math.exp(0.9 * normal(draw));
    return ages.map((age) => ({ age: age * HOUR * (0.8 + 0.4 * draw()), count: Math.round(final * reachedAt(age * HOUR, own)) }));
  });
}

describe('a curve from own captures', () => {
  test.each([
    [3, 'x'],
    [8, 'instagram'],
    [48, 'linkedin'],
  ] as const)('finds a half-life of %s hours, whatever is said of %s', (halfLife, network) => {
    const fit = fitAge(grown(60, halfLife, [1, 24, 168]), PRIOR[network] as AgeModel);
    if (!fit) throw new Error('no fit');
    expect(hours(fit)).toBeGreaterThan(halfLife / 1.35);
    expect(hours(fit)).toBeLessThan(halfLife * 1.35);
    expect(fit.posts).toBeGreaterThan(40);
  });

  test('is not surer than it may be: the share that young posts have reached lies between its edges, also where accounts differ', () => {
    let held = 0;
    const runs = 60;
    for (let run = 0; run < runs; run += 1) {
      const draw = uniform(100 + run);
      const growths = Array.from({ length: 4 }, (_, account) =>
        grown(12, 8 * Math.exp(0.2 * normal(draw)), [1, 6, 30, 168], 10 * run + account),
      );
      const fit = fitAge(growths.flat(), instagram);
      if (!fit) throw new Error('no fit');
      const young = fit.middle.halfLife / 2;
      const truth = reachedAt(young, { halfLife: 8 * HOUR, steepness: 0.9 });
      if (reachedAt(young, fit.steep) <= truth && truth <= reachedAt(young, fit.flat)) held += 1;
    }
    expect(held / runs).toBeGreaterThan(0.9);
  });

  test('more posts make it surer', () => {
    const width = (many: number) => {
      const fit = fitAge(grown(many, 8, [1, 24, 168]), instagram);
      return fit ? Math.log(fit.flat.halfLife / fit.steep.halfLife) ** 2 + (fit.flat.steepness - fit.steep.steepness) ** 2 : Number.NaN;
    };
    expect(width(200)).toBeLessThan(width(8));
  });

  test('captures that all came late leave what is known as it is', () => {
    const fit = fitAge(grown(60, 0.4, [300, 600, 900]), instagram);
    if (!fit) throw new Error('no fit');
    expect(hours(fit)).toBeLessThanOrEqual(19.5);
    expect(reachedAt(19 * HOUR, fit.flat)).toBeGreaterThan(0.4);
  });

  test('one post that took off later does not bend it', () => {
    const posts = grown(40, 8, [1, 24, 168]);
    const before = fitAge(posts, instagram);
    const after = fitAge(
      [
        ...posts,
        [
          { age: HOUR, count: 2 },
          { age: 168 * HOUR, count: 90_000 },
        ],
      ],
      instagram,
    );
    expect(Math.abs(Math.log(hours(after as AgeModel) / hours(before as AgeModel)))).toBeLessThan(0.21);
  });
});

test('too little says nothing: few posts, tiny counts, counts that fell, and a network of which nothing else is known', () => {
  expect(fitAge(grown(4, 8, [1, 24]), instagram)).toBeNull();
  expect(fitAge(grown(19, 8, [1, 24, 168]), null)).toBeNull();
  expect(
    fitAge(
      Array.from({ length: 30 }, () => [
        { age: HOUR, count: 1 },
        { age: 24 * HOUR, count: 4 },
      ]),
      instagram,
    ),
  ).toBeNull();
  expect(
    fitAge(
      Array.from({ length: 30 }, () => [
        { age: HOUR, count: 100 },
        { age: 24 * HOUR, count: 50 },
      ]),
      instagram,
    ),
  ).toBeNull();
  expect(fitAge(grown(60, 0.4, [300, 600]), null)).toBeNull();
  expect(hours(fitAge(grown(60, 8, [1, 24, 168]), null) as AgeModel)).toBeGreaterThan(5);
});
