// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { PageReading } from '../../lib/capture/assemble';
import { readPage } from '../../lib/capture/read-page';
import { instagram } from '../../lib/networks/instagram';
import type { Network } from '../../lib/networks/network';
import { pinterest } from '../../lib/networks/pinterest';
import { tiktok } from '../../lib/networks/tiktok';
import { web } from '../../lib/networks/web';
import { youtube } from '../../lib/networks/youtube';
import { fixtures } from './fixture';

/** Changes a page of ours and reads it. */
async function after(network: Network, name: string, change: (page: Document) => void): Promise<PageReading> {
  const page = fixtures(network.id).find((each) => each.name === name) ?? expect.fail(name);
  change(page.document);
  const outcome = await readPage(network, page.document, page.url, page.now);
  return outcome.ok ? outcome.capture : expect.fail(outcome.refusal);
}
const metric = (capture: PageReading, id: string, name: 'likes') => capture.posts.find((post) => post.id === id)?.metrics[name];

const find = (page: Document, selector: string, place = 0): Element => page.querySelectorAll(selector)[place] ?? expect.fail(selector);
/** Puts a copy of one element into another. */
const copy = (page: Document, from: string | Element, into: string | Element, first = false) => {
  const [what, where] = [from, into].map((each) => (typeof each === 'string' ? find(page, each) : each));
  where?.insertBefore(what?.cloneNode(true) as Element, first ? where.firstChild : null);
};
const UNREAD = { as: 'unread', value: null };

test('a like button of YouTube that holds two numbers is unread', async () => {
  const twice = await after(youtube, 'watch-zh-2026', (page) =>
    copy(page, 'like-button-view-model .text', 'like-button-view-model button'),
  );
  expect(metric(twice, 'wwwwwwwww01', 'likes')).toMatchObject(UNREAD);
  const subscribers = await after(youtube, 'watch-mobile-id', (page) => copy(page, '.subhead', 'like-button-view-model', true));
  expect(metric(subscribers, 'iiiiiiiii01', 'likes')).toMatchObject(UNREAD);
});

test('of two like buttons beside one video of YouTube neither is its own', async () => {
  const capture = await after(youtube, 'watch-ja-2025', (page) => {
    const info = find(page, 'ytd-watch-metadata');
    info.prepend(find(page, 'ytd-comments like-button-view-model'));
  });
  expect(metric(capture, 'ddddddddd01', 'likes')).toMatchObject(UNREAD);
});

test('a video of YouTube that two channels are named beside is nobody’s', async () => {
  const capture = await after(youtube, 'watch-zh-2026', (page) => copy(page, 'a[href="/@hexigong"]', 'ytd-video-owner-renderer', true));
  expect(capture.account.handle).toBeNull();
  expect(capture.posts[0]?.author).toBeNull();
});

test('a number in a channel’s name is no count of subscribers, nor are a video’s views in the header', async () => {
  const named = await after(youtube, 'watch-mobile-id', (page) => {
    find(page, '.subhead').classList.remove('subhead');
    find(page, '.slim-owner-channel-name [role="text"]').classList.add('subhead');
  });
  expect(named.account.followers.value).toBeNull();
  const card = await after(youtube, 'channel-en-2026', (page) => {
    const count = [...page.querySelectorAll('yt-page-header-view-model [role="text"]')].find((each) =>
      /videos/.test(each.textContent ?? ''),
    );
    count?.append(find(page, 'yt-lockup-metadata-view-model').cloneNode(true));
  });
  expect(card.account.posts.value).toBeNull();
  const owner = await after(youtube, 'watch-ja-2025', (page) => copy(page, '#related yt-content-metadata-view-model', '#owner-sub-count'));
  expect([owner.account.followers.value, owner.account.posts.value]).toEqual([null, null]);
  const older = await after(youtube, 'channel-tr-2023', (page) => copy(page, '#metadata-line', '#videos-count', true));
  expect(older.account.posts.value).toBeNull();
});

