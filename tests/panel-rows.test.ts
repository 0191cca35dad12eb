import { describe, expect, it } from 'vitest';
import type { AccountRecord, PostState } from '../lib/model/rollup';
import { accountAt, MOST_ROWS, type PanelRow, panelRows as rowsOf } from '../lib/panel-rows';
import { postState, reading } from './components/make';

const exact = (value: number) => reading(value, 'exact');
const metrics = (likes: number, comments = 0, shares = 0) => ({ likes: exact(likes), comments: exact(comments), shares: exact(shares) });
const DAY = 86_400_000;
const moment = (value: number) => ({ value, low: value, high: value, from: 'id' as const });
/** Ten years old, so that nothing more is to come. */
const published = moment(-3_650 * DAY);
const posts = (...likes: number[]) => likes.map((value, index) => postState(`p${index}`, { published, metrics: metrics(value) }));
const factorOf = ({ x }: PanelRow) => (typeof x === 'string' ? x : x.value);
const nowhere = () => ({ account: 'no-posts' as const, study: 'no-posts' as const });
const panelRows = (states: PostState[], newest: Set<string>) => rowsOf(states, newest, nowhere);
const keys = (states: PostState[]) => new Set(states.map(({ postKey }) => postKey));
const order = (states: PostState[]) => panelRows(states, keys(states)).rows.map(({ postKey }) => postKey.slice(2));

describe('the posts of a capture', () => {
  it('are ranked by all their interactions, not by likes alone', () => {
    const loved = postState('loved', { metrics: metrics(100) });
    const discussed = postState('discussed', { metrics: metrics(60, 30, 20) });
    expect(order([loved, discussed])).toEqual(['discussed', 'loved']);
  });

  it('are those of the newest capture, held against posts of all captures', () => {
    const all = posts(10, 20, 30, 40, 50, 60);
    const list = panelRows(all, new Set(['x:p0', 'x:p5']));
    expect(list.rows.map(({ postKey }) => postKey)).toEqual(['x:p5', 'x:p0']);
    expect(list.rows[0]?.x).toMatchObject({ by: 'interactions', n: 6 });
    expect(factorOf(list.rows[0] as PanelRow)).toBeCloseTo(60.5 / 35.5, 3);
    expect(factorOf(list.rows[1] as PanelRow)).toBeCloseTo(10.5 / 35.5, 3);
    expect(list.typical).toEqual({ value: 35, n: 6, about: false });
    expect(list.posts).toBe(2);
  });

  it('come last when their interactions are unknown, also after a post that nobody liked, and the newest of them first', () => {
    const hidden = { ...metrics(0), likes: reading(null, 'hidden') };
    const states = [
      postState('hidden-old', { metrics: hidden, published: moment(1) }),
      postState('hidden-new', { metrics: hidden, published: moment(2) }),
      postState('none', { metrics: metrics(0) }),
    ];
    expect(order(states)).toEqual(['none', 'hidden-new', 'hidden-old']);
    expect(panelRows(states, keys(states)).rows.at(-1)?.metrics.likes?.value).toBeNull();
  });

  it('are not outranked by what the account only passed on or paid for, and those are held against nothing', () => {
    const own = posts(1, 2, 3, 4, 5);
    const passed = postState('passed', { metrics: metrics(9_000), flags: ['repost'] });
    const paid = postState('paid', { metrics: metrics(8_000), flags: ['promoted'] });
    const list = panelRows([passed, ...own, paid], keys([passed, paid, ...own]));
    expect(list.rows.map(({ postKey }) => postKey)).toEqual(['x:p4', 'x:p3', 'x:p2', 'x:p1', 'x:p0', 'x:passed', 'x:paid']);
    expect(list.rows.slice(5).map(factorOf)).toEqual(['another-kind', 'another-kind']);
    expect(list.typical?.value).toBe(3);
  });

  it(`are at most ${MOST_ROWS}, and how many there are is told`, () => {
    const all = posts(...Array.from({ length: MOST_ROWS + 7 }, (_, index) => index));
    const list = panelRows(all, keys(all));
    expect(list.rows).toHaveLength(MOST_ROWS);
    expect(list.rows[0]?.metrics.likes?.value).toBe(MOST_ROWS + 6);
    expect(list.posts).toBe(MOST_ROWS + 7);
  });
});

