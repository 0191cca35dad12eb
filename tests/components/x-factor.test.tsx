// @vitest-environment happy-dom
import './browser';

import { describe, expect, it, vi } from 'vitest';
import { Methods } from '../../components/Methods';
import { PanelPosts } from '../../components/PanelPosts';
import { PostsTable } from '../../components/PostsTable';
import { type PostRow, sortPosts } from '../../components/post-rows';
import { XFactorCell, xFactorMax } from '../../components/XFactorCell';
import { sortOf } from '../../entrypoints/options/post-route';
import { type Percentile, type Percentiles, percentiles } from '../../lib/benchmark/percentile';
import type { Reason } from '../../lib/benchmark/result';
import { type XFactor, xFactors } from '../../lib/benchmark/x-factor';
import { formatHours, formatPercentile } from '../../lib/i18n';
import type { PostState } from '../../lib/model/rollup';
import { panelRows } from '../../lib/panel-rows';
import { speak } from './browser';
import { host, show } from './host';
import { postState, reading } from './make';

const x: XFactor = {
  ...{ by: 'interactions', value: 2.4, low: 1.6, high: 3.5 },
  ...{ expected: 120, n: 22, suspected: false },
};

const place = (value: number, n: number, of: Percentile['of'] = 'x-factor'): Percentile => ({ value, n, of });
const places: Percentiles = { account: place(0.83, 22), study: place(0.61, 140) };

describe('a post against what was expected of it', () => {
  it('says how many times, in which interval, at which percentile, and what that rests on', () => {
    const text = show(<XFactorCell x={x} max={4} places={places} />);
    expect(text).toContain('×2.40');
    expect(text).toMatch(/1\.60.3\.50/);
    expect(text).toContain('percentile 83');
    expect(text).toContain('study: 61');
    expect(host.querySelector('[title*="of 140 posts, by × expected"]')).not.toBeNull();
    expect(text).toContain('120 interactions were expected of it at its age. From 22 posts');
    expect(text).not.toContain('suspected');
    // What was expected stands on the bar as a line.
    expect(host.querySelector('.interval-reference')?.getAttribute('x')).toBe('25');
  });

  it('says it in French as French is written', () => {
    speak('fr');
    const text = show(<XFactorCell x={{ ...x, suspected: true }} max={4} places={places} />);
    expect(text).toContain('×\u202f2,40');
    expect(text).toContain('rang centile 83');
    expect(text).toContain('étude\u202f: 61');
    expect(text).toContain('mise en avant présumée');
    expect(formatHours(19)).toBe('19\u202fh');
  });

  const reasons: Reason[] = ['too-young', 'undated', 'too-few-posts', 'another-kind', 'hidden', 'not-shown'];
  it.each(reasons)('shows no number where there is none, and says why: %s', (reason) => {
    const text = show(<XFactorCell x={reason} max={4} />);
    expect(text).not.toMatch(/\d/);
    expect(text.length).toBeGreaterThan(5);
    expect(host.querySelector('svg')).toBeNull();
  });
});

describe('a percentile', () => {
  it('is said of the account alone where the study holds no more, and without × expected too', () => {
    expect(show(<XFactorCell x={x} max={4} places={{ account: place(0.5, 22), study: place(0.5, 22) }} />)).not.toContain('study');
    const text = show(<XFactorCell x="undated" max={4} places={{ account: place(0.4, 9, 'interactions'), study: 'too-few-posts' }} />);
    expect(text).toContain('percentile 40');
    expect(host.querySelector('[title*="by interactions"]')).not.toBeNull();
  });

  it('is never the best or the worst of all that there may be', () => {
    expect([0.999, 0.001, 0.956].map(formatPercentile)).toEqual(['99', '1', '96']);
  });
});

