// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading } from '../../lib/model/capture';
import { web } from '../../lib/networks/web';
import { idOf } from '../../lib/networks/web/links';
import { type Fixture, fixtures, readFixture } from './fixture';

const fixture = (name: string): Fixture => {
  const found = fixtures('web').find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};
const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const changed = (page: Fixture, change: (html: string) => string): Fixture => ({
  ...page,
  document: parsed(change(page.document.documentElement.outerHTML)),
});
const postsOf = async ({ document, url, now }: Pick<Fixture, 'document' | 'url' | 'now'>): Promise<PostReading[]> => {
  const outcome = await readPage(web, document, url, now);
  return outcome.ok ? outcome.capture.posts : [];
};
const ADDRESS = 'https://www.kiosk.example/blog/a-lamp';
/** A page with data in a script, a heading and links. */
const page = (data: unknown, { body = '<main><h1>A lamp of glass</h1></main>', head = '', address = ADDRESS } = {}) => ({
  document: parsed(
    `<html lang="en"><head>${head}<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script></head><body>${body}</body></html>`,
  ),
  url: new URL(address),
  now: Date.UTC(2026, 2, 15),
});
const counter = (interactionType: unknown, userInteractionCount: unknown) => ({
  '@type': 'InteractionCounter',
  interactionType,
  userInteractionCount,
});
const article = (more: object) => ({
  '@context': 'https://schema.org',
  '@type': 'Article',
  headline: 'A lamp of glass',
  url: ADDRESS,
  ...more,
});
const metrics = async (more: object) => (await postsOf(page(article(more))))[0]?.metrics;

describe('pages', () => {
  test.each(fixtures('web').map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const { account, posts } = await readFixture(web, each);
    expect(account).toEqual(each.expected.account);
    expect(posts).toEqual(each.expected.posts);
  });

  test('a post that is described and not shown is counted, not kept', async () => {
    const { document, url, now } = fixture('list-hi');
    const outcome = await readPage(web, document, url, now);
    expect(outcome.ok && outcome.capture.coverage).toMatchObject({ seen: 2, read: 2, loaded: 1 });
  });
});

describe('which page is a page of posts', () => {
  const kind = ({ url, document }: Pick<Fixture, 'url' | 'document'>) => web.surface(url, document)?.kind ?? null;
  const og = '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-01-01T00:00:00Z">';
  test.each([
    ['an article at its own address', page(article({})), 'post'],
    ['one named by a reference', page(article({ url: undefined, mainEntityOfPage: { '@id': ADDRESS } })), 'post'],
    [
      'data of another article under another headline',
      page(article({ url: 'https://kiosk.example/blog/b', headline: 'A former chair' })),
      null,
    ],
    ['data of another site', page(article({ url: 'https://elsewhere.example/blog/a-lamp' })), null],
    ['no data', page({ '@type': 'WebSite', name: 'Kiosk' }), null],
    ['a product with reviews', page({ '@type': 'Product', url: ADDRESS, aggregateRating: { reviewCount: 5 } }), null],
    ['a job', page({ '@type': 'JobPosting', url: ADDRESS, title: 'A lamp of glass' }), null],
    ['broken data', page('{"@type":"Article",'), null],
    ['Open Graph alone', page('', { head: og }), 'post'],
    ['Open Graph on a front page', page('', { head: og, address: 'https://kiosk.example/' }), null],
    [
      'a list with no link to its posts',
      page({ '@type': 'Blog', blogPost: [article({ url: '/blog/b' })] }, { address: 'https://kiosk.example/blog' }),
      null,
    ],
    [
      'a list',
      page({ '@type': 'Blog', blogPost: [article({})] }, { body: `<a href="${ADDRESS}">x</a>`, address: 'https://kiosk.example/blog' }),
      'profile',
    ],
    [
      'found posts',
      page(
        { '@type': 'SearchResultsPage', mainEntity: { '@type': 'ItemList', itemListElement: [article({})] } },
        { body: `<a href="${ADDRESS}">x</a>`, address: 'https://kiosk.example/find' },
      ),
      'search',
    ],
  ])('%s', (_, each, expected) => expect(kind(each)).toBe(expected));

  test('a person’s page is the person’s', async () => {
    const data = {
      '@type': 'ProfilePage',
      mainEntity: {
        '@type': 'Person',
        name: 'Ida',
        interactionStatistic: [counter('https://schema.org/FollowAction', 41), counter('https://schema.org/WriteAction', 7)],
      },
      hasPart: [article({ commentCount: 3 })],
    };
    const each = page(data, { body: `<a href="${ADDRESS}">x</a>`, address: 'https://kiosk.example/@ida' });
    const outcome = await readPage(web, each.document, each.url, each.now);
    expect(outcome.ok && outcome.capture.account).toMatchObject({
      handle: 'kiosk.example/@ida',
      name: 'Ida',
      followers: { value: 41 },
      posts: { value: 7 },
    });
    expect(outcome.ok && outcome.capture.posts[0]).toMatchObject({ author: 'kiosk.example/@ida', metrics: { comments: { value: 3 } } });
  });
});

