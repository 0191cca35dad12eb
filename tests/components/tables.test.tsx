// @vitest-environment happy-dom
import './browser';

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { type BenchmarkSort, BenchmarkTable } from '../../components/BenchmarkTable';
import { axis, barsOf, barsSentence, lines, marks } from '../../components/chart-data';
import { spread } from '../../components/chart-look';
import { tableText } from '../../components/EvidencePanel';
import { filterPosts, metricsIn, type PostFilter, type PostRow, pageOf, sortPosts, tally } from '../../components/post-rows';
import { nextSort, sorted } from '../../components/sorting';
import { weekTicks, withGaps } from '../../components/TrendChart';
import { compareToStudy } from '../../lib/benchmark/standing';
import type { AccountRecord } from '../../lib/model/rollup';
import { addBrand, assign, newStudy, unassigned } from '../../lib/study-edits';
import { host } from './host';
import { benchmarkOf, brandRow, figure, postState, reading } from './make';

const rows = [
  brandRow('a', 'own', { erFollowers: figure(0.002, 0.001, 0.0025) }),
  brandRow('b', 'direct', {}),
  brandRow('c', 'direct', { erFollowers: figure(0.009, 0.007, 0.012) }),
];
describe('the benchmark table', () => {
  const draw = (sort: BenchmarkSort, onSort = vi.fn(), onEvidence = vi.fn(), list = rows) => {
    const benchmark = benchmarkOf(list);
    act(() =>
      render(
        <BenchmarkTable
          benchmark={benchmark}
          rows={list}
          columns={['followers', 'erFollowers']}
          standing={(id, kpi) => compareToStudy(id, benchmark, kpi)}
          sort={sort}
          onSort={onSort}
          onEvidence={onEvidence}
        />,
        host,
      ),
    );
    return [...host.querySelectorAll('tbody .brand-name')].map((name) => name.textContent);
  };

  it('sorts by a figure, with what is unknown last in both directions', () => {
    expect(draw({ by: 'erFollowers', down: true })).toEqual(['C', 'A', 'B']);
    expect(draw({ by: 'erFollowers', down: false })).toEqual(['A', 'C', 'B']);
  });

  it('says its order to screen readers and changes it by its buttons', () => {
    const onSort = vi.fn();
    draw({ by: 'erFollowers', down: true }, onSort);
    const heads = [...host.querySelectorAll('thead th')];
    expect(heads.map((head) => head.getAttribute('aria-sort'))).toEqual(['none', 'none', 'descending', null]);
    heads[2]?.querySelector('button')?.click();
    expect(onSort).toHaveBeenLastCalledWith({ by: 'erFollowers', down: false });
    heads[0]?.querySelector('button')?.click();
    expect(onSort).toHaveBeenLastCalledWith({ by: 'name', down: false });
  });

  it('sets brands that cannot be told apart in a bracket and says so, in the column that it is sorted by', () => {
    draw({ by: 'erFollowers', down: true }, vi.fn(), vi.fn(), [
      ...rows,
      brandRow('d', 'leader', { erFollowers: figure(0.0088, 0.006, 0.012) }),
    ]);
    const marked = [...host.querySelectorAll('tbody tr')].map((tr) => tr.querySelector('.bracket')?.className.split('-')[1] ?? null);
    expect(marked).toEqual(['start', 'end', null, null]);
    expect(host.querySelector('.figure-tied')?.textContent).toContain('Tied with D');
    draw({ by: 'name', down: false });
    expect(host.querySelector('.bracket, .figure-tied')).toBeNull();
  });

  it('leads from a figure to its posts', () => {
    const onEvidence = vi.fn();
    draw({ by: 'erFollowers', down: true }, vi.fn(), onEvidence);
    host.querySelector<HTMLButtonElement>('tbody button.figure-n')?.click();
    expect(onEvidence).toHaveBeenCalledWith(rows[2], 'erFollowers');
  });

  it('shows no number in a cell without a figure', () => {
    draw({ by: 'name', down: false });
    const cells = [...host.querySelectorAll('tbody tr')][1]?.querySelectorAll('td.numeric') ?? [];
    for (const cell of cells) expect(cell.textContent).not.toMatch(/\d/);
  });
});