describe('the posts table', () => {
  it('sort top and flop by × expected, with what cannot be compared last in both directions', () => {
    const row = (id: string, value: XFactor | Reason): PostRow => ({
      ...{
        state: postState(id),
        text: '',
        url: null,
        brandId: 'a',
        brand: 'A',
        role: 'own',
        erFollowers: 'unread',
        erViews: 'unread',
        tags: [],
      },
      x: value,
      places: { account: typeof value === 'string' ? value : place(1 - 1 / (1 + value.value), 9, 'interactions'), study: 'too-few-posts' },
    });
    const times = (value: number): XFactor => ({ ...x, value, low: value / 2, high: 2 * value });
    const posts = [row('1', times(0.4)), row('2', 'too-young'), row('3', times(3)), row('4', times(1))];
    const ids = (list: readonly PostRow[]) => list.map(({ state }) => state.postKey);
    const idle = { current: -1, onCurrent: () => undefined, onOpen: () => undefined };
    expect(ids(sortPosts(posts, { by: 'xFactor', down: true }))).toEqual(['x:3', 'x:4', 'x:1', 'x:2']);
    expect(ids(sortPosts(posts, { by: 'xFactor', down: false }))).toEqual(['x:1', 'x:4', 'x:3', 'x:2']);
    expect(sortOf(new URLSearchParams('sort=xFactor&down=0'))).toEqual({ by: 'xFactor', down: false });
    expect(xFactorMax(posts.map((each) => each.x))).toBe(4);
    expect(xFactorMax(['hidden', times(0.3)])).toBe(2);
    expect(xFactorMax([times(1.5)])).toBe(3);
    const onSort = vi.fn();
    expect(ids(sortPosts(posts, { by: 'percentile_account', down: false }))).toEqual(['x:1', 'x:4', 'x:3', 'x:2']);
    expect(sortOf(new URLSearchParams('sort=percentile_study'))).toEqual({ by: 'percentile_study', down: true });
    show(
      <PostsTable
        rows={posts}
        metrics={[]}
        places={['percentile_account']}
        sort={{ by: 'brand', down: false }}
        onSort={onSort}
        {...idle}
      />,
    );
    expect(host.textContent).toContain('n 975by interactions');
    expect(host.textContent).not.toContain('in the study');
    const head = [...host.querySelectorAll('thead button')].find((button) => button.textContent?.includes('× expected'));
    (head as HTMLElement).click();
    expect(onSort).toHaveBeenCalledWith({ by: 'xFactor', down: true });
    expect([...host.querySelectorAll('tbody tr')].map((tr) => tr.querySelector('.figure-value')?.textContent)).toEqual([
      '×0.40',
      undefined,
      '×3.00',
      '×1.00',
    ]);
  });
});

describe('the panel', () => {
  const at = (value: number) => ({ value, low: value, high: value, from: 'id' as const });
  const count = (value: number) => reading(value, 'exact');
  const post = (id: string, likes: number, published = -4e11): PostState =>
    postState(id, { published: at(published), metrics: { likes: count(likes), comments: count(0), shares: count(0) } });
  const draw = (posts: PostState[]) => {
    const rollups = [{ id: 'r', accountKey: 'x:lumen', month: '2026-11', posts }];
    const list = panelRows(posts, new Set(posts.map(({ postKey }) => postKey)), percentiles(rollups, xFactors(rollups)));
    show(<PanelPosts list={list} takenAt={2_000} texts={new Map()} now={3_000} />);
    return [...host.querySelectorAll('tbody tr:last-child')].map((tr) => tr.lastElementChild?.textContent ?? '');
  };

  it('shows each post against what was expected of it, and waits for young ones', () => {
    const cells = draw([post('a', 10), post('b', 20), post('c', 30), post('d', 40), post('e', 90), post('young', 5, 1_500)]);
    expect(host.querySelector('thead')?.textContent).toContain('× expected');
    expect(cells[0]).toMatch(/×2\.9\d/);
    // Of five: (5 − 0.5) / 5.
    expect(cells[0]).toContain('percentile 90');
    expect(cells[0]).not.toContain('study');
    expect(cells.at(-1)).toBe('Too young to compare');
  });

  it('has no such column where nothing can be said', () => {
    draw([post('a', 10), post('b', 20)]);
    expect(host.querySelector('thead')?.textContent).not.toContain('expected');
  });
});

describe('the Methods page', () => {
  it('names the half-lives with their year, for the networks that have one', () => {
    const line = { version: 1, shows: {}, shares: '', interactions: '' };
    const curve = (hours: number) => ({ halfLife: hours * 3_600_000, steepness: 0.9 });
    const text = show(
      <Methods
        norms={null}
        networks={[
          { ...line, id: 'x', name: 'X' },
          { ...line, id: 'youtube', name: 'YouTube' },
          { ...line, id: 'tiktok', name: 'TikTok' },
        ]}
        fits={[{ network: 'tiktok', fit: { middle: curve(8), flat: curve(5), steep: curve(12), posts: 64 } }]}
      />,
    );
    expect(text).toMatch(/Half-lives: X 24 mins \(2022\) and YouTube 6 days \(2018\), after Scott M\. Graffius/);
    expect(text).toContain('k between 0.70 and 1.00');
    expect(text).toContain('Fitted to your captures: TikTok 8 hrs (between 5 hrs and 12 hrs, 64 posts).');
  });
});
