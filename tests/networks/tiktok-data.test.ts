// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { tiktok } from '../../lib/networks/tiktok';
import { dataCount, postsIn } from '../../lib/networks/tiktok/data';
import { idTime } from '../../lib/networks/tiktok/links';
import { type Fixture, fixtures, readFixture } from './fixture';

const profile = (change = (html: string) => html): Fixture => {
  const page = fixtures('tiktok').find(({ name }) => name === 'profile-en');
  if (!page) throw new Error('no fixture');
  return { ...page, document: new DOMParser().parseFromString(change(page.document.documentElement.outerHTML), 'text/html') };
};

describe('the account', () => {
  const account = (page: Fixture) => readFixture(tiktok, page).then((read) => read.account);

  test('data that what is shown contradicts is out of date', async () => {
    const page = profile((html) => html.replace('>612.4K<', '>618.7K<'));
    expect((await account(page)).followers).toMatchObject({ as: 'rounded', value: 618_700, from: 'text' });
  });

  test('data about another account is not taken', async () => {
    const page = profile((html) => html.replace('"uniqueId": "hollowbrookiron"', '"uniqueId": "sparrowmill"'));
    expect(await account(page)).toMatchObject({ nativeId: null, followers: { as: 'rounded', value: 612_400 }, posts: { as: 'absent' } });
  });

  test('a header of another account says nothing while the address is ahead of it', async () => {
    const page = { ...profile(), url: new URL('https://www.tiktok.com/@sparrowmill') };
    expect(await account(page)).toMatchObject({ handle: 'sparrowmill', name: null, followers: { as: 'unread', value: null } });
  });

  test('shortened counts of older data are intervals', async () => {
    const page = profile((html) => html.replace('statsV2', 'x'));
    expect((await account(page)).followers).toMatchObject({ as: 'rounded', low: 612_350, high: 612_499 });
  });
});

describe('data', () => {
  test.each([
    [9999, 9999, 9999, 'exact'],
    ['1404', 1404, 1404, 'exact'],
    [0, 0, 0, 'exact'],
    [10_000, 9950, 10_099, 'rounded'],
    [87_300, 87_250, 87_399, 'rounded'],
    ['612419', 612_419, 612_419, 'exact'],
    [2_600_000, 2_550_000, 2_699_999, 'rounded'],
    [1_200_000_000, 1_150_000_000, 1_299_999_999, 'rounded'],
  ])('%s stands for %d to %d', (value, low, high, as) => expect(dataCount(value)).toMatchObject({ low, high, as }));

  test.each([-1, 1.5, '12K', '', null, undefined, {}, Number.NaN, 1e15])('%s is no count', (value) =>
    expect(dataCount(value)).toBeUndefined(),
  );

  const item = (id: string, author: unknown, more = {}) => ({ id, desc: 'A', author, stats: { diggCount: 5, playCount: 0 }, ...more });
  const id = '7217390175237415942';

  test('posts are found wherever they stand, and views that are held back are left out', () => {
    const now = Date.UTC(2026, 0, 1);
    const tree = { data: [{ item: item(id, { uniqueId: 'a.b' }, { isAd: true, isPinnedItem: true }) }, { item: item('7', 'x') }] };
    const [post, second] = postsIn(JSON.parse(JSON.stringify(tree)), now, 'response');
    expect(second).toBeUndefined();
    expect(post).toMatchObject({
      id,
      author: 'a.b',
      flags: { promoted: true, pinned: true },
      metrics: { likes: { value: 5, from: 'response' } },
    });
    expect(post?.metrics).not.toHaveProperty('views');
  });

  test('it stands in for a document without posts, where it is about the address', async () => {
    const data = { ItemModule: { [id]: item(id, 'sparrowmill') } };
    const page = new DOMParser().parseFromString(`<script type="application/json">${JSON.stringify(data)}</script>`, 'text/html');
    const read = async (address: string) => {
      const outcome = await readPage(tiktok, page, new URL(address), Date.UTC(2026, 0, 1), { layers: ['embedded'] });
      return outcome.ok ? outcome.capture.posts.map((post) => post.id) : [];
    };
    expect(await read(`https://www.tiktok.com/@sparrowmill/video/${id}`)).toEqual([id]);
    expect(await read('https://www.tiktok.com/@SparrowMill')).toEqual([id]);
    expect(await read('https://www.tiktok.com/@other')).toEqual([]);
    expect(await read('https://www.tiktok.com/@sparrowmill/video/7217390175237415000')).toEqual([]);
  });

  test('in pages of 2021 it is assigned to the window, and more after it', async () => {
    const data = JSON.stringify({ ItemModule: { [id]: item(id, 'sparrowmill') } });
    const html = `<script id="sigi-persisted-data">window['SIGI_STATE']=${data};window['SIGI_RETRY']={"a":1};</script>`;
    const url = new URL(`https://www.tiktok.com/@sparrowmill/video/${id}`);
    const document = new DOMParser().parseFromString(html, 'text/html');
    const outcome = await readPage(tiktok, document, url, Date.UTC(2026, 0, 1), { layers: ['embedded'] });
    expect(outcome.ok && outcome.capture.posts).toMatchObject([{ id, metrics: { likes: { value: 5 } } }]);
  });

  test('an id carries its time in seconds, unless that cannot be', () => {
    expect(idTime('7217390175237415942', Date.UTC(2026, 0, 1))?.value).toBe(Date.UTC(2023, 3, 2, 10));
    expect(idTime('7217390175237415942', Date.UTC(2022, 0, 1))).toBeNull();
    expect(idTime('100000000000000000', Date.UTC(2026, 0, 1))).toBeNull();
  });
});
