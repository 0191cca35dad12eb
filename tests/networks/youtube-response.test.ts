// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { contextOf, readPage } from '../../lib/capture/read-page';
import type { Surface } from '../../lib/model/capture';
import { youtube } from '../../lib/networks/youtube';

const now = Date.parse('2026-11-21T12:00:00Z');
const page = new DOMParser().parseFromString('<html lang="en"><body></body></html>', 'text/html');
const at = (surface: Surface, url = 'https://www.youtube.com/') => contextOf(youtube, page, new URL(url), surface, now);
const FEED: Surface = { kind: 'feed', handle: null };
const posts = (body: unknown, surface = FEED) => youtube.response?.(body, at(surface)) ?? [];
const deep = (inside: unknown, levels: number) => {
  let node = inside;
  for (let level = 0; level < levels; level += 1) node = { a: node };
  return node;
};

describe('bodies', () => {
  const id = 'vvvvvvvvv01';
  const like = { iconName: 'LIKE', title: '4.6K', accessibilityText: 'like this video along with 4,614 other people' };
  const info = {
    title: { runs: [{ text: 'Kettles #tea' }] },
    viewCount: { videoViewCountRenderer: { viewCount: { simpleText: '318,315 views' }, shortViewCount: { simpleText: '318K views' } } },
    videoActions: {
      buttons: [{ defaultButtonViewModel: { buttonViewModel: { ...like, onTap: { likeEndpoint: { target: { videoId: id } } } } } }],
    },
    dateText: { simpleText: 'Premiered on 19 Jun 2023' },
  };
  const next = {
    currentVideoEndpoint: { watchEndpoint: { videoId: id } },
    contents: [{ videoPrimaryInfoRenderer: info }, { compactVideoRenderer: card('vvvvvvvvv02', '3,206,586 views', '2 years ago') }],
    owner: {
      videoOwnerRenderer: {
        title: { runs: [{ text: 'Halden Tea' }] },
        navigationEndpoint: { browseEndpoint: { browseId: 'UCaaaaaaaaaaaaaaaaaaaaaa', canonicalBaseUrl: '/@HaldenTea' } },
        subscriberCountText: { simpleText: '552K subscribers' },
      },
    },
    panels: [
      {
        engagementPanelSectionListRenderer: {
          panelIdentifier: 'comment-item-section',
          header: { engagementPanelTitleHeaderRenderer: { contextualInfo: { runs: [{ text: '401' }] } } },
        },
      },
    ],
  };
  function card(videoId: string, views: string, age: string) {
    return {
      videoId,
      title: { simpleText: 'Pots' },
      viewCountText: { simpleText: views },
      publishedTimeText: { simpleText: age },
      lengthText: { simpleText: '3:20' },
    };
  }

  test('a watch page’s: its own video and, apart, those beside it', () => {
    const [own, beside, third] = posts(next);
    expect(third).toBeUndefined();
    expect(own).toMatchObject({
      id,
      author: 'HaldenTea',
      hashtags: ['tea'],
      metrics: { views: { value: 318315, from: 'response' }, likes: { value: 4614, as: 'exact' }, comments: { value: 401 } },
    });
    expect(beside).toMatchObject({ id: 'vvvvvvvvv02', metrics: { views: { value: 3206586, as: 'exact' } } });
    const account = youtube.responseAccount?.(next, at({ kind: 'post', handle: null, tab: 'watch', postId: id }));
    expect(account).toMatchObject({ followers: { low: 552000, high: 552999, from: 'response' } });
    expect(youtube.responseAccount?.(next, at({ kind: 'post', handle: null, tab: 'watch', postId: 'vvvvvvvvv09' }))).toBeNull();
  });

  test('a page that moves on while its body names another video says nothing of either', () => {
    expect(posts({ ...next, currentVideoEndpoint: { watchEndpoint: { videoId: 'vvvvvvvvv03' } } }).map((post) => post.id)).toEqual([
      'vvvvvvvvv02',
    ]);
  });

  test('a word where likes stand means that they are concealed, and a pressed button’s label is not asked', () => {
    const button = (more: object) => ({
      ...info,
      videoActions: { likeEndpoint: { target: { videoId: id } }, button: { iconName: 'LIKE', ...more } },
    });
    expect(posts({ a: button({ title: 'Like', accessibilityText: 'Like' }) })[0]?.metrics.likes).toMatchObject({ as: 'hidden' });
    const pressed = button({ title: '4.6K', accessibilityText: 'along with 4,614 other people' });
    expect(posts({ a: { ...pressed, videoActions: { ...pressed.videoActions, isToggled: true } } })[0]?.metrics.likes).toMatchObject({
      low: 4600,
      high: 4699,
    });
  });

  test('a player’s: exact views and likes, and the paid partnership that it shows', () => {
    const player = {
      videoDetails: {
        videoId: id,
        title: 'Kettles',
        viewCount: '318315',
        channelId: 'UCaaaaaaaaaaaaaaaaaaaaaa',
        shortDescription: 'With @orrin #pots',
      },
      microformat: {
        playerMicroformatRenderer: {
          externalVideoId: id,
          likeCount: '4614',
          publishDate: '2023-06-19T11:00:10-07:00',
          ownerProfileUrl: 'http://www.youtube.com/@HaldenTea',
        },
      },
      paidContentOverlay: { paidContentOverlayRenderer: { text: { simpleText: 'Includes paid promotion' } } },
    };
    expect(posts(player)).toMatchObject([
      {
        id,
        author: 'HaldenTea',
        published: { value: Date.parse('2023-06-19T18:00:10Z') },
        flags: { paid: true },
        mentions: ['orrin'],
        metrics: { views: { value: 318315, as: 'exact' }, likes: { value: 4614 } },
      },
    ]);
    const live = { ...player, videoDetails: { ...player.videoDetails, isLive: true } };
    expect(posts(live)[0]).toMatchObject({ format: 'live', metrics: { views: { as: 'absent' } } });
    const other = { ...player, microformat: { playerMicroformatRenderer: { externalVideoId: 'vvvvvvvvv09', likeCount: '9' } } };
    expect(posts(other)[0]?.metrics).not.toHaveProperty('likes');
  });

  test('text posts: a shared one keeps its own numbers, and nothing printed is not zero', () => {
    const text = (postId: string, words: string, voteCount: string, more = {}) => ({
      postId,
      authorEndpoint: { browseEndpoint: { canonicalBaseUrl: '/@HaldenTea' } },
      contentText: { runs: [{ text: words }] },
      publishedTimeText: { runs: [{ text: '2 days ago (edited)' }] },
      ...(voteCount && { voteCount: { simpleText: voteCount } }),
      actionButtons: {
        commentActionButtonsRenderer: {
          likeButton: {
            toggleButtonRenderer: { accessibility: { accessibilityData: { label: 'Like this post along with 1,248 other people' } } },
          },
          replyButton: { buttonRenderer: { text: { simpleText: '56' } } },
        },
      },
      ...more,
    });
    const body = {
      items: [
        { backstagePostRenderer: text('UgkxAAAAAAAAAA01', 'Cups', '1.2K', { backstageAttachment: { pollRenderer: {} } }) },
        {
          sharedPostRenderer: {
            ...text('UgkxAAAAAAAAAA02', 'Look', '31'),
            originalPost: { backstagePostRenderer: text('UgkxAAAAAAAAAA03', 'Mine', '9') },
          },
        },
        { backstagePostRenderer: { ...text('UgkxAAAAAAAAAA04', 'Quiet', ''), actionButtons: {} } },
      ],
    };
    const found = posts(body).map(({ id: post, format, flags, metrics }) => [
      post,
      format,
      flags.quote,
      metrics.likes?.value,
      metrics.comments?.as,
    ]);
    expect(found).toEqual([
      ['UgkxAAAAAAAAAA01', 'poll', false, 1248, 'exact'],
      ['UgkxAAAAAAAAAA02', 'text', true, 31, 'exact'],
      ['UgkxAAAAAAAAAA04', 'text', false, null, 'absent'],
    ]);
  });

  test('a playlist’s videos have views and age in one line', () => {
    const listed = (runs: string[]) => ({
      playlistVideoRenderer: { ...card(id, '', ''), videoInfo: { runs: runs.map((text) => ({ text })) }, index: { simpleText: '101' } },
    });
    expect(posts(listed(['158K views', ' • ', '6 years ago']))[0]?.metrics.views).toMatchObject({ low: 158_000, high: 158_999 });
    expect(posts(listed(['158K views', ' • ', '6 years ago']))[0]?.published).not.toBeNull();
    expect(posts(listed(['6 years ago']))[0]?.metrics.views).toMatchObject({ value: null });
  });

  test.each([
    ['2019', null],
    ['2019年', null],
    ['٢٠١٩', null],
    ['2,019 views', 2019],
    ['1.9K views', 1900],
    ['1,595,019 views', 1_595_019],
  ])('without an age %s is %j views: films have a year there', (said, value) => {
    const film = { videoRenderer: { ...card(id, said, ''), lengthText: { simpleText: '1:32:10' } } };
    expect(posts(film)[0]?.metrics.views).toMatchObject({ value });
  });

  test('ads are promoted, Shorts’ buttons tell likes, concealed ones say so', () => {
    const slot = { adSlotRenderer: { content: { videoRenderer: card('vvvvvvvvv05', '10 views', '2 days ago') } } };
    expect(posts([slot])[0]?.flags.promoted).toBe(true);
    const button = (more: object) => ({ likeButtonRenderer: { target: { videoId: id }, ...more } });
    expect(posts(button({ likeCount: 1843, likesAllowed: true }))[0]?.metrics.likes).toMatchObject({ value: 1843, as: 'exact' });
    expect(posts(button({ likeCount: 0, likesAllowed: false }))[0]?.metrics.likes).toMatchObject({ value: 0 });
    expect(posts(button({ likesAllowed: false }))[0]?.metrics.likes).toMatchObject({ as: 'hidden' });
  });

  test.each([
    ['strings for trees', { videoDetails: 'x', videoActions: 'y', title: 1 }],
    ['numbers that cannot be', { likeButtonRenderer: { target: { videoId: id }, likeCount: 1e300 } }],
    ['negative numbers', { likeButtonRenderer: { target: { videoId: id }, likeCount: -1 } }],
    ['prototypes', JSON.parse(`{"__proto__":{"videoId":"${id}"},"title":{"constructor":1},"videoId":{"toString":1}}`)],
    ['ids of another kind', card(12345678901 as unknown as string, '1 view', '1 day ago')],
    ['depth', deep(card(id, '1,000 views', '1 day ago'), 10_000)],
  ])('%s throw nothing and give no number', (_, body) => {
    for (const post of posts(body)) expect(Object.values(post.metrics).map((reading) => reading.value)).toEqual([]);
  });

  test('a body of very many nodes is looked at in part', () => {
    const [first, last] = [card(id, '1,000 views', '1 day ago'), card('vvvvvvvvv02', '1,000 views', '1 day ago')];
    const body = [first, ...Array.from({ length: 250_000 }, () => ({})), last];
    expect(posts(body).map((post) => post.id)).toEqual([id]);
  });

  test('a channel’s browse body tells the page’s own account, and no other', async () => {
    const body = {
      metadata: {
        channelMetadataRenderer: {
          title: 'Halden Tea',
          description: 'Two kettles',
          externalId: 'UCaaaaaaaaaaaaaaaaaaaaaa',
          vanityChannelUrl: 'http://www.youtube.com/@haldentea',
        },
      },
      header: {
        c4TabbedHeaderRenderer: {
          subscriberCountText: { simpleText: '9.84K subscribers' },
          videosCountText: { runs: [{ text: '204' }, { text: ' videos' }] },
          badges: [{ metadataBadgeRenderer: { style: 'BADGE_STYLE_TYPE_VERIFIED' } }],
        },
      },
      contents: [{ videoRenderer: card(id, '4,413 views', '9 days ago') }],
    };
    const account = youtube.responseAccount?.(body, at({ kind: 'profile', handle: 'HaldenTea', tab: 'videos' }));
    expect(account).toMatchObject({
      nativeId: 'UCaaaaaaaaaaaaaaaaaaaaaa',
      followers: { low: 9840, high: 9849 },
      posts: { value: 204 },
      verified: true,
      bio: 'Two kettles',
    });
    expect(youtube.responseAccount?.(body, at({ kind: 'profile', handle: 'Orrin', tab: 'videos' }))).toBeNull();
    const url = new URL('https://www.youtube.com/@HaldenTea/videos');
    const outcome = await readPage(youtube, page, url, now, { layers: ['response'], bodies: [JSON.stringify(body)] });
    expect(outcome.ok && outcome.capture.posts[0]).toMatchObject({ id, author: 'HaldenTea', metrics: { views: { value: 4413 } } });
  });
});
