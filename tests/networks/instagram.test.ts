// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { PostReading } from '../../lib/model/capture';
import { instagram } from '../../lib/networks/instagram';
import { fixtures, readFixture } from './fixture';
import { changed, fixture, postsOf } from './instagram-pages';

/** No number that the page does not say. */
function expectNothingWrong(posts: Record<string, PostReading>, truths: PostReading[], what: string) {
  for (const post of Object.values(posts)) {
    const truth = truths.find(({ id }) => id === post.id);
    for (const [name, reading] of Object.entries(post.metrics)) {
      if (reading.value === null) continue;
      const { low, high } = truth?.metrics[name as 'likes'] ?? { low: null, high: null };
      expect(reading.low, `${what}: ${post.id} ${name}`).toBeLessThanOrEqual(high ?? -1);
      expect(reading.high, `${what}: ${post.id} ${name}`).toBeGreaterThanOrEqual(low ?? Number.POSITIVE_INFINITY);
    }
  }
}

test.each(fixtures('instagram').map((page) => [page.name, page] as const))('%s is read as a person reads it', async (_, page) => {
  const { account, posts } = await readFixture(instagram, page);
  expect(posts).toEqual(page.expected.posts);
  expect(account).toEqual(page.expected.account);
});

describe('addresses', () => {
  const post = { kind: 'post', handle: null, postId: 'DM5Faaaaaa1', tab: 'post' };
  const profile = { kind: 'profile', handle: 'halden.tea', tab: 'posts' };
  test.each([
    ['/halden.tea/', profile],
    ['/halden.tea?hl=fr#x', profile],
    ['/halden.tea/followers/', profile],
    ['/Halden.Tea/reels', { ...profile, handle: 'Halden.Tea', tab: 'reels' }],
    ['/halden.tea/reposts/', { ...profile, tab: 'reposts' }],
    ['/halden.tea/tagged/', { kind: 'feed', handle: null, tab: 'tagged' }],
    ['/halden.tea/saved/all-posts/', null],
    ['/p/DM5Faaaaaa1/?img_index=2', post],
    ['/tv/DM5Faaaaaa1', post],
    ['/reel/DM5Faaaaaa1/', post],
    ['/P/DM5Faaaaaa1/c/18012345678901234/', post],
    ['/halden.tea/reel/DM5Faaaaaa1/', { ...post, handle: 'halden.tea' }],
    ['/reels/DM5Faaaaaa1/', { ...post, tab: 'reels' }],
    [`/p/DM5Faaaaaa1${'k'.repeat(28)}/`, post],
    ['/p/DM5Faaaaaa1/liked_by/', null],
    ['/', { kind: 'feed', handle: null, tab: 'home' }],
    ['/explore/', { kind: 'feed', handle: null, tab: 'explore' }],
    ['/explore/tags/tea/', { kind: 'search', handle: null, tab: 'tags' }],
    ['/explore/search/keyword/?q=tea', { kind: 'search', handle: null, tab: 'search' }],
    ['/explore/people/', null],
    ['/reels/audio/4012345678901234/', null],
    ['/direct/inbox/', null],
    ['/accounts/edit/', null],
    ['/stories/halden.tea/1/', null],
    ['/notifications/', null],
  ])('%s', (path, surface) => {
    for (const host of ['https://www.instagram.com', 'http://instagram.com', 'https://WWW.Instagram.com'])
      expect(instagram.surface(new URL(host + path), document)).toEqual(surface);
  });
});

describe('hidden likes', () => {
  test('are never the number that the data holds in their place', async () => {
    const post = (await postsOf(fixture('post-de'))).DTIaaaaaaa3;
    expect(post?.metrics.likes).toMatchObject({ as: 'hidden', value: null });
  });

  test('of the opened post are known from its data, and else the post is unread', async () => {
    const silent = (html: string) => html.replace('>12.345<', '><').replace('12K Likes', '3 Likes');
    expect((await postsOf(changed(fixture('post-de'), silent))).DM5Faaaaaa1?.metrics.likes).toMatchObject({
      value: 12_345,
      from: 'embedded',
    });
    const hidden = (html: string) =>
      silent(html).replace('"like_count": 12345, "comment_count": 1017, "like_and_view_counts_disabled": false', (found) =>
        found.replace('12345', '3').replace('false', 'true'),
      );
    expect((await postsOf(changed(fixture('post-de'), hidden))).DM5Faaaaaa1?.metrics.likes).toMatchObject({ as: 'hidden', value: null });
    const bare = (html: string) => silent(html).replace(/<script.*<\/script>/s, '');
    expect((await postsOf(changed(fixture('post-de'), bare))).DM5Faaaaaa1?.metrics).toMatchObject({
      likes: { as: 'unread', value: null },
      comments: { value: 1017 },
    });
  });

  test('a sentence without a number hides it, but where two are spelled out', async () => {
    const silent = (html: string) => html.replace('<span>11,7 mil</span> personas más', 'otras personas');
    expect((await postsOf(changed(fixture('modal-es'), silent))).DMGPaaaaaa1?.metrics.likes).toMatchObject({ as: 'hidden' });
    const arabic = (html: string) => silent(html).replace('lang="es-la"', 'lang="ar"');
    expect((await postsOf(changed(fixture('modal-es'), arabic))).DMGPaaaaaa1?.metrics.likes).toMatchObject({ as: 'unread' });
  });
});

