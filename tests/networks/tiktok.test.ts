// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading } from '../../lib/model/capture';
import { tiktok } from '../../lib/networks/tiktok';
import { type Fixture, fixtures, readFixture } from './fixture';

const fixture = (name: string): Fixture => {
  const found = fixtures('tiktok').find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};
const changed = (page: Fixture, change: (html: string) => string): Fixture => ({
  ...page,
  document: new DOMParser().parseFromString(change(page.document.documentElement.outerHTML), 'text/html'),
});
const postsOf = async (page: Fixture): Promise<PostReading[]> => {
  const outcome = await readPage(tiktok, page.document, page.url, page.now);
  return outcome.ok ? outcome.capture.posts : [];
};
const blank = () => new DOMParser().parseFromString('<main></main>', 'text/html');

describe('pages', () => {
  test.each(fixtures('tiktok').map((page) => [page.name, page] as const))('%s', async (_, page) => {
    const { account, posts } = await readFixture(tiktok, page);
    expect(account).toEqual(page.expected.account);
    expect(posts).toEqual(page.expected.posts);
  });

  test('what is not a post of the page is none: notices, captions’ and comments’ links, the grid below the viewer, empty places', async () => {
    const ids = async (name: string) => (await postsOf(fixture(name))).length;
    expect(await ids('profile-en')).toBe(6);
    expect(await ids('post-fr')).toBe(4);
    expect(await ids('viewer-de-2023')).toBe(1);
  });

  test('the page’s data names a post of the feed by its author and words, and no other', async () => {
    const other = changed(fixture('feed-en'), (html) => html.replace('"desc": "Copper #wire "', '"desc": "Copper #wires"'));
    expect((await postsOf(fixture('feed-en'))).length).toBe(3);
    expect((await postsOf(other)).length).toBe(2);
  });

  test('a post without an id is counted as unreadable', async () => {
    const { document, url, now } = fixture('feed-en');
    const outcome = await readPage(tiktok, document, url, now);
    expect(outcome.ok && outcome.capture.coverage).toMatchObject({ seen: 5, read: 3, unreadable: 2 });
  });
});

describe('addresses', () => {
  const surface = (address: string) => tiktok.surface(new URL(address), blank());
  const profile = { kind: 'profile', handle: 'hollowbrook.iron_1', tab: 'posts' };
  const post = { kind: 'post', handle: 'hollowbrook.iron_1', postId: '7217390175237415942' };
  test.each([
    ['https://www.tiktok.com/@hollowbrook.iron_1', profile],
    ['https://www.TIKTOK.com/@hollowbrook.iron_1/?lang=fr#top', profile],
    ['https://tiktok.com/@hollowbrook.iron_1', profile],
    ['https://m.tiktok.com/@hollowbrook.iron_1', profile],
    ['https://www.tiktok.com/@Hollowbrook', { kind: 'profile', handle: 'Hollowbrook', tab: 'posts' }],
    ['https://www.tiktok.com/@hollowbrook.iron_1/playlist/Pans-7217390175237415000', { ...profile, tab: 'playlist' }],
    ['https://www.tiktok.com/@hollowbrook.iron_1/collection/Pans-7217390175237415000', { kind: 'feed', handle: null, tab: 'collection' }],
    ['https://www.tiktok.com/@hollowbrook.iron_1/video/7217390175237415942', post],
    ['https://www.tiktok.com/@hollowbrook.iron_1/photo/7217390175237415942/?q=pan', post],
    ['https://www.tiktok.com/@/video/7217390175237415942', { ...post, handle: null }],
    ['https://m.tiktok.com/v/7217390175237415942.html', { ...post, handle: null }],
    ['https://www.tiktok.com/', { kind: 'feed', handle: null, tab: 'foryou' }],
    ['https://www.tiktok.com/explore', { kind: 'feed', handle: null, tab: 'explore' }],
    ['https://www.tiktok.com/tag/pans?lang=en', { kind: 'feed', handle: null, tab: 'tag' }],
    ['https://www.tiktok.com/music/original-sound-7200000000000000301', { kind: 'feed', handle: null, tab: 'music' }],
    ['https://www.tiktok.com/search?q=pans', { kind: 'search', handle: null }],
    ['https://www.tiktok.com/search/video?q=pans', { kind: 'search', handle: null }],
    ['https://www.tiktok.com/@hollowbrook.iron_1/live', null],
    ['https://www.tiktok.com/@hollowbrook.iron_1/video/12', null],
    ['https://www.tiktok.com/messages', null],
    ['https://www.tiktok.com/setting', null],
    ['https://www.tiktok.com/upload', null],
    ['https://www.tiktok.com/tiktokstudio/content', null],
    ['https://www.tiktok.com/login', null],
    ['https://ads.tiktok.com/@hollowbrook.iron_1', null],
    ['https://nottiktok.com/@hollowbrook.iron_1', null],
  ])('%s', (address, expected) => expect(surface(address)).toEqual(expected));

  test('the page tells which tab of a profile is open and how it is sorted', () => {
    const tab = (page: Fixture) => tiktok.surface(page.url, page.document)?.tab;
    expect(tab(fixture('profile-ar-reposts'))).toBe('repost');
    expect(tab(fixture('profile-en'))).toBe('posts');
    const popular = changed(fixture('profile-en'), (html) =>
      html.replace('data-active="true"', 'data-active="no"').replace('aria-label="Popular" data-active="false"', 'data-active="true"'),
    );
    expect(tab(popular)).toBe('popular');
  });
});

