import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SOCIALMEDIA_KEYS } from '../../lib/audits/audit';
import { RADAR_SIZE, radarSectors } from '../../lib/reports/radar';

const axes = fc.array(
  fc.record({ score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })), coverage: fc.double({ min: 0, max: 1, noNaN: true }) }),
  {
    minLength: 11,
    maxLength: 11,
  },
);
const made = (list: { score: number | null; coverage: number }[]) =>
  radarSectors(SOCIALMEDIA_KEYS.map((key, i) => ({ key, hatched: false, criteria: [], score: null, coverage: 0, ...list[i] })));

/** Radius of the arc in a path. */
const radius = (path: string | null) => Number(/A([\d.]+) /.exec(path ?? '')?.[1]);

test('the letters spell the word, clockwise from the top', () => {
  const sectors = made([]);
  expect(sectors.map(({ letter }) => letter).join('')).toBe('SOCIALMEDIA');
  const middle = RADAR_SIZE / 2;
  expect(sectors[0]?.x).toBeGreaterThan(middle);
  expect(sectors[0]?.y).toBeLessThan(middle);
  expect(sectors[10]?.x).toBeLessThan(middle);
});

test('half the score is half the length, and no score is no sector rather than an empty one', () => {
  const [whole, half, none] = made([
    { score: 100, coverage: 1 },
    { score: 50, coverage: 1 },
    { score: null, coverage: 0 },
  ]);
  expect(radius(half?.score ?? null)).toBe(radius(whole?.score ?? null) / 2);
  expect(radius(whole?.score ?? null)).toBe(radius(whole?.room ?? null));
  expect([none?.score, none?.covered]).toEqual([null, null]);
});

test('whatever the scores are, everything is drawn within the picture', () => {
  fc.assert(
    fc.property(axes, (list) => {
      for (const { room, score, ring, covered, x, y } of made(list)) {
        const numbers = [room, score, ring, covered].flatMap((path) => path?.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
        for (const number of [...numbers, x, y]) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(RADAR_SIZE);
        }
      }
    }),
  );
});
