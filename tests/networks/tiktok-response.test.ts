// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../lib/capture/read-page';
import { tiktok } from '../../lib/networks/tiktok';
import { fixtures } from './fixture';

const id = '7591072945832430001';
const now = Date.UTC(2026, 10, 20);
const page = new DOMParser().parseFromString('<main></main>', 'text/html');
const at = contextOf(
  tiktok,
  page,
  new URL('https://www.tiktok.com/@barroebrasa'),
  { kind: 'profile', handle: 'barroebrasa', tab: 'posts' },
  now,
);
const posts = (body: unknown) => tiktok.response?.(body, at) ?? [];

describe('bodies', () => {
  const web = {
    id,
    desc: 'Four pots #clay @forno.azul',
    author: { id: '68', uniqueId: 'BarroeBrasa', nickname: 'Barro e Brasa', verified: true, signature: 'Clay' },
    stats: { diggCount: 25500, commentCount: 3, shareCount: 40, playCount: -1, collectCount: '210' },
    statsV2: { diggCount: '25519', commentCount: '3', shareCount: '40', playCount: '-1', collectCount: '210' },
    authorStats: { followerCount: 783400, followingCount: 7, videoCount: 19 },
    imagePost: { images: [{}, {}] },
    textLanguage: 'pt',
  };

  test('of the site: exact counts before shortened ones, a count that cannot be is left out', () => {
    const [post] = posts({ itemList: [web] });
    expect(post).toMatchObject({
      ...{ id, author: 'BarroeBrasa', format: 'carousel', hashtags: ['clay'], mentions: ['forno.azul'], language: 'pt' },
      metrics: { likes: { value: 25519, as: 'exact', from: 'response' }, saves: { value: 210 }, comments: { value: 3 } },
    });
    expect(post?.metrics).not.toHaveProperty('views');
  });

  test('of 2020: what an item is and what it counts in one, its author beside it', () => {
    const old = {
      itemInfos: { id, text: 'Pots', video: {}, diggCount: 1843, shareCount: 0, playCount: 91_207, commentCount: 3, createTime: '1' },
      authorInfos: { uniqueId: 'barroebrasa', nickName: 'Barro' },
      authorStats: { diggCount: 77, followerCount: 5 },
    };
    expect(posts({ body: { itemListData: [old, { ...old, itemInfos: { id, text: 'An embedded one counts nothing' } }] } })).toMatchObject([
      {
        ...{ id, author: 'barroebrasa', text: 'Pots', format: 'short' },
        metrics: { likes: { value: 1843 }, comments: { value: 3 }, shares: { value: 0 }, views: { value: 91_207, as: 'exact' } },
      },
    ]);
  });

  test('made for the apps', () => {
    const aweme = {
      aweme_id: id,
      desc: 'Pots',
      author: { unique_id: 'barroebrasa' },
      is_ads: true,
      is_top: 1,
      video: {},
      statistics: { digg_count: 1843, comment_count: 3, share_count: 0, play_count: 9120, collect_count: 2 },
    };
    expect(posts({ aweme_list: [aweme] })).toMatchObject([
      {
        id,
        author: 'barroebrasa',
        format: 'short',
        flags: { promoted: true, pinned: true },
        metrics: { likes: { value: 1843 }, views: { value: 9120 }, shares: { value: 0 } },
      },
    ]);
    const comment = { cid: id, aweme_id: id, digg_count: 5, text: 'x' };
    expect(posts({ comments: [comment] })).toEqual([]);
  });

  test.each([
    ['texts', { id, stats: 'x' }],
    ['lists', { id, stats: [] }],
    [
      'wrong kinds',
      { id, stats: { diggCount: { a: 1 }, playCount: 1e300, commentCount: -4, shareCount: null }, author: 7, imagePost: 'x' },
    ],
  ])('%s where counts should be give none', (_, item) => {
    for (const post of posts([item])) expect(post.metrics).toEqual({});
  });

  test('tells the page’s own account, and no other', () => {
    expect(tiktok.responseAccount?.({ itemList: [web] }, at)).toMatchObject({
      nativeId: '68',
      verified: true,
      bio: 'Clay',
      followers: { as: 'rounded', low: 783350 },
    });
    const shop = {
      ...web.author,
      bioLink: { link: 'barro.example/loja?utm_source=tt', risk: 0 },
      commerceUserInfo: { category: 'Home & Garden' },
    };
    expect(tiktok.responseAccount?.({ userInfo: { user: shop, stats: web.authorStats } }, at)).toMatchObject({
      link: 'https://barro.example/loja',
      category: 'Home & Garden',
    });
    const odd = { ...shop, bioLink: { link: 'javascript:alert(1)' }, commerceUserInfo: [] };
    expect(tiktok.responseAccount?.({ userInfo: { user: odd, stats: web.authorStats } }, at)).not.toHaveProperty('link');
    const info = { userInfo: { user: web.author, stats: { followerCount: 783400 }, statsV2: { followerCount: '783427' } } };
    expect(tiktok.responseAccount?.(info, at)).toMatchObject({ followers: { as: 'exact', value: 783427, from: 'response' } });
    expect(tiktok.responseAccount?.({ itemList: [{ ...web, author: { uniqueId: 'other' } }] }, at)).toBeNull();
  });
});

test('comments: by whom in relation to the post, when, and not a name', () => {
  const fixture = fixtures('tiktok').find(({ name }) => name === 'photo-pt-2026');
  const surface = fixture && tiktok.surface(fixture.url, fixture.document);
  if (!fixture || !surface) throw new Error('no fixture');
  const list = tiktok.comments?.(fixture.document, contextOf(tiktok, fixture.document, fixture.url, surface, fixture.now)) ?? [];
  expect(list.map(({ byAccount, published, text }) => [byAccount, published?.from, text])).toEqual([
    [false, 'relative', 'Onde compro?'],
    [true, 'text', 'No site!'],
    [false, 'text', 'Lindo 2024-1-1'],
  ]);
  expect(list[0]).toMatchObject({ language: 'pt', id: '~1', likedByAccount: null });
  expect(list.map(({ replyTo }) => replyTo)).toEqual([null, '~1', null]);
  expect(JSON.stringify(list)).not.toMatch(/torno|seu\.ze/);
});
