import { describe, expect, test } from 'vitest';
import { formatGrid } from '../../lib/benchmark/format-grid';
import type { PostState } from '../../lib/model/rollup';
import type { Format } from '../../lib/model/vocabulary';
import { brand, count, hidden, post, rollup, study } from './make';

const likes = (value: number) => ({ likes: count(value), comments: count(0), shares: count(0) });
const posts = (format: Format | null, counts: number[], changes: Partial<PostState> = {}) =>
  counts.map((value) => post({ format, metrics: likes(value), ...changes }));
const lumen = [...posts('image', [10, 20, 30, 40, 50, 60]), ...posts('video', [5, 5, 5, 5]), ...posts(null, [1, 1, 1, 1, 1])];
const orvane = posts('image', [100, 100, 100, 100, 100], { accountKey: 'x:orvane', followers: count(10_000) });
const brands = [brand(), brand({ id: 'b2', name: 'Orvane', role: 'direct', accounts: ['x:orvane'] })];
const rollups = [rollup(lumen), rollup(orvane, 'x:orvane')];
const gridOf = (by: 'erFollowers' | 'x', of = brands) => formatGrid(of, rollups, [], null, by);
const cellOf = (grid: ReturnType<typeof gridOf>, format: Format | 'unknown') => grid.cells.find((cell) => cell.format === format);

describe('formats by network', () => {
  test('of one brand: n, share and typical engagement, each with its interval', () => {
    const grid = gridOf('erFollowers', brands.slice(0, 1));
    expect(grid.networks).toEqual([{ network: 'x', n: 15 }]);
    expect(grid.formats).toEqual(['image', 'video', 'unknown']);
    const image = cellOf(grid, 'image');
    // 6 of 15; Wilson's interval from statsmodels, proportion_confint(6, 15, method='wilson').
    expect(image?.share?.value).toBeCloseTo(0.4, 12);
    expect(image?.share?.low).toBeCloseTo(0.19822, 4);
    expect(image?.share?.high).toBeCloseTo(0.64252, 4);
    expect(image?.typical).toMatchObject({ value: 0.035, n: 6, reason: null });
    expect(image?.evidence).toHaveLength(6);
  });

  test('of fewer than five posts say how many there are and nothing else', () => {
    expect(cellOf(gridOf('erFollowers'), 'video')).toMatchObject({ n: 4, share: null, typical: null });
  });

  test('of the whole study count a post of two brands once', () => {
    const shared = [...brands, brand({ id: 'b3', name: 'Twin' })];
    expect(cellOf(gridOf('erFollowers', shared), 'image')?.n).toBe(11);
  });

  test('measured against what was expected, a small account weighs like a large one', () => {
    const own = cellOf(gridOf('x'), 'image')?.typical;
    // Orvane's posts are all as expected; Lumen's typical image lies above its typical post.
    expect(own?.value).toBeGreaterThanOrEqual(1);
    expect(cellOf(gridOf('x', brands.slice(1)), 'image')?.typical).toMatchObject({ value: 1, n: 5 });
    expect(cellOf(gridOf('x', brands.slice(0, 1)), 'unknown')?.typical?.value).toBeLessThan(1);
  });

  test('keep their reason where counts are hidden', () => {
    const concealed = posts('image', [1, 1, 1, 1, 1]).map((each) => ({ ...each, metrics: { ...each.metrics, likes: hidden() } }));
    const [only] = study([brand()]).brands;
    const { cells } = formatGrid(only ? [only] : [], [rollup(concealed)], [], null, 'erFollowers');
    expect(cells[0]?.typical).toMatchObject({ value: null, reason: 'hidden' });
    expect(cells[0]?.share).toMatchObject({ value: 1 });
  });

  test('are none without posts', () => {
    expect(formatGrid(brands, [], [], null, 'x')).toEqual({ networks: [], formats: [], cells: [] });
  });
});
