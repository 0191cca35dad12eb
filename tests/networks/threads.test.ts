// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading, Surface } from '../../lib/model/capture';
import { threads } from '../../lib/networks/threads';
import { type Fixture, fixtures, readFixture } from './fixture';

const PROFILE = 'https://www.threads.com/@kestrelkettles';
const pages = fixtures('threads');
const named = (name: string): Fixture => {
  const found = pages.find((page) => page.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};
/** The fixture with its markup changed. */
function changed(fixture: Fixture, change: (html: string) => string): Fixture {
  const html = change(fixture.document.documentElement.outerHTML);
  return { ...fixture, document: new DOMParser().parseFromString(html, 'text/html') };
}
async function postsOf(fixture: Fixture): Promise<PostReading[]> {
  const outcome = await readPage(threads, fixture.document, fixture.url, fixture.now);
  return outcome.ok ? outcome.capture.posts : [];
}
const noData = (html: string) => html.replace(/<script[^>]*>[^<]*<\/script>/g, '');

describe('pages', () => {
  it.each(pages.map((page) => [page.name, page] as const))('%s is read as a person reads it', async (_, page) => {
    const { account, posts } = await readFixture(threads, page);
    expect(posts).toEqual(page.expected.posts);
    expect(account).toMatchObject(page.expected.account);
  });

  it('keeps a quoted post, a former screen, people, suggestions and advertisements out', async () => {
    const posts = await postsOf(named('profile-en'));
    expect(new Set(posts.map(({ author }) => author))).toEqual(new Set(['kestrelkettles']));
    const html = named('profile-en').document.documentElement.outerHTML;
    for (const decoy of ['From the screen before.', '999K likes', 'Buy pans']) {
      expect(html).toContain(decoy);
      expect(JSON.stringify(posts)).not.toContain(decoy);
    }
    expect(posts.find(({ flags }) => flags.quote)?.text).toBe('A kettle should look like this. 45 of 50 agree.');
  });

  it('never takes the number beside the paper plane for shares', async () => {
    const [post] = await postsOf(changed(named('search-ja'), (html) => html.replaceAll('再投稿', 'シェアする')));
    expect(post?.metrics.shares).toMatchObject({ low: 20_000, high: 20_999 });
    const [, , third] = await postsOf(named('search-ja'));
    expect(third?.metrics.shares).toMatchObject({ as: 'unread', value: null });
  });
});

describe('numbers', () => {
  it('lie within what is shown where there is no data', async () => {
    const posts = await postsOf(changed(named('profile-en'), noData));
    expect(posts).toHaveLength(6);
    expect(posts[0]?.metrics).toMatchObject({ likes: { low: 54_000, high: 54_999 }, comments: { low: 1000, high: 1099 } });
    expect(posts[0]?.metrics.quotes).toBeUndefined();
    expect(posts.map(({ id }) => id)).toEqual(named('profile-en').expected.posts.map(({ id }) => id));
  });

  it('says no count of a number that is changing', async () => {
    const both = (html: string) => html.replace('<span>13</span>', '<span><span>12</span><span>13</span></span>');
    const posts = await postsOf(changed(named('reposts-de'), both));
    expect(posts[2]?.metrics.likes).toMatchObject({ as: 'unread', value: null });
  });

  it('says unread of likes that may be hidden, and zero where the row proves that counts are shown', async () => {
    const posts = await postsOf(changed(named('profile-en'), noData));
    const about = (words: string) => posts.find(({ text }) => text.startsWith(words))?.metrics;
    expect(about('We would rather')).toMatchObject({ likes: { as: 'unread' }, comments: { value: 12 }, shares: { as: 'unread' } });
    expect(about('Nobody saw')).toMatchObject({ likes: { as: 'unread' }, comments: { value: 0 }, shares: { as: 'unread' } });
    expect(posts.at(-1)?.metrics).toMatchObject({ likes: { value: 6 }, comments: { value: 0 }, shares: { value: 0 } });
  });

  it('says no zero on a page that prints its counts below the buttons, and reads those', async () => {
    const posts = await postsOf(named('post-en-2023'));
    expect(posts.map(({ metrics }) => [metrics.comments?.value, metrics.likes?.value, metrics.shares?.as])).toEqual([
      [45, 678, 'unread'],
      [2, 9, 'unread'],
    ]);
    const changes: [string, string, (number | null)[]][] = [
      ['45 replies', '返信45件', [45, 678]],
      ['678 likes', '678 mentions J’aime', [45, 678]],
      ['45 replies', 'View 3 more replies', [null, 678]],
      ['678 likes', '678 views', [45, null]],
      ['678 likes', '678 replies', [null, null]],
    ];
    for (const [from, to, [comments, likes]] of changes) {
      const [post] = await postsOf(changed(named('post-en-2023'), (html) => html.replace(from, to)));
      expect(post?.metrics).toMatchObject({ comments: { value: comments }, likes: { value: likes } });
    }
  });

  it('says no zero where a number stands outside of its button', async () => {
    const outside = (html: string) =>
      html.replace(/(<span dir="auto"><div[^>]*><span>8<\/span><\/div><\/span>)(<\/div><\/div><\/div>)/, '$2$1');
    const page = changed(named('profile-en'), (html) => outside(noData(html)));
    const post = (await postsOf(page)).find(({ text }) => text.startsWith('Steam'));
    expect(post?.metrics).toMatchObject({ likes: { low: 1000, high: 1099 }, comments: { as: 'unread' }, shares: { value: 40 } });
  });

  it('says no zero where the place of a number has room for a digit', async () => {
    const roomy = (html: string) => html.replaceAll('-width: 0ch', '-width: 1ch');
    const post = (await postsOf(changed(named('profile-en'), (html) => roomy(noData(html))))).at(-1);
    expect(post?.metrics).toMatchObject({ likes: { value: 6 }, comments: { as: 'unread' }, shares: { as: 'unread' } });
  });

  it('reads a number beside its icon without an element of its own', async () => {
    const bare = (html: string) => html.replace(/<span dir="auto"><div[^>]*><span>(287|161)<\/span><\/div><\/span>/g, '$1');
    const post = (await postsOf(changed(named('profile-en'), bare)))[1];
    expect(post?.metrics).toMatchObject({ comments: { value: 287 }, shares: { value: 161 } });
  });

  it('takes none of the likes that its data conceals', async () => {
    const posts = await postsOf(named('profile-en'));
    const post = posts.find(({ text }) => text.startsWith('We would rather'));
    expect(post?.metrics).toMatchObject({ likes: { as: 'hidden', value: null }, shares: { as: 'unread', value: null } });
    expect(post?.metrics.quotes).toBeUndefined();
  });
});

describe('changed pages', () => {
  const changes: [string | RegExp, string][] = [
    ['data-pressable-container', 'data-gone'],
    ['stroke-linejoin', 'data-gone'],
    ['role="button"', 'data-gone'],
    ['role="link"', ''],
    ['aria-label=', 'data-gone='],
    ['datetime=', 'data-gone='],
    ['dir="auto"', ''],
    ['title=', 'data-gone='],
    [/<time[^>]*>([^<]*)<\/time>/g, '$1'],
    [/<svg[\s\S]*?<\/svg>/g, ''],
    [/<title>[^<]*<\/title>/g, ''],
    ['<picture>', '<div>'],
  ];

  it.each(changes)('%s: no wrong number', async (what, instead) => {
    for (const page of pages) {
      for (const post of await postsOf(changed(page, (html) => noData(html).replaceAll(what, instead)))) {
        const truth = page.expected.posts.find(({ id }) => id === post.id);
        for (const [metric, reading] of Object.entries(post.metrics)) {
          const expected = truth?.metrics[metric as 'likes'];
          if (reading.value === null) continue;
          expect(expected?.value ?? null, `${page.name} ${post.id} ${metric}`).not.toBeNull();
          expect(reading.low, `${page.name} ${post.id} ${metric}`).toBeLessThanOrEqual(expected?.high ?? 0);
          expect(reading.high, `${page.name} ${post.id} ${metric}`).toBeGreaterThanOrEqual(expected?.low ?? 0);
        }
      }
    }
  });

  it('finds posts by their dates and buttons where they are not marked, but none where two posts could have the same buttons', async () => {
    for (const page of pages) {
      const posts = await postsOf(changed(page, (html) => html.replaceAll('data-pressable-container', 'data-gone')));
      const sure = page.expected.posts.filter(({ flags }) => !flags.quote);
      expect(posts.map(({ id }) => id)).toEqual(sure.map(({ id }) => id));
    }
  });

  it('knows the followers by their title, the data or the description, of this account only', async () => {
    const followers = async (change: (html: string) => string) => {
      const outcome = await readPage(threads, changed(named('profile-en'), change).document, new URL(PROFILE), 0);
      return outcome.ok ? outcome.capture.account.followers : null;
    };
    const noTitle = (html: string) => html.replace('title="48,219"', '');
    expect(await followers(noTitle)).toMatchObject({ as: 'exact', value: 48_219, from: 'embedded' });
    expect(await followers((html) => noTitle(noData(html)))).toMatchObject({ as: 'rounded', value: 48_200, low: 48_150, high: 48_299 });
    const other = (html: string) =>
      noTitle(noData(html)).replaceAll('content="https://www.threads.com/@kestrelkettles"', 'content="/@lumenlofts"');
    expect(await followers(other)).toMatchObject({ as: 'unread', value: null });
  });
});

describe('addresses', () => {
  const blank = new DOMParser().parseFromString('<main></main>', 'text/html');
  const profile = (tab: string): Surface => ({ kind: 'profile', handle: 'kestrelkettles', tab });
  const post: Surface = { kind: 'post', handle: 'kestrelkettles', postId: 'Df4L23DgAAC' };
  const feed = (tab: string): Surface => ({ kind: 'feed', handle: null, tab });
  const search: Surface = { kind: 'search', handle: null };
  it.each<[string, Surface | null]>([
    [PROFILE, profile('posts')],
    ['https://threads.net/%40kestrelkettles/?hl=fr#top', profile('posts')],
    ['https://WWW.threads.com/@Kestrel.Kettles_', { ...profile('posts'), handle: 'Kestrel.Kettles_' }],
    [`${PROFILE}/replies`, profile('replies')],
    [`${PROFILE}/media/`, profile('media')],
    [`${PROFILE}/reposts`, profile('reposts')],
    [`${PROFILE}/followers`, null],
    [`${PROFILE}/post/Df4L23DgAAC`, post],
    [`${PROFILE}/post/Df4L23DgAAC/?xmt=1`, post],
    [`${PROFILE}/post/Df4L23DgAAC/media`, post],
    [`${PROFILE}/post/Df4L23DgAAC${'k'.repeat(28)}`, post],
    [`${PROFILE}/post/Df4L23DgAAC/likes`, null],
    [`${PROFILE}/post/`, null],
    ['https://www.threads.net/t/Df4L23DgAAC', { ...post, handle: null }],
    ['https://www.threads.com/', feed('home')],
    ['https://www.threads.com/following', feed('following')],
    ['https://www.threads.com/for_you', feed('for_you')],
    ['https://www.threads.com/custom_feed/123', feed('custom_feed')],
    ['https://www.threads.com/search?q=tea', search],
    ['https://www.threads.com/tag/tea', search],
    ['https://www.threads.com/activity', null],
    ['https://www.threads.com/messages/t/12345678901', null],
    ['https://www.threads.com/saved', null],
    ['https://www.threads.com/liked', null],
    ['https://www.threads.com/settings/account', null],
    ['https://www.threads.com/login', null],
    ['https://threads.example/@kestrelkettles', null],
  ])('%s', (address, surface) => {
    expect(threads.surface(new URL(address), blank)).toEqual(surface);
  });
});