describe('changed pages', () => {
  const pages = fixtures('tiktok');
  const names = new Set(
    pages.flatMap(({ document }) => [...document.querySelectorAll('[data-e2e]')].map((element) => element.getAttribute('data-e2e') ?? '')),
  );

  test.each([...names])('without the name %s there is no wrong number', async (name) => {
    const touched = pages.filter(({ document }) => document.querySelector(`[data-e2e="${name}"]`));
    expect(touched).not.toEqual([]);
    for (const page of touched) {
      const posts = await postsOf(changed(page, (html) => html.replaceAll(`data-e2e="${name}"`, `data-e2e="gone-${name}-x"`)));
      compare(posts, page.expected.posts);
    }
  });

  test('without any name, class or id there is no wrong number', async () => {
    for (const page of fixtures('tiktok')) {
      for (const pattern of [/ data-e2e="[^"]*"/g, / class="[^"]*"/g, / id="(?!__|SIGI)[^"]*"/g]) {
        compare(await postsOf(changed(page, (html) => html.replaceAll(pattern, ''))), page.expected.posts);
      }
    }
  });

  function compare(posts: PostReading[], truths: PostReading[]) {
    for (const post of posts) {
      const truth = truths.find((expected) => expected.id === post.id);
      for (const [metric, reading] of Object.entries(post.metrics)) {
        const expected = truth?.metrics[metric as 'likes'];
        // The data is as old as the page: where nothing is shown it may stand in with an earlier count.
        if (reading.value === null || reading.from === 'embedded' || !truth) continue;
        expect(expected?.low, `${post.id} ${metric}`).toBeLessThanOrEqual(reading.high ?? 0);
        expect(expected?.high, `${post.id} ${metric}`).toBeGreaterThanOrEqual(reading.low ?? 0);
      }
    }
  }

  const first = async (page: Fixture, change: (html: string) => string) => (await postsOf(changed(page, change)))[0];

  test('a count under a name that is not known is unread, not absent', async () => {
    const renamed = await first(fixture('feed-en'), (html) =>
      html.replaceAll('favorite-count', 'keep-count').replace(/<script.*script>/, ''),
    );
    expect(renamed?.metrics.saves).toMatchObject({ as: 'unread', value: null });
    const unmarked = await first(fixture('feed-en'), (html) => html.replaceAll('favorite-count', 'keep').replace(/<script.*script>/, ''));
    expect(unmarked?.metrics.saves).toMatchObject({ as: 'unread', value: null });
    const views = await first(fixture('profile-en'), (html) => html.replaceAll('video-views', 'plays'));
    expect(views?.metrics.views).toMatchObject({ as: 'unread', value: null });
  });

  test('two counts of one name in one post are none', async () => {
    const doubled = await first(fixture('profile-en'), (html) => html);
    expect(doubled?.metrics.views?.value).toBe(1_200_000);
    const post = await first(fixture('post-fr'), (html) =>
      html
        .replace(/<script.*script>/, '')
        .replace('<strong data-e2e="like-count"', '<strong data-e2e="like-count">9</strong><strong data-e2e="like-count"'),
    );
    expect(post?.metrics.likes).toMatchObject({ as: 'unread', value: null });
  });

  test('a heart beside the count of a grid says that it is no views', async () => {
    const post = await first(fixture('profile-en'), (html) => html.replaceAll('StyledPlay', 'StyledHeart'));
    expect(post?.metrics.views).toMatchObject({ as: 'unread', value: null });
  });

  test('without the page’s own word, a pinned card is known by its place and age', async () => {
    const pinned = (await postsOf(changed(fixture('profile-en'), (html) => html.replace('profile_page_pin', 'x')))).map(
      (post) => post.flags.pinned,
    );
    expect(pinned).toEqual([true, true, false, false, false, false]);
  });

  test('on a post’s page without a known player, the address names the only post that can be meant', async () => {
    const page = fixture('post-fr');
    const id = page.url.pathname.split('/').at(-1) ?? '';
    const unnamed = (html: string) =>
      html
        .replace(/<script.*script>/, '')
        .replaceAll(`xgwrapper-0-${id}`, 'player')
        .replace(/<article id="one-column-item-2".*?<\/article>/s, '');
    expect((await first(page, unnamed))?.id).toBe(id);
    const other = { ...page, url: new URL(page.url.href.replace('quaidesglaces', 'sparrowmill')) };
    expect((await postsOf(changed(other, unnamed))).map((post) => post.id)).not.toContain(id);
  });

  test('on a post’s page whose list names no post, the first one is the page’s, if no other is by its author', async () => {
    const item = (author: string, likes: string) =>
      `<div data-e2e="recommend-list-item-container"><a data-e2e="video-author-avatar" href="/@${author}"></a><div data-e2e="feed-video"><img alt=""></div><button><strong data-e2e="like-count">${likes}</strong></button></div>`;
    const read = (...items: string[]) =>
      postsOf({
        ...fixture('post-fr'),
        url: new URL('https://www.tiktok.com/@quaidesglaces/video/7113510225470082310'),
        document: new DOMParser().parseFromString(`<html lang="en"><main>${items.join('')}</main></html>`, 'text/html'),
      });
    const [page, other] = [item('quaidesglaces', '629.3K'), item('sparrowmill', '1807')];
    expect(await read(page, other, other)).toMatchObject([{ id: '7113510225470082310', metrics: { likes: { value: 629_300 } } }]);
    expect(await read(page, other, page)).toEqual([]);
    expect(await read(other, page, other)).toEqual([]);
  });
});