describe('who likes a post', () => {
  const likes = async (change: (html: string) => string) =>
    (await postsOf(changed(fixture('modal-es'), change))).DMGPaaaaaa1?.metrics.likes;
  const SENTENCE = /Les gusta a .*?<\/section>/s;
  const link = (words: string) => `<a href="/p/DMGPaaaaaa1/liked_by/">${words}</a></section>`;
  test('one name and 139 others are 140', async () => {
    const words = `Les gusta a <a href="/juno.pots/">juno.pots</a> y ${link('139 personas más')}`;
    expect(await likes((html) => html.replace(SENTENCE, words))).toMatchObject({ value: 140, as: 'exact' });
  });
  test('a number alone is the number', async () => {
    const words = link('<span>1.234</span> Me gusta');
    expect(await likes((html) => html.replace(/<a [^>]*><img alt=""><img alt=""><\/a>/, '').replace(SENTENCE, words))).toMatchObject({
      value: 1234,
    });
  });
  test('faces without names leave it open', async () => {
    expect(await likes((html) => html.replace(SENTENCE, link('139 personas más')))).toMatchObject({ as: 'unread', value: null });
  });
});

describe('changed pages', () => {
  const marks = [
    'height="24"',
    'stroke=',
    '<line',
    '<polygon',
    'role="dialog"',
    '<article',
    '<section',
    '<ul',
    '<li',
    '<header',
    '<main',
    '<time',
    'liked_by',
    'title=',
    '<nav',
  ];
  test.each(marks)('without %s there is no wrong number', async (mark) => {
    for (const page of fixtures('instagram')) {
      const gone = (html: string) => html.replaceAll(mark, mark.startsWith('<') ? '<b' : mark.replace(/\w+/, '$&-gone'));
      const posts = await postsOf(changed(page, gone));
      expectNothingWrong(posts, page.expected.posts, page.name);
    }
  });

  test('what was sent in private is no repost', async () => {
    const without = (html: string) =>
      html.replace(/<span><div role="button"><svg aria-label="Reposten".*?<span role="button">38<\/span>/s, '');
    const posts = await postsOf(changed(fixture('post-de'), (html) => without(html).replace('"media_repost_count": 38, ', '')));
    expect(posts.DM5Faaaaaa1?.metrics).toEqual({ likes: expect.anything(), comments: expect.anything() });
  });

  test('without a speech bubble nothing beside the heart is taken for comments or reposts', async () => {
    const closed = (html: string) =>
      html
        .replace(/<span><div role="button"><svg aria-label="Kommentieren".*?<span role="button">1.017<\/span>/s, '')
        .replace(/<script.*<\/script>/s, '');
    const posts = await postsOf(changed(fixture('post-de'), closed));
    expect(Object.keys(posts.DM5Faaaaaa1?.metrics ?? {}).sort()).toEqual(['comments', 'likes']);
    expect(posts.DM5Faaaaaa1?.metrics.comments).toMatchObject({ value: 1017, from: 'embedded' });
  });

  test('a count that makes no sense is unread', async () => {
    const posts = await postsOf(
      changed(fixture('post-de'), (html) =>
        html
          .replace('>12.345<', '>12.34.5<')
          .replace(/<script.*<\/script>/s, '')
          .replace('12K Likes', 'Likes'),
      ),
    );
    expect(posts.DM5Faaaaaa1?.metrics.likes).toMatchObject({ value: null });
  });

  test('a reel whose numbers are not those of its author’s reel in the data keeps its name for itself', async () => {
    const posts = await postsOf(changed(fixture('reels-viewer-fr'), (html) => html.replace('>236<', '>237<')));
    expect(Object.keys(posts)).toEqual(['DSPMaaaaaa2']);
  });
});
