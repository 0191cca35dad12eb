// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ownPostsOnly } from '../../lib/capture/own';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading, Surface } from '../../lib/model/capture';
import { reddit } from '../../lib/networks/reddit';
import { ownerIn, postId, threadIn } from '../../lib/networks/reddit/links';
import { type Fixture, fixtures, readFixture } from './fixture';

const pages = fixtures('reddit');
const named = (name: string): Fixture => {
  const found = pages.find((page) => page.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};
const reparse = (fixture: Fixture, change: (html: string) => string = (html) => html) =>
  new DOMParser().parseFromString(change(fixture.document.documentElement.outerHTML), 'text/html');
async function postsOf(fixture: Fixture, change?: (html: string) => string): Promise<PostReading[]> {
  const outcome = await readPage(reddit, reparse(fixture, change), fixture.url, fixture.now);
  return outcome.ok ? outcome.capture.posts : [];
}
const by = (posts: PostReading[], id: string) => posts.find((post) => post.id === id)?.metrics;

describe('pages', () => {
  it('are eight', () => expect(pages).toHaveLength(8));

  it.each(pages.map((page) => [page.name, page] as const))('%s is read as a person reads it', async (_, page) => {
    const { account, posts } = await readFixture(reddit, page);
    expect(posts).toEqual(page.expected.posts);
    expect(account).toMatchObject(page.expected.account);
  });

  it('keeps cross-posted posts, comments, former screens, hover cards and side columns out', async () => {
    const all = (await Promise.all(pages.map((page) => postsOf(page)))).flat();
    const numbers = all.flatMap(({ metrics }) => Object.values(metrics).map(({ value }) => value));
    for (const foreign of [441, 140, 7_777, 777, 4_321, 68_492, 93, 999, 678, 5_555, 8_888, 66, 555])
      expect(numbers).not.toContain(foreign);
    const ids = all.map(({ id }) => id);
    for (const foreign of ['1origin', '1former', '9organ', '9recent', '9root0', 'aqpsoe']) expect(ids).not.toContain(foreign);
    expect(all.map(({ text }) => text).join()).not.toMatch(/original|نص الأصل|Sturmlaterne|Mehr lesen/);
  });

  it('takes a community for the publisher of its posts, and nobody else’s for its own', async () => {
    const page = named('community-en-2026');
    const outcome = await readPage(reddit, page.document, page.url, page.now);
    if (!outcome.ok) throw new Error(outcome.refusal);
    const kept = ownPostsOnly(outcome.capture).posts.map(({ id }) => id);
    expect(kept).toEqual(['1rules0', '1photo0', '1cross0', '1unread']);
  });
});

describe('changed pages', () => {
  it.each([
    'score',
    'comment-count',
    'data-score',
    'data-comments-count',
    'data-fullname',
    'midcol',
    'search-counter-row',
    'faceplate-number',
    'vote-arrows',
    'data-click-id',
    'icon-comment',
    'permalink',
    'shreddit-post ',
    'crosspost-preview',
    'post-type',
    'buttons',
    'created-timestamp',
    'data-timestamp',
  ])('without %s there is no wrong number', async (mark) => {
    const touched = pages.filter(({ document }) => document.documentElement.outerHTML.includes(mark));
    expect(touched).not.toEqual([]);
    for (const page of touched)
      for (const post of await postsOf(page, (html) => html.replaceAll(mark, `x-gone-${mark}`))) {
        const truth = page.expected.posts.find(({ id }) => id === post.id);
        for (const [metric, { value }] of Object.entries(post.metrics))
          if (value !== null) expect(truth?.metrics[metric as 'likes']?.value, `${post.id} ${metric}`).toBe(value);
        if (post.published && truth?.published?.from === 'attribute')
          expect(Math.abs(post.published.value - truth.published.value)).toBeLessThan(86_400_000);
      }
  });

  it('says unread, not zero, where the figures are gone', async () => {
    const read = await postsOf(named('post-de-2026'), (html) => html.replaceAll(/ (?:score|comment-count)="\d+"/g, ''));
    expect(by(read, '1lampe0')).toMatchObject({ likes: { as: 'unread' }, comments: { as: 'unread' } });
    const old = await postsOf(named('community-old-ar-2024'), (html) => html.replaceAll(/data-comments-count="\d+"/g, ''));
    expect(by(old, '9rules')?.comments).toMatchObject({ value: 7, from: 'text' });
    expect(by(old, '9fresh')?.comments).toMatchObject({ as: 'unread', raw: 'تعليق' });
    expect(by(old, '9share')?.comments).toMatchObject({ value: 16 });
  });

  it('reads pages from before the attributes, where a link without a number is marked as empty', async () => {
    const post = (id: string, score: string, kind: string, said: string) =>
      `<div class="thing link" data-fullname="t3_${id}"><div class="midcol"><div class="score dislikes">79</div><div class="score unvoted">${score}</div></div><a class="title" href="/r/Kettles/comments/${id}/x/">Boil</a><ul class="buttons"><li><a class="${kind}" href="/r/Kettles/comments/${id}/x/">${said}</a></li></ul></div>`;
    const html =
      post('1aaa', '80', 'comments', '1,204 comments') +
      post('1bbb', '•', 'comments empty', 'comment') +
      post('1ccc', '3', 'comments', 'comment');
    const page = new DOMParser().parseFromString(`<html lang="en"><body>${html}</body></html>`, 'text/html');
    const outcome = await readPage(reddit, page, new URL('https://www.reddit.com/r/Kettles/'), Date.UTC(2026, 3));
    const posts = outcome.ok ? outcome.capture.posts : [];
    expect(posts.map(({ metrics: { likes, comments } }) => [likes?.value ?? likes?.as, comments?.value ?? comments?.as])).toEqual([
      [80, 1204],
      ['hidden', 0],
      [3, 'unread'],
    ]);
  });

  it('believes no score whose place says something else', async () => {
    const other = await postsOf(named('community-old-ar-2024'), (html) => html.replaceAll('>•<', '>•رابط5555<'));
    expect(by(other, '9fresh')?.likes).toMatchObject({ as: 'unread', value: null });
  });

  it('takes weekly visitors and the button beside for no members', async () => {
    const page = named('community-en-2026');
    const changed = reparse(page, (html) => html.replace(' subscribers="641906"', ''));
    const outcome = await readPage(reddit, changed, page.url, page.now);
    expect(outcome.ok && outcome.capture.account.followers).toMatchObject({ as: 'absent' });
  });

  it('reads no members where readers online have strayed among them', async () => {
    const page = named('community-old-ar-2024');
    const changed = reparse(page, (html) => html.replace('<span class="subscribers">', '$&<span class="number">٧٧</span>'));
    const outcome = await readPage(reddit, changed, page.url, page.now);
    expect(outcome.ok && outcome.capture.account.followers).toMatchObject({ as: 'unread', value: null });
  });

  it('is of another community than the header that is left behind', async () => {
    const page = named('community-en-2026');
    const outcome = await readPage(reddit, reparse(page), new URL('https://www.reddit.com/r/lanterns/new'), page.now);
    expect(outcome.ok && outcome.capture.account).toMatchObject({ handle: 'r/lanterns', name: null, followers: { as: 'absent' } });
    expect(outcome.ok && ownPostsOnly(outcome.capture).posts).toEqual([]);
  });
});

describe('the element’s own part of the page', () => {
  const vote = (inner: string) =>
    `<span data-post-click-location="vote"><button upvote>Upvote</button>${inner}</span><button name="comments-action-button"><faceplate-number number="16">16</faceplate-number></button>`;
  async function read(attributes: string, inner: string) {
    const page = new DOMParser().parseFromString(
      `<shreddit-post id="t3_1abcde" permalink="/r/x/comments/1abcde/t/" ${attributes}><faceplate-number number="441"></faceplate-number></shreddit-post>`,
      'text/html',
    );
    const root = page.querySelector('shreddit-post')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = vote(inner);
    const outcome = await readPage(reddit, page, new URL('https://www.reddit.com/r/x/'), Date.UTC(2026, 3));
    return outcome.ok ? outcome.capture.posts[0]?.metrics : undefined;
  }

  it('says what the attributes leave out', async () => {
    expect(await read('', '<faceplate-number number="86">86</faceplate-number>')).toMatchObject({
      likes: { value: 86 },
      comments: { value: 16 },
    });
  });

  it('says that a score is hidden', async () => {
    expect(await read('score="5" comment-count="3"', '<span>Vote</span>')).toMatchObject({
      likes: { as: 'hidden', value: null },
      comments: { value: 3 },
    });
    expect(await read('score="0"', '<span>Vote</span>')).toMatchObject({ likes: { as: 'unread' } });
  });
});

describe('names', () => {
  it.each([
    ['/r/Kettles/comments/1abcDE/a_title/', { owner: 'r/Kettles', id: '1abcde', path: '/r/Kettles/comments/1abcDE/a_title' }],
    ['https://old.reddit.com/r/x/comments/1abc/t/?sort=top', { owner: 'r/x', id: '1abc', path: '/r/x/comments/1abc/t' }],
    ['/r/x/comments/1abc/comment/zz9/', { owner: 'r/x', id: '1abc', path: '/r/x/comments/1abc/comment' }],
    ['/r/u_Ada-T/comments/1abc/t/', { owner: 'Ada-T', id: '1abc', path: '/r/u_Ada-T/comments/1abc/t' }],
    ['/user/Ada-T/comments/1abc/t/', { owner: 'Ada-T', id: '1abc', path: '/user/Ada-T/comments/1abc/t' }],
    ['/gallery/1abc', { owner: null, id: '1abc', path: '/comments/1abc' }],
    ['/user/Ada-T/comments/', null],
    ['https://example.org/r/x/comments/1abc/', null],
  ])('%s', (href, thread) => {
    expect(threadIn(href)).toEqual(thread);
  });

  it('tells posts from comments and people from communities', () => {
    expect([postId('t3_1abc'), postId('t1_1abc'), postId('t3_'), postId(null)]).toEqual(['1abc', null, null, null]);
    expect([ownerIn('/u/ada/'), ownerIn('/r/ada'), ownerIn('/r/u_ada'), ownerIn('/'), ownerIn('/rx/ada')]).toEqual([
      'ada',
      'r/ada',
      'ada',
      null,
      null,
    ]);
  });
});

describe('addresses', () => {
  const blank = new DOMParser().parseFromString('<main></main>', 'text/html');
  const W = 'https://www.reddit.com';
  const kettles = (tab: string): Surface => ({ kind: 'profile', handle: 'r/Kettles', tab });
  const ada = (tab: string): Surface => ({ kind: 'profile', handle: 'Ada-T', tab });
  const post: Surface = { kind: 'post', handle: null, postId: '1abc' };
  it.each<[string, Surface | null]>([
    [`${W}/r/Kettles`, kettles('hot')],
    [`${W}/r/Kettles/?feedViewType=compactView#top`, kettles('hot')],
    [`${W}/r/Kettles/new/`, kettles('posts')],
    ['https://old.reddit.com/r/Kettles/top/?sort=top&t=week', kettles('top')],
    ['https://new.reddit.com//r/Kettles/', kettles('hot')],
    [`${W}/R/Kettles/`, kettles('hot')],
    [`${W}/r/Kettles/about/`, null],
    [`${W}/r/Kettles/wiki/index`, null],
    [`${W}/r/Kettles/comments/`, null],
    [`${W}/r/Kettles/submit`, null],
    [`${W}/r/Kettles/search/?q=tea`, { kind: 'search', handle: null }],
    [`${W}/r/Kettles/comments/1abc/a_title/`, post],
    [`${W}/r/Kettles/comments/1ABC/a_title/zz9/?context=3`, post],
    [`${W}/comments/1abc`, post],
    [`${W}/gallery/1abc`, post],
    [`${W}/user/Ada-T/comments/1abc/a_title/`, post],
    [`${W}/r/Kettles/comments/1abc/a_title.json`, null],
    [`${W}/r/Kettles.rss`, null],
    [`${W}/user/Ada-T/`, ada('posts')],
    [`${W}/u/Ada-T`, ada('posts')],
    [`${W}/user/Ada-T/submitted/?sort=top`, ada('top')],
    [`${W}/user/Ada-T/comments/`, ada('comments')],
    [`${W}/r/u_Ada-T/`, ada('posts')],
    [`${W}/user/Ada-T/saved/`, null],
    [`${W}/user/Ada-T/upvoted`, null],
    [`${W}/user/me/`, null],
    [`${W}/user/Ada-T/m/tea/`, { kind: 'feed', handle: null, tab: 'm' }],
    [`${W}/r/all/top`, { kind: 'feed', handle: null, tab: 'all' }],
    [`${W}/r/tea+coffee/`, { kind: 'feed', handle: null, tab: 'tea+coffee' }],
    [`${W}/r/mod/`, null],
    [`${W}/`, { kind: 'feed', handle: null, tab: 'home' }],
    [`${W}/best/`, { kind: 'feed', handle: null, tab: 'best' }],
    [`${W}/search/?q=tea`, { kind: 'search', handle: null }],
    [`${W}/settings/profile`, null],
    [`${W}/message/inbox/`, null],
    [`${W}/notifications`, null],
    [`${W}/chat/`, null],
    ['https://chat.reddit.com/', null],
    ['https://ads.reddit.com/', null],
    [`${W}/r/`, null],
    [`${W}/explore/`, null],
  ])('%s', (address, surface) => {
    expect(reddit.surface(new URL(address), blank)).toEqual(surface);
  });
});