describe('counts', () => {
  test.each([
    ['https://schema.org/LikeAction', 'likes'],
    [{ '@type': 'AgreeAction' }, 'likes'],
    [{ '@id': 'http://schema.org/ShareAction' }, 'shares'],
    ['BookmarkAction', 'saves'],
    ['http://schema.org/UserComments', 'comments'],
    [{ '@type': ['https://schema.org/ReplyAction'] }, 'comments'],
    ['schema:ListenAction', 'views'],
    ['https://schema.org/FollowAction', null],
    ['https://schema.org/DislikeAction', null],
  ])('%j counts %s', async (type, name) => {
    const found = await metrics({ interactionStatistic: counter(type, 12) });
    expect(Object.entries(found ?? {}).map(([key, { value }]) => [key, value])).toEqual(name ? [[name, 12]] : []);
  });

  test.each([
    [12, 12],
    ['12', 12],
    ['1,234', 1234],
    ['1.2K', 1200],
    [-3, null],
    [1.5, null],
    [1e300, null],
    ['', null],
    ['many', null],
    [{}, null],
    ['1.234', null],
  ])('%j is %j', async (said, value) => {
    const found = (await metrics({ interactionStatistic: counter('LikeAction', said) }))?.likes;
    expect(found?.value).toBe(value);
    if (value === null) expect(found?.as).toBe('unread');
  });

  test('two numbers for one thing are none, within a description and between two', async () => {
    expect((await metrics({ commentCount: 4, interactionStatistic: counter('CommentAction', 5) }))?.comments).toMatchObject({
      as: 'unread',
    });
    const [post] = await postsOf(page([article({ commentCount: 4 }), article({ '@type': 'BlogPosting', commentCount: 9 })]));
    expect(post?.metrics.comments).toMatchObject({ as: 'unread' });
  });

  test('a counter that does not say what it counts leaves nothing absent', async () => {
    expect((await metrics({ interactionStatistic: counter(undefined, 5), commentCount: 2 }))?.likes).toMatchObject({ as: 'unread' });
  });

  test('numbers of authors, publishers, comments, videos and other sites’ buttons are not the post’s', async () => {
    const inner = { interactionStatistic: counter('LikeAction', 9), commentCount: 9, upvoteCount: 9 };
    const nested = Object.fromEntries(
      ['author', 'publisher', 'comment', 'video', 'isPartOf', 'citation', 'sharedContent'].map((name) => [
        name,
        { '@type': 'Thing', ...inner },
      ]),
    );
    expect(await metrics(nested)).toEqual({});
    expect(await metrics({ interactionStatistic: { ...counter('ShareAction', 9), interactionService: { name: 'X' } } })).toEqual({});
  });
});

describe('changed pages', () => {
  test('a comment that has lost the mark of its beginning leaks nothing', async () => {
    const each = changed(fixture('blog-ja'), (html) => html.replace('<div itemprop="comment" itemscope=""', '<div itemprop="comment"'));
    expect((await postsOf(each))[0]?.metrics.likes?.value).toBe(34_000);
    const alone = changed(fixture('forum-es'), (html) =>
      html.replace('<article itemprop="comment" itemscope=""', '<article itemprop="comment"'),
    );
    expect((await postsOf(alone))[0]?.metrics.likes?.value).toBe(16);
  });

  test('a post with two addresses is counted as unreadable', async () => {
    const { document, url, now } = changed(fixture('blog-ja'), (html) =>
      html.replace('href="/posts/101"', 'href="/posts/101"></a><a itemprop="url" href="/posts/102"'),
    );
    const outcome = await readPage(web, document, url, now);
    expect(outcome.ok && outcome.capture.coverage).toMatchObject({ seen: 3, read: 2, unreadable: 1 });
  });

  test('deep, wide and self-referring data is survived', async () => {
    const deep = `${'{"@graph":['.repeat(5000)}${JSON.stringify(article({ commentCount: 3 }))}${']}'.repeat(5000)}`;
    expect(await postsOf(page(deep))).toEqual([]);
    expect(await postsOf(page({ '@graph': [{ '@id': '#a', '@type': 'Blog', mainEntity: { '@id': '#a' } }] }))).toEqual([]);
    expect((await postsOf(page(article({ commentCount: 3, articleBody: 'x '.repeat(500_000) }))))[0]?.metrics.comments?.value).toBe(3);
  });
});

describe('ids', () => {
  test.each([
    ['https://www.kiosk.example/blog/a-lamp/?utm_source=x#top', 'kiosk.example/blog/a-lamp'],
    ['http://kiosk.example/index.php?topic=88&page=2', 'kiosk.example/index.php?topic=88'],
    ['https://kiosk.example/?p=12', 'kiosk.example?p=12'],
  ])('%s', (address, id) => expect(idOf(new URL(address))).toBe(id));
  test('a long address has a short id of its own', () => {
    const [a = '', b = ''] = ['a', 'b'].map((end) => idOf(new URL(`https://kiosk.example/${'x'.repeat(300)}${end}`)));
    expect(a.length).toBeLessThanOrEqual(200);
    expect(a).not.toBe(b);
  });
});