test('a heading of YouTube’s comments that holds two numbers is unread', async () => {
  const capture = await after(youtube, 'watch-ja-2025', (page) => copy(page, '#tooltip', 'h2#count', true));
  expect(metric(capture, 'ddddddddd01', 'comments' as 'likes')).toMatchObject(UNREAD);
});

test('votes of a text post of YouTube in its button for comments are neither', async () => {
  const own = (page: Document, selector: string) => find(page, `ytd-backstage-post-renderer ${selector}`);
  const id = 'Ugkxko_Geul-01aaaaaaaaa';
  const votes = await after(youtube, 'post-ko-2026', (page) => {
    own(page, '#vote-count-middle').removeAttribute('id');
    own(page, '#reply-button-end a,#reply-button-end button').id = 'vote-count-middle';
  });
  expect(metric(votes, id, 'likes')?.value ?? null).toBeNull();
  expect(metric(votes, id, 'comments' as 'likes')?.value ?? null).toBeNull();
});

test('a count of TikTok that holds two numbers, or lost its own in another’s button, is unread', async () => {
  const id = '7571853826176295942';
  const twice = await after(tiktok, 'post-fr', (page) =>
    find(page, '[data-e2e="comment-count"]').append(Object.assign(page.createElement('span'), { textContent: '12' })),
  );
  // Not 16,312, and below neither the comments' 163 nor another button's 97: the page's data knows them too.
  expect(metric(twice, id, 'comments' as 'likes')?.value).toBe(163);
  const mark = await after(tiktok, 'post-fr', (page) => {
    find(page, '[data-e2e="undefined-count"]').removeAttribute('data-e2e');
    find(page, '[data-e2e="comment-icon"] svg').setAttribute('data-e2e', 'undefined-count');
  });
  expect(metric(mark, id, 'saves' as 'likes')?.value).toBe(1404);
  const word = await after(tiktok, 'viewer-de-2023', (page) =>
    find(page, 'button:has([data-e2e="undefined-count"]),button:has([data-e2e="browse-like-count"])').append(
      find(page, '[data-e2e="share-count"]'),
    ),
  );
  expect(word.posts[0]?.metrics.shares?.value).toBe(30);
});

test('a button of likes elsewhere on a page of TikTok is not of its post', async () => {
  const capture = await after(tiktok, 'post-fr', (page) => page.head.append(find(page, 'article:nth-of-type(3) button').cloneNode(true)));
  expect(metric(capture, '7571853826176295942', 'likes')).toMatchObject({ value: 225_500 });
  const viewer = await after(tiktok, 'post-fr', (page) => {
    for (const button of page.querySelectorAll('#column-list-container button'))
      if (/12 J/.test(button.outerHTML)) page.head.append(button.cloneNode(true));
  });
  expect(metric(viewer, '7571853826176295942', 'likes')?.value).not.toBe(12);
});

test('a link of TikTok to somebody else’s post names no post, and a card says whose it is', async () => {
  const moved = await after(tiktok, 'feed-en', (page) => {
    const nameless = [...page.querySelectorAll('article,[data-e2e="recommend-list-item-container"]')].find((each) =>
      /No id here/.test(each.textContent ?? ''),
    );
    nameless?.append(find(page, 'a[href*="/@oldmill/video/"]').cloneNode(true));
  });
  expect(metric(moved, '7005871625844007942', 'likes')?.value ?? 4).toBe(4);
  const card = await after(tiktok, 'post-fr', (page) => {
    const cards = page.querySelectorAll('.css-m-DivItemContainer');
    cards[0]?.querySelector('.css-p-DivLikeInfo')?.append(cards[1]?.querySelector('a') as Element);
  });
  expect(metric(card, '7583249233406043142', 'likes')?.value ?? null).toBeNull();
});

