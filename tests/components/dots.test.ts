import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DotRow, dotAt, dots, logEnds, MOST_DOTS, type Placed, spanOf } from '../../components/chart-dots';
import { logTicks } from '../../components/DotChart';
import { lookOf } from './make';

const row = (values: number[], rest: Partial<DotRow> = {}): DotRow => ({
  ...{ brandId: 'a', name: 'A', role: 'own', nth: 0, value: 1, low: null, high: null, n: values.length },
  ...{ keys: values.map((_, index) => `x:${index}`), values: Float64Array.from(values) },
  ...rest,
});

/** A chart of 300 by 100 pixels whose axis goes from 1 to 1000; counts what is drawn on it. */
function draw(rows: DotRow[]): { placed: Placed; arcs: number; rects: number } {
  let placed: Placed | undefined;
  const drawn = { arcs: 0, rects: 0 };
  const nothing = () => undefined;
  const ctx = {
    ...{ save: nothing, restore: nothing, beginPath: nothing, fill: nothing, stroke: nothing, moveTo: nothing },
    ...{ arc: () => drawn.arcs++, fillRect: () => drawn.rects++ },
  };
  const scales = { x: { min: 1, max: 1000 }, y: { getPixelForValue: (index: number) => 25 + 50 * index } };
  const chart = { ctx, scales, chartArea: { left: 0, right: 300, top: 0, bottom: 100 } };
  const plugin = dots(rows, lookOf(), (now) => {
    placed = now;
  });
  plugin.beforeDatasetsDraw?.(chart as never, {} as never, {} as never);
  if (!placed) throw new Error('nothing was placed');
  return { placed, ...drawn };
}

describe('posts as dots', () => {
  test('stand where their value is on the axis, in the row of their brand; what is zero stands at the left edge', () => {
    const { placed, arcs } = draw([row([1, 10, 1000, 0]), row([100], { keys: ['x:b'] })]);
    expect([...placed.x].map(Math.round)).toEqual([0, 100, 300, 0, 200]);
    expect([...placed.row]).toEqual([0, 0, 0, 0, 1]);
    for (const [index, y] of placed.y.entries()) expect(Math.abs(y - (placed.row[index] ? 75 : 25))).toBeLessThanOrEqual(13);
    expect(arcs).toBe(5);
  });

  test('the one that is pointed at is found, and none beside it', () => {
    const { placed } = draw([row([10]), row([100], { keys: ['x:b'] })]);
    expect(dotAt(placed, placed.x[1] ?? 0, placed.y[1] ?? 0)).toEqual({ row: 1, key: 'x:b' });
    expect(dotAt(placed, 250, 75)).toBeNull();
  });

  test('many are drawn as a density: every post is in a column, and no column is drawn twice', () => {
    const { placed, arcs, rects } = draw([row(Array.from({ length: MOST_DOTS + 1 }, (_, index) => 1 + (index % 2) * 99))]);
    expect([placed.keys.length, arcs, rects]).toEqual([0, 0, 2]);
  });
});

test('the axis holds every value, and its ticks lie on it', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 1e-5, max: 1e7, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
      const ends = logEnds(spanOf([row(values)]));
      expect(ends.min).toBeLessThanOrEqual(Math.min(...values) * (1 + 1e-6));
      expect(ends.max).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-6));
      const ticks = logTicks(ends);
      expect(ticks.length).toBeGreaterThan(0);
      expect(ticks.length).toBeLessThanOrEqual(14);
      for (const tick of ticks) expect(tick >= ends.min * 0.99 && tick <= ends.max * 1.01).toBe(true);
    }),
  );
  expect(spanOf([row([0, 3, 0]), row([], { low: 1, high: 7 })])).toEqual({ least: 1, most: 7, zeros: 2 });
  expect(logEnds(spanOf([row([0, 0])]))).toEqual({ min: 0.1, max: 1 });
  expect(logTicks({ min: 0.002, max: 0.05 })).toEqual([0.002, 0.005, 0.01, 0.02, 0.05]);
});