describe('times what was expected', () => {
  it('is given from five measured posts on', () => {
    const four = posts(10, 20, 30, 40);
    expect(panelRows(four, keys(four)).typical).toBeNull();
    expect(new Set(panelRows(four, keys(four)).rows.map(factorOf))).toEqual(new Set(['too-few-posts']));
    const hidden = postState('hidden', { metrics: { ...metrics(0), likes: reading(null, 'hidden') } });
    expect(panelRows([...four, hidden], keys(four)).typical).toBeNull();
    expect(panelRows(posts(10, 20, 30, 40, 50), keys(four)).typical).toMatchObject({ value: 30, n: 5 });
  });

  it('counts half an interaction more on both sides, so that a typical post without any is no division by nothing', () => {
    const all = posts(0, 0, 0, 0, 7);
    expect(panelRows(all, keys(all)).rows.map(factorOf)).toEqual([15, 1, 1, 1, 1]);
  });

  it('waits for posts that are too young', () => {
    const fresh = postState('fresh', { published: moment(1_000), metrics: metrics(3) });
    const list = panelRows([...posts(10, 20, 30, 40, 50), fresh], keys([fresh]));
    expect(list.rows.map(factorOf)).toEqual(['too-young']);
    expect(list.typical).toMatchObject({ n: 5 });
  });

  it('says where it rests on rounded counts', () => {
    const all = posts(10, 20, 30, 40, 50);
    const rounded = postState('rounded', { published, metrics: { ...metrics(0), likes: reading(1_200, 'rounded', 1_150, 1_249) } });
    const pinned = { ...rounded, flags: ['pinned' as const] };
    const list = panelRows([...all, pinned], keys([...all, pinned]));
    const [first] = list.rows;
    if (!first || typeof first.x === 'string') throw new Error('no factor');
    expect(first.x.high / first.x.low).toBeGreaterThan(1);
    expect(list.typical).toMatchObject({ n: 5, about: false });
    expect(panelRows([...all, rounded], keys(all)).typical).toMatchObject({ n: 6, about: true });
  });
});

describe('a page that shows views alone', () => {
  const grid = [70, 10, 40, 20, 90].map((views, index) => postState(`v${index}`, { network: 'youtube', metrics: { views: exact(views) } }));
  it('ranks by views and shows that column alone', () => {
    const list = panelRows(grid, keys(grid));
    expect(list).toMatchObject({ by: 'views', columns: ['views'], typical: { value: 40, n: 5 } });
    expect(list.rows.map(({ metrics: { views } }) => views?.value)).toEqual([90, 70, 40, 20, 10]);
  });

  it('where nothing is shown nothing is ranked', () => {
    const bare = [postState('a'), postState('b')];
    expect(panelRows(bare, keys(bare))).toMatchObject({ by: null, columns: [], typical: null });
  });
});

describe('whose page an address is', () => {
  const account = (accountKey: string, url: string) => ({ accountKey, url }) as AccountRecord;
  const accounts = [
    account('x:lumen', 'https://x.com/lumen'),
    account('x:lumenlab', 'https://x.com/lumenlab'),
    account('facebook:1', 'https://www.facebook.com/profile.php?id=1'),
    account('facebook:2', 'https://www.facebook.com/profile.php?id=2'),
    { ...account('web:none', ''), url: null },
  ];
  it.each([
    ['https://x.com/Lumen/', 'x:lumen'],
    ['https://www.x.com/lumen/with_replies?s=20', 'x:lumen'],
    ['https://x.com/lumenlab', 'x:lumenlab'],
    ['https://x.com/lum', undefined],
    ['https://x.com/home', undefined],
    ['https://facebook.com/profile.php?id=2&sk=photos', 'facebook:2'],
    ['https://facebook.com/profile.php?id=3', undefined],
    ['not an address', undefined],
  ])('%s → %s', (address, key) => {
    expect(accountAt(address, accounts)?.accountKey).toBe(key);
  });
});