test.each([
  [
    'another card’s count',
    3,
    (page: Document) => copy(page, '[data-e2e="video-views"]', find(page, '[data-e2e="search-card-like-container"]', 3)),
  ],
  [
    'a heart beside the play icon',
    3,
    (page: Document) => copy(page, 'svg[class*="Heart"]', find(page, '[data-e2e="search-card-like-container"]', 3)),
  ],
  ['a play icon beside its words', 2, (page: Document) => copy(page, 'svg[class*="Play"]', find(page, '[data-e2e="search-card-desc"]', 2))],
])('a card of TikTok’s search with %s is unread', async (_, place, change) => {
  const { posts } = await after(tiktok, 'search-ja', change);
  const { likes, views } = posts[place]?.metrics ?? {};
  expect([likes?.value ?? null, views?.value ?? null]).toEqual([null, null]);
});

test('what else stands in the row of an Instagram account’s counts is not its posts', async () => {
  const capture = await after(instagram, 'profile-ko', (page) => {
    const items = find(page, 'a[href$="/followers/"]').closest('ul')?.children ?? [];
    items[0]?.after(Object.assign(page.createElement('span'), { textContent: '매일 3가지 차' }));
  });
  // Not 3: the page's data knows them too.
  expect(capture.account.posts.value).toBe(1204);
});

test('Instagram’s buttons in another order, or two in one, are unread', async () => {
  const bubble = (page: Document) =>
    find(page, 'section svg:has([stroke]):not(:has(line,polygon,circle))').closest('span') ?? expect.fail();
  const last = await after(instagram, 'post-ar', (page) =>
    [...page.querySelectorAll('section [role="button"]')].find((each) => each.textContent === '٢٢٢')?.prepend(bubble(page)),
  );
  expect(last.posts.find(({ id }) => id === 'DVVnIqTgAAF')?.metrics.comments?.value).not.toBe(222);
  const inside = await after(instagram, 'post-de', (page) => find(page, 'section [role="button"]:has(line)').append(bubble(page)));
  expect(inside.posts.find(({ id }) => id === 'DM5Faaaaaa1')?.metrics.comments?.value).not.toBe(2222);
});

test('a button of Instagram in the sentence of likes is not who else liked it', async () => {
  const capture = await after(instagram, 'post-ja-hidden', (page) =>
    find(page, 'a[href$="/liked_by/"]').prepend(find(page, '[role="button"]:has(span):has(svg)')),
  );
  expect(capture.posts[0]?.metrics.likes?.value).toBeNull();
});

test('numbers of a tile of Instagram that are not two in a list are noticed', async () => {
  const capture = await after(instagram, 'profile-de', (page) => find(page, 'a[href*="DXWJJgTgAAJ"] li').remove());
  expect(capture.posts.find(({ id }) => id === 'DXWJJgTgAAJ')?.metrics).toEqual({});
  const three = await after(instagram, 'profile-de', (page) => copy(page, 'a[href*="DXWJJgTgAAJ"] li', 'a[href*="DXWJJgTgAAJ"] ul'));
  expect(metric(three, 'DXWJJgTgAAJ', 'likes')).toMatchObject(UNREAD);
});

test('a number that brings its own words into the heading of Pinterest’s comments is not theirs', async () => {
  const capture = await after(pinterest, 'pin-ar-older', (page) =>
    copy(page, '[data-test-id="follower-count"]', '#comments-heading', true),
  );
  expect(capture.posts[0]?.metrics.comments).toMatchObject(UNREAD);
});

test('who is followed is not taken for the followers of an account of Pinterest, whose name it got', async () => {
  const capture = await after(pinterest, 'profile-pt-created', (page) => {
    find(page, '[data-test-id="profile-followers-link"]').removeAttribute('data-test-id');
    find(page, '[data-test-id="follower-count"] [role="button"]').setAttribute('data-test-id', 'profile-followers-link');
  });
  expect(capture.account.followers.value).toBe(30_664);
});

test('votes under a post that nobody votes on are a comment’s', async () => {
  const capture = await after(web, 'blog-ja', (page) =>
    [...page.querySelectorAll('article')].at(-1)?.append(find(page, '[itemprop="upvoteCount"]').cloneNode(true)),
  );
  expect(capture.posts.find(({ id }) => id.startsWith('partner'))?.metrics).not.toHaveProperty('likes');
});
