// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading, Surface } from '../../lib/model/capture';
import { bluesky } from '../../lib/networks/bluesky';
import { labelled, shownCount } from '../../lib/networks/bluesky/counts';
import { changed, type Fixture, fixtureNamed, fixtures, readFixture } from './fixture';

const PROFILE = 'https://bsky.app/profile/kestrel-kettles.bsky.social';
const pages = fixtures('bluesky');
const named = (name: string) => fixtureNamed(pages, name);
async function postsOf(fixture: Fixture): Promise<PostReading[]> {
  const outcome = await readPage(bluesky, fixture.document, fixture.url, fixture.now);
  return outcome.ok ? outcome.capture.posts : [];
}

describe('pages', () => {
  it.each(pages.map((page) => [page.name, page] as const))('%s is read as a person reads it', async (_, page) => {
    const { account, posts } = await readFixture(bluesky, page);
    expect(posts).toEqual(page.expected.posts);
    expect(account).toMatchObject(page.expected.account);
  });

  it('leaves out what stands on a concealed tab, and the former profile of somebody else', async () => {
    const texts = (name: string) => named(name).expected.posts.map((post) => post.text);
    expect(named('profile-en').document.body.textContent).toContain('On the media tab.');
    expect(texts('profile-en')).not.toContain('On the media tab.');
    expect(texts('post-de-former-profile')).not.toContain('Von jemand anderem.');
    expect(texts('post-de-former-profile')).toContain('Aus dem Profil.');
  });

  it('keeps a quoted post out of the one that quotes it', async () => {
    const [post] = (await postsOf(named('profile-en'))).filter(({ flags }) => flags.quote);
    expect(post?.id).toBe('3mzukrww3222u');
    expect(post?.text).not.toContain('999K');
  });
});