describe('sorting', () => {
  it('keeps the order of equals and sorts names by letters', () => {
    expect(sorted(['b2', 'a1', 'b1'], (name) => name.charAt(0), false)).toEqual(['a1', 'b2', 'b1']);
    expect(sorted(['é', 'f', 'e'], (name) => name, false)).toEqual(['e', 'é', 'f']);
    expect(nextSort({ by: 'x', down: true }, 'y', true)).toEqual({ by: 'y', down: true });
  });
});

describe('charts', () => {
  it('draw bars for measured brands only, and name the others', () => {
    const list = barsOf('erFollowers', rows, marks(rows));
    expect(list.map((bar) => bar.name)).toEqual(['C', 'A']);
    expect(barsSentence('erFollowers', list, rows)).toBe('Engagement by followers: C 0.90% (n 8) and A 0.20% (n 8). Not measurable: B.');
  });

  it('give a brand the same mark whatever is shown', () => {
    expect(marks(rows).get('c')).toMatchObject({ role: 'direct', nth: 1 });
    expect(barsOf('erFollowers', rows.slice(2), marks(rows))[0]).toMatchObject({ nth: 1 });
  });

  it('begin at zero, end at a round step, and hold every value', () => {
    expect(axis([0.0345, 0.0065], [0.0393, null])).toEqual({ end: 0.04, step: 0.01 });
    const far = axis([0.01], [5]);
    expect(far.end).toBeGreaterThanOrEqual(0.01);
    expect(far.end).toBeLessThanOrEqual(0.04);
    expect(axis([], []).end).toBeGreaterThan(0);
    expect(axis([0], [0]).end).toBeGreaterThan(0);
  });

  it('break a line where a week has no posts', () => {
    const week = 7 * 86_400_000;
    const point = (x: number) => ({ x, y: 1, low: null, high: null, n: 1 });
    const drawn = withGaps([point(0), point(week), point(4 * week)]);
    expect(drawn.map(({ y }) => Number.isNaN(y))).toEqual([false, false, true, false]);
    expect(weekTicks([0, week, 2 * week])).toEqual([0, week, 2 * week]);
    const many = weekTicks(Array.from({ length: 52 }, (_, index) => index * week));
    expect(many.length).toBeLessThanOrEqual(8);
    expect(many.at(-1)).toBe(51 * week);
  });

  it('leave out lines of brands that are not shown', () => {
    const trend = [
      { brandId: 'a', points: [{ week: 0, value: 1, low: null, high: null, n: 2 }] },
      { brandId: 'c', points: [] },
    ];
    expect(lines(trend, rows, marks(rows)).map((line) => line.brandId)).toEqual(['a']);
    expect(lines(trend, rows.slice(1), marks(rows))).toEqual([]);
  });

  it('keep labels apart and inside', () => {
    const placed = spread([50, 52, 51, 98], 10, 0, 100);
    const inOrder = [...placed].sort((a, b) => a - b);
    const gaps = inOrder.slice(1).map((y, index) => y - (inOrder[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...placed)).toBeLessThanOrEqual(100);
    expect(placed[0]).toBeLessThan(placed[2] ?? 0);
  });
});

const row = (id: string, rest: Partial<PostRow> & { state?: PostRow['state'] } = {}): PostRow => ({
  state: postState(id),
  text: '',
  url: null,
  brandId: 'a',
  brand: 'A',
  role: 'own',
  erFollowers: 'unread',
  erViews: 'not-shown',
  tags: [],
  x: 'too-few-posts',
  places: { account: 'too-few-posts', study: 'too-few-posts' },
  ...rest,
});
const open: PostFilter = { brand: null, network: null, format: null, flag: null, tag: null, text: '', keys: null };

describe('posts', () => {
  const list = [
    row('1', { text: 'Un été à la ferme', state: postState('1', { metrics: { likes: reading(5, 'exact') }, flags: ['pinned'] }) }),
    row('2', { text: 'Nouveau menu', state: postState('2', { metrics: { likes: reading(null, 'hidden') }, format: 'image' }) }),
    row('3', {
      brandId: 'b',
      erFollowers: { value: 0.2, low: 0.1, high: 0.3 },
      state: postState('3', { metrics: { likes: reading(0, 'exact') } }),
    }),
  ];
  const ids = (found: readonly PostRow[]) => found.map(({ state }) => state.postKey);

  it('are found without accents and whatever the case', () => {
    expect(ids(filterPosts(list, { ...open, text: ' ETE ' }))).toEqual(['x:1']);
    expect(ids(filterPosts(list, { ...open, text: 'a', brand: 'b' }))).toEqual([]);
  });

  it('are narrowed by format, flag and the posts behind a figure', () => {
    expect(ids(filterPosts(list, { ...open, format: 'unknown' }))).toEqual(['x:1', 'x:3']);
    expect(ids(filterPosts(list, { ...open, flag: 'pinned' }))).toEqual(['x:1']);
    expect(ids(filterPosts([...list, row('4', { tags: ['useful', 'recette'] })], { ...open, tag: 'recette' }))).toEqual(['x:4']);
    expect(ids(filterPosts(list, { ...open, keys: new Set(['x:3', 'x:9']) }))).toEqual(['x:3']);
  });

  it('sort what is hidden after a true zero', () => {
    expect(ids(sortPosts(list, { by: 'likes', down: true }))).toEqual(['x:1', 'x:3', 'x:2']);
    expect(ids(sortPosts(list, { by: 'likes', down: false }))).toEqual(['x:3', 'x:1', 'x:2']);
    expect(ids(sortPosts(list, { by: 'erFollowers', down: true }))[0]).toBe('x:3');
  });

  it('are paged by a hundred, and a page that no longer exists becomes the last', () => {
    const many = Array.from({ length: 250 }, (_, index) => index);
    expect(pageOf(many, 3)).toMatchObject({ page: 3, pages: 3, first: 200 });
    expect(pageOf(many, 9).rows).toHaveLength(50);
    expect(pageOf(many, Number.NaN).page).toBe(1);
    expect(pageOf([], 2)).toMatchObject({ page: 1, pages: 1, first: 0 });
  });

  it('have a column for each metric that one of them has, and counts for each filter', () => {
    expect(metricsIn(list)).toEqual(['likes']);
    expect(tally(list, ({ brandId }) => [brandId])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('copy their evidence as a table with one cell per column, unknown empty', () => {
    const metrics = { likes: { ...reading(null, 'unread'), raw: 'a\tb\nc' }, views: reading(12, 'exact') };
    const text = tableText([{ postKey: 'x:1', snapshotId: 's', takenAt: 0, pageUrl: 'https://x.com/a', adapter: 2, flags: [], metrics }]);
    const cells = text.split('\n').map((line) => line.split('\t'));
    expect(new Set(cells.map((line) => line.length))).toEqual(new Set([10]));
    expect(cells[1]).toEqual(['1970-01-01T00:00:00.000Z', 'https://x.com/a', '2', 'likes', '', '', '', 'unread', 'text', 'a b c']);
  });
});

describe('a study', () => {
  it('counts an account in one brand only', () => {
    const empty = newStudy('s', 'S', 0);
    const two = addBrand(addBrand(empty, '1', 'One', 'own', ['x:a']), '2', 'Two', 'direct', ['x:a', 'x:b']);
    expect(two.brands.map((brand) => brand.accounts)).toEqual([[], ['x:a', 'x:b']]);
    expect(assign(two, 'x:b', '1').brands.map((brand) => brand.accounts)).toEqual([['x:b'], ['x:a']]);
    expect(assign(two, 'x:b', null).brands.map((brand) => brand.accounts)).toEqual([[], ['x:a']]);
  });

  it('is offered captured accounts without a brand, and invented ones only when it is a sample', () => {
    const account = (accountKey: string, sample: boolean) => ({ accountKey, sample }) as AccountRecord;
    const study = addBrand(newStudy('s', 'S', 0), '1', 'One', 'own', ['x:a']);
    const free = unassigned(study, [account('x:a', false), account('x:b', false), account('x:c', true)]);
    expect(free.map(({ accountKey }) => accountKey)).toEqual(['x:b']);
  });
});