describe('changed pages', () => {
  const screens = [
    'postThreadScreen',
    'profileScreen',
    'feedItem-by-',
    'postThreadItem-by-',
    'contentHider-post',
    'userAvatarImage',
    'postText',
  ];
  const buttons = ['replyBtn', 'repostBtn', 'repostCount', 'likeBtn', 'likeCount', 'postBookmarkBtn'];
  const rows = ['repostCount-expanded', 'quoteCount-expanded', 'likeCount-expanded', 'bookmarkCount-expanded'];

  it.each([...screens, ...buttons, ...rows])('without the test id %s there is no wrong number', async (id) => {
    const touched = pages.filter(({ document }) => document.querySelector(`[data-testid^="${id}"]`));
    expect(touched).not.toEqual([]);
    for (const page of touched) {
      const posts = await postsOf(changed(page, (html) => html.replaceAll(`data-testid="${id}`, `data-testid="gone-${id}`)));
      compare(posts, page.expected.posts);
    }
  });

  function compare(posts: PostReading[], truths: PostReading[]) {
    for (const post of posts) {
      const truth = truths.find((expected) => expected.id === post.id);
      for (const [metric, reading] of Object.entries(post.metrics)) {
        const expected = truth?.metrics[metric as 'likes'];
        if (reading.value === null || !expected) continue;
        expect(expected.value, `${post.id} ${metric}`).not.toBeNull();
        expect(reading.low, `${post.id} ${metric}`).toBeLessThanOrEqual(expected.high ?? 0);
        expect(reading.high, `${post.id} ${metric}`).toBeGreaterThanOrEqual(expected.low ?? 0);
      }
    }
  }

  const metric = async (page: string, change: (html: string) => string, name: 'likes' | 'comments' | 'shares' | 'quotes' | 'saves') =>
    (await postsOf(changed(named(page), change))).find((post) => post.metrics.quotes?.as !== 'absent')?.metrics[name];

  it('says unread, not zero, when a count is there under another name', async () => {
    const rename = (id: string) => (html: string) => html.replaceAll(`"${id}"`, `"${id}2"`);
    expect(await metric('post-fr-signed-in', rename('bookmarkCount-expanded'), 'saves')).toMatchObject({ as: 'unread', value: null });
    const moved = (html: string) => html.replaceAll('/quotes"', '/citations"');
    expect(await metric('post-fr-signed-in', moved, 'quotes')).toMatchObject({ as: 'unread', value: null });
    expect(await metric('post-fr-signed-in', rename('likeBtn'), 'likes')).toMatchObject({ as: 'unread', value: null });
    expect(await metric('post-fr-signed-in', rename('replyBtn'), 'comments')).toMatchObject({ as: 'unread', value: null });
  });

  it('finds the row of quotes by its link and the repost button by its place', async () => {
    const rename = (html: string) => html.replaceAll(/"(quoteCount-expanded|repostBtn|repostCount)"/g, '"$1-2"');
    expect(await metric('post-fr-signed-in', rename, 'quotes')).toMatchObject({ low: 999_000, high: 999_999 });
    expect(await metric('post-fr-signed-in', rename, 'shares')).toMatchObject({ low: 13_000_000, high: 13_999_998 });
  });

  it('reads no row of two numbers, nor saves that lead elsewhere', async () => {
    const reposts = /<a [^>]*\/reposted-by".*?<\/a>/;
    const inside = (id: string) => (html: string) =>
      html.replace(reposts, '').replace(`data-testid="${id}">`, `$&${reposts.exec(html)?.[0]}`);
    expect(await metric('post-fr-signed-in', inside('quoteCount-expanded'), 'quotes')).toMatchObject({ as: 'unread', value: null });
    expect(await metric('post-fr-signed-in', inside('bookmarkCount-expanded'), 'saves')).toMatchObject({ as: 'unread', value: null });
    const likes = (html: string) => html.replace(/<a (?=[^>]*\/liked-by")/, '$&data-testid="bookmarkCount-expanded" ');
    expect(await metric('post-fr-signed-in', likes, 'saves')).toMatchObject({ as: 'unread', value: null });
  });

  it('reads no number in a button’s icon, nor one that the rows below contradict', async () => {
    const count = /(<path d="M0 0">)(<\/path><\/svg>)<div dir="auto" data-testid="repostCount">13[^<]*M<\/div>/;
    // The rows say it without the button.
    const rows = { low: 12_999_000, high: 13_999_998 };
    expect(await metric('post-fr-signed-in', (html) => html.replace(count, '$1777$2'), 'shares')).toMatchObject(rows);
    expect(await metric('post-fr-signed-in', (html) => html.replace(count, '$1$2'), 'shares')).toMatchObject({ as: 'unread' });
  });

  it('reads no reposts in a button of that name that is not between the others', async () => {
    const strayed = (html: string) =>
      html
        .replaceAll(/ data-testid="repost(?:Count|Btn)"/g, '')
        .replaceAll(/postBookmarkBtn"[^>]*>/g, '$&<i data-testid="repostCount"></i>');
    const [, , post] = await postsOf(changed(named('profile-en'), strayed));
    expect(post?.metrics.shares).toMatchObject({ as: 'unread', value: null });
  });

  it('takes a part of a row for no opened post', async () => {
    const page = changed(named('post-ja-nothing-yet'), (html) => {
      const mark = 'data-testid="postThreadItem-by-kestrel-kettles.bsky.social"';
      return html.replace(mark, '').replace(/<div>(?=<button [^>]*（123,456)/, `<div ${mark}>`);
    });
    expect((await postsOf(page)).map(({ id }) => id)).not.toContain('3n2pf3r63222u');
  });

  it('reads no count of posts where another line has strayed beside it', async () => {
    const page = changed(named('profile-pt-br'), (html) => html.replace(/<div dir="auto">(?=1,2 mil )/, '<div>5 mil curtidas</div>$&'));
    const outcome = await readPage(bluesky, page.document, page.url, page.now);
    expect(outcome.ok && outcome.capture.account.posts).toMatchObject({ as: 'unread', value: null });
  });

  it('knows no quotes and saves where the client did not have them yet', async () => {
    expect(await metric('post-ja-nothing-yet', (html) => html, 'saves')).toMatchObject({ as: 'exact', value: 0 });
    const [older] = await postsOf(changed(named('post-ja-nothing-yet'), (html) => html.replaceAll('postBookmarkBtn', 'x')));
    expect(older?.metrics).toMatchObject({ quotes: { as: 'absent' }, saves: { as: 'absent' } });
  });

  it('takes neither of a label and a text that contradict each other', async () => {
    const [, , post] = await postsOf(changed(named('profile-en'), (html) => html.replace('Like (54,321 likes)', 'Like (54,321 likes, 3)')));
    expect(post?.metrics.likes).toMatchObject({ as: 'rounded', low: 54_000, high: 54_999 });
    const [, , other] = await postsOf(changed(named('profile-en'), (html) => html.replace('Like (54,321 likes)', 'Like (123 likes)')));
    expect(other?.metrics.likes).toMatchObject({ as: 'unread', value: null });
  });
});

describe('counts', () => {
  const style = (locale: string) => ({ locale, display: 'truncates', significant: 2 }) as const;

  it.each([
    ['en', '1K', 1000, 1099],
    ['en', '9.9K', 9900, 9999],
    ['en', '12K', 12_000, 12_999],
    ['en', '1M', 1_000_000, 1_999_999],
    ['ja', '1万', 10_000, 19_999],
    ['ko', '1.9천', 1900, 1999],
    ['de', '99.950', 99_950, 99_950],
    ['de', '1 Mio.', 1_000_000, 1_999_999],
    ['tr', '12 B', 12_000, 12_999],
    ['es', '12 mil', 12_000, 12_999],
    ['pt-BR', '1 mi', 1_000_000, 1_999_999],
    ['ru', '1,9 тыс.', 1900, 1999],
  ])('%s %s stands for %d to %d', (locale, shown, low, high) => {
    expect(shownCount(shown, style(locale))).toMatchObject({ low, high });
  });

  it.each([
    ['es', 'No me gusta (12.345 me gusta)', '12 mil'],
    ['fr', 'Retirer la mention « J’aime » (12\u202f345 ont aimé)', '12 k'],
    ['ja', 'いいねする（12,345件のいいね）', '1万'],
    ['ko', '좋아요 (12,345개)', '1만'],
    ['ru', 'Дизлайк (12 345 лайков)', '12 тыс.'],
    ['pt-BR', 'Descurtir (12.345 curtidas)', '12 mil'],
    ['tr', 'Beğen (12.345 beğeni)', '12 B'],
    ['de', 'Gefällt mir nicht mehr (12.345 Gefällt mir)', '12.345'],
    ['en', 'Unlike (12,345 likes)', '12K'],
  ])('%s: %s is exact', (locale, label, shown) => {
    expect(labelled(label, shown, style(locale))).toMatchObject({ as: 'exact', value: 12_345, from: 'label' });
  });
});

describe('addresses', () => {
  const blank = new DOMParser().parseFromString('<main></main>', 'text/html');
  const handle = 'kestrel-kettles.bsky.social';
  const post: Surface = { kind: 'post', handle, postId: '3mzukrww3222u' };
  const feed: Surface = { kind: 'feed', handle: null };
  it.each<[string, Surface | null]>([
    [PROFILE, { kind: 'profile', handle }],
    [`${PROFILE}/?x=1#top`, { kind: 'profile', handle }],
    ['https://BSKY.app/profile/Kestrel.Example', { kind: 'profile', handle: 'Kestrel.Example' }],
    [`${PROFILE}/post/3mzukrww3222u`, post],
    [`${PROFILE}/post/3mzukrww3222u/`, post],
    [`${PROFILE}/post/3mzukrww3222u?ref=feed`, post],
    [`${PROFILE}/post/3mzukrww3222u/liked-by`, null],
    [`${PROFILE}/post/3mzukrww3222u/reposted-by`, null],
    [`${PROFILE}/post/3mzukrww3222u/quotes`, { ...feed, tab: 'quotes' }],
    [`${PROFILE}/feed/kettles`, { ...feed, tab: 'feed' }],
    [`${PROFILE}/lists/3kaaaaaaaaa2a`, { ...feed, tab: 'lists' }],
    [`${PROFILE}/search?q=tea`, { kind: 'search', handle: null }],
    [`${PROFILE}/followers`, null],
    [`${PROFILE}/follows`, null],
    ['https://bsky.app/profile/did:plc:kestrelkettles', { kind: 'profile', handle: null }],
    ['https://bsky.app/profile/did%3Aplc%3Akestrelkettles/post/3mzukrww3222u', { ...post, handle: null }],
    ['https://bsky.app/', feed],
    ['https://bsky.app/search?q=tea', { kind: 'search', handle: null }],
    ['https://bsky.app/hashtag/tea?author=x', { kind: 'search', handle: null }],
    ['https://bsky.app/notifications', null],
    ['https://bsky.app/messages/abc', null],
    ['https://bsky.app/settings/account', null],
    ['https://bsky.app/saved', null],
    ['https://bsky.app/feeds', null],
    ['https://bsky.app/starter-pack/kestrel.example/3kaaaaaaaaa2a', null],
    ['https://bsky.app/profile/', null],
    ['https://bsky.app/profile/%E0%A4%A', null],
  ])('%s', (address, surface) => {
    expect(bluesky.surface(new URL(address), blank)).toEqual(surface);
  });

  it('finds the handle of a profile whose address has its DID', () => {
    const url = new URL('https://bsky.app/profile/did:plc:kestrelkettlesbskysocial');
    expect(bluesky.surface(url, named('profile-en').document)).toEqual({ kind: 'profile', handle });
  });
});

describe('data in the document', () => {
  const data = named('profile-en').document.querySelector('script')?.outerHTML ?? '';
  const read = async (address: string, html: string) => {
    const page = new DOMParser().parseFromString(`<html lang="en"><head>${html}</head><body></body></html>`, 'text/html');
    const outcome = await readPage(bluesky, page, new URL(address), named('profile-en').now, { layers: ['embedded'] });
    return outcome.ok ? outcome.capture.posts.map((post) => [post.id, post.metrics.shares?.value]) : [];
  };

  it('stands in for a document without posts, where the address is about the same account', async () => {
    expect(await read(PROFILE, data)).toEqual([
      ['3mzukrww3222u', 2150],
      ['3mzpju3yl222u', 98_000],
    ]);
    expect(await read('https://bsky.app/profile/lumen-lofts.example', data)).toEqual([]);
    expect(await read(`${PROFILE}/post/3mzpju3yl222u`, data)).toEqual([['3mzpju3yl222u', 98_000]]);
  });

  it('names a post that has no address of its own by that of the page, if the author fits', async () => {
    const own = (author: string) => `<link rel="canonical" href="${PROFILE}/post/3mzukrww3222u"><script type="application/ld+json">
      {"@type": "DiscussionForumPosting", "author": {"alternateName": "@${author}"}, "text": "One
line", "interactionStatistic": {"interactionType": "https://schema.org/ShareAction", "userInteractionCount": 7}}</script>`;
    expect(await read(`${PROFILE}/post/3mzukrww3222u`, own('kestrel-kettles.bsky.social'))).toEqual([['3mzukrww3222u', 7]]);
    expect(await read(`${PROFILE}/post/3mzukrww3222u`, own('lumen-lofts.example'))).toEqual([]);
  });
});
