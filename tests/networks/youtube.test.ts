// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { PostReading } from '../../lib/model/capture';
import { youtube } from '../../lib/networks/youtube';
import { labelRest } from '../../lib/networks/youtube/facts';
import { microdataOf, readMicrodata } from '../../lib/networks/youtube/markup';
import { type Fixture, fixtures, readFixture } from './fixture';

const fixture = (name: string): Fixture => {
  const found = fixtures('youtube').find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};
const read = async (page: Fixture): Promise<Record<string, PostReading>> =>
  Object.fromEntries((await readFixture(youtube, page)).posts.map((post) => [post.id, post]));
const each = (page: Fixture, selector: string, change: (element: Element) => void) =>
  page.document.querySelectorAll(selector).forEach(change);

describe('pages', () => {
  test.each(fixtures('youtube').map((page) => [page.name, page] as const))('%s', async (_, page) => {
    const { account, posts } = await readFixture(youtube, page);
    expect(account).toEqual(page.expected.account);
    expect(posts).toEqual(page.expected.posts);
  });
});

describe('surface', () => {
  const surface = (url: string) => youtube.surface(new URL(url), document);
  const id = 'aaaaaaaaa01';
  test.each([
    ['https://www.youtube.com/@HaldenTea', { kind: 'profile', handle: 'HaldenTea', tab: 'home' }],
    ['https://m.youtube.com/@HaldenTea/videos/?view=0#x', { kind: 'profile', handle: 'HaldenTea', tab: 'videos' }],
    ['https://YouTube.com/@HaldenTea/Shorts', { kind: 'profile', handle: 'HaldenTea', tab: 'shorts' }],
    ['https://www.youtube.com/@HaldenTea/streams', { kind: 'profile', handle: 'HaldenTea', tab: 'live' }],
    ['https://www.youtube.com/@HaldenTea/community', { kind: 'profile', handle: 'HaldenTea', tab: 'posts' }],
    ['https://www.youtube.com/@%E5%96%AB%E8%8C%B6', { kind: 'profile', handle: '喫茶', tab: 'home' }],
    [
      'https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa/featured',
      { kind: 'profile', handle: 'UCaaaaaaaaaaaaaaaaaaaaaa', tab: 'home' },
    ],
    ['https://www.youtube.com/c/HaldenTea', { kind: 'profile', handle: 'HaldenTea', tab: 'home' }],
    ['https://www.youtube.com/User/HaldenTea/videos', { kind: 'profile', handle: 'HaldenTea', tab: 'videos' }],
    [`https://www.youtube.com/watch?t=5s&v=${id}&list=PL1`, { kind: 'post', handle: null, tab: 'watch', postId: id }],
    [`https://m.youtube.com/watch?v=${id}`, { kind: 'post', handle: null, tab: 'watch', postId: id }],
    [`https://www.youtube.com/shorts/${id}?feature=share`, { kind: 'post', handle: null, tab: 'shorts', postId: id }],
    [`https://www.youtube.com/live/${id}`, { kind: 'post', handle: null, tab: 'watch', postId: id }],
    ['https://www.youtube.com/', { kind: 'feed', handle: null, tab: 'home' }],
    ['https://www.youtube.com/feed/subscriptions', { kind: 'feed', handle: null, tab: 'subscriptions' }],
    ['https://www.youtube.com/playlist?list=PLaaaaaaaa', { kind: 'feed', handle: null, tab: 'playlist' }],
    ['https://www.youtube.com/results?search_query=tea', { kind: 'search', handle: null, tab: 'results' }],
    ['https://www.youtube.com/hashtag/tea', { kind: 'search', handle: null, tab: 'hashtag' }],
  ])('%s', (url, expected) => expect(surface(url)).toEqual(expected));

  test.each([
    'https://www.youtube.com/feed/history',
    'https://www.youtube.com/feed/you',
    'https://www.youtube.com/playlist?list=WL',
    'https://www.youtube.com/account',
    'https://www.youtube.com/premium',
    'https://www.youtube.com/watch',
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/shorts',
    'https://www.youtube.com/@',
    'https://www.youtube.com/channel/',
    'https://studio.youtube.com/@HaldenTea',
    'https://notyoutube.com/@HaldenTea',
  ])('%s is nobody’s page', (url) => expect(surface(url)).toBeNull());
});

describe('a page that changes under us', () => {
  test('lines that are no longer found leave the same views or none', async () => {
    const page = fixture('channel-en-2026');
    const before = await read(fixture('channel-en-2026'));
    each(page, 'yt-content-metadata-view-model', (element) => element.replaceWith(...element.children));
    for (const post of Object.values(await read(page))) {
      expect([null, before[post.id]?.metrics.views?.value]).toContain(post.metrics.views?.value);
    }
  });

  test('an age in words that are not known makes views unread where nothing else vouches for them', async () => {
    const page = fixture('search-de-2022');
    each(page, '#metadata-line span:nth-child(2)', (element) => {
      element.textContent = 'neulich';
    });
    each(page, 'ytd-thumbnail-overlay-time-status-renderer', (element) => element.remove());
    const posts = await read(page);
    expect(posts.ccccccccc02?.metrics.views).toMatchObject({ value: null, as: 'unread' });
    expect(posts.ccccccccc03?.metrics.views?.value).toBeNull();
  });

  test('a stream without its badge is not read as views', async () => {
    const page = fixture('search-de-2022');
    each(page, '[class*="live-now"]', (element) => element.remove());
    expect((await read(page)).ccccccccc04?.metrics.views).toMatchObject({ value: null, as: 'unread' });
  });

  test('a channel’s name before an age is not read as views', async () => {
    const page = fixture('home-ar');
    each(page, 'ytd-rich-grid-media', (element) => {
      element.innerHTML = `<a href="/watch?v=ggggggggg09"></a><h3 title="t">t</h3>
        <yt-content-metadata-view-model><div><span>Studio 24</span><span>قبل ٣ أيام</span></div></yt-content-metadata-view-model>`;
    });
    expect((await read(page)).ggggggggg09?.metrics.views).toMatchObject({ value: null, as: 'unread' });
  });

  test('a number that may be an age in unknown words is not read as views', async () => {
    const page = fixture('playlist-es');
    each(page, '#video-info', (line) => {
      line.innerHTML = '<span>No hay visualizaciones</span><span> • </span><span>2 sem. ha</span>';
    });
    const posts = Object.values(await read(page));
    expect(posts.map((post) => post.metrics.views?.as)).toEqual(['unread', 'unread', 'unread']);
    each(page, '#video-info', (line) => {
      line.innerHTML = '<span>1,240 visualizaciones</span><span> • </span><span>2 sem. ha</span>';
    });
    expect((await read(page)).fffffffff01?.metrics.views).toMatchObject({ value: 1240, as: 'exact' });
  });

  test('a like button that is gone makes likes unread, and the comments’ buttons are not taken for it', async () => {
    const page = fixture('watch-ja-2025');
    each(page, 'ytd-watch-metadata like-button-view-model', (element) => element.remove());
    expect((await read(page)).ddddddddd01?.metrics.likes).toMatchObject({ value: null, as: 'unread' });
  });

  test('of a video that the viewer liked, the label counts other people: the shown count stands', async () => {
    const page = fixture('watch-ja-2025');
    each(page, 'ytd-watch-metadata like-button-view-model button', (button) => button.setAttribute('aria-pressed', 'true'));
    expect((await read(page)).ddddddddd01?.metrics.likes).toMatchObject({ value: 12000, low: 12000, high: 12999, as: 'rounded' });
  });

  test('what is visible decides whose numbers they are while the address is ahead', async () => {
    const page = fixture('watch-ja-2025');
    page.url.searchParams.set('v', 'nnnnnnnnn01');
    const posts = await read(page);
    expect(posts.nnnnnnnnn01).toBeUndefined();
    expect(posts.ddddddddd01?.metrics.views?.value).toBe(1234567);
  });

  test('a stream that is on prints viewers, not views', async () => {
    const page = fixture('watch-ja-2025');
    const time = page.document.createElement('div');
    time.className = 'ytp-time-display notranslate ytp-live';
    page.document.querySelector('#below')?.append(time);
    expect((await read(page)).ddddddddd01).toMatchObject({ format: 'live', metrics: { views: { as: 'absent' } } });
  });
});

test('cards on a screen that the app has left but not hidden yet belong to no other page', async () => {
  const page = fixture('search-de-2022');
  const card = page.document.querySelector('ytd-search ytd-video-renderer')?.outerHTML.replaceAll('ccccccccc01', 'ppppppppp01');
  const left = `<ytd-watch-flexy><ytd-watch-next-secondary-results-renderer>${card}</ytd-watch-next-secondary-results-renderer></ytd-watch-flexy>`;
  page.document.querySelector('ytd-page-manager')?.insertAdjacentHTML('afterbegin', left);
  expect(Object.keys(await read(page))).toEqual(Object.keys(await read(fixture('search-de-2022'))));
});

test('people who wait for a premiere are not views', async () => {
  const page = fixture('watch-ja-2025');
  page.document.querySelector('#view-count')?.remove();
  page.document.querySelector('tp-yt-paper-tooltip')?.remove();
  each(page, '#info > span:nth-child(1)', (span) => {
    span.textContent = '39 人が待機しています';
  });
  each(page, '#info > span:nth-child(3)', (span) => {
    span.textContent = '2026/12/24 に公開予定';
  });
  expect((await read(page)).ddddddddd01).toMatchObject({ format: 'live', published: null, metrics: { views: { as: 'absent' } } });
});

test('a like count that only the label prints is read from it', async () => {
  const page = fixture('watch-ja-2025');
  each(page, 'ytd-watch-metadata like-button-view-model .text', (span) => span.remove());
  expect((await read(page)).ddddddddd01?.metrics.likes).toMatchObject({ value: 12345, as: 'exact', from: 'label' });
});

describe('the interface’s language', () => {
  const without = (name: string) => {
    const page = fixture(name);
    page.document.documentElement.removeAttribute('lang');
    return page;
  };
  test('is the document’s, else what its cards make sense in', () => {
    expect(youtube.locale?.(fixture('search-de-2022').document)).toBe('de-DE');
    expect(youtube.locale?.(without('search-de-2022').document)).toBe('de');
    expect(youtube.locale?.(without('watch-fr-2022').document)).toBe('fr');
  });
  test('is asked of the help links before it is guessed', () => {
    const page = without('search-de-2022');
    page.document.body.insertAdjacentHTML('beforeend', '<a href="https://support.google.com/youtube/answer/1?hl=ja">?</a>');
    expect(youtube.locale?.(page.document)).toBe('ja');
  });
  test('is not guessed from nothing', () => {
    expect(youtube.locale?.(new DOMParser().parseFromString('<p>1</p>', 'text/html'))).toBeNull();
  });

  test.each([
    ['it', '12.345 visualizzazioni', '2 anni fa'],
    ['nl', '12.345 weergaven', '2 jaar geleden'],
    ['ru', '12 тыс. просмотров', '2 года назад'],
    ['pl', '12 tys. wyświetleń', '2 lata temu'],
    ['tr', '12 B görüntüleme', '2 yıl önce'],
    ['en', '12K views', '2 years ago'],
  ])('%s is told by the age of a video', (language, views, age) => {
    const card = `<ytd-video-renderer><a href="/watch?v=lllllllll01"></a><div id="metadata-line"><span>${views}</span><span>${age}</span></div></ytd-video-renderer>`;
    expect(youtube.locale?.(new DOMParser().parseFromString(card, 'text/html'))).toBe(language);
  });

  test('is told by videos behind streams and places that are still empty', () => {
    const card = (...parts: string[]) =>
      `<ytd-rich-grid-media><div id="metadata-line">${parts.map((part) => `<span>${part}</span>`).join('')}</div></ytd-rich-grid-media>`;
    const cards = [
      card(),
      card(),
      card('2.345 Zuschauer'),
      card('61 Zuschauer'),
      card('1.204 Zuschauer'),
      card('8.123 Aufrufe', 'vor 3 Tagen'),
    ];
    expect(youtube.locale?.(new DOMParser().parseFromString(cards.join(''), 'text/html'))).toBe('de');
  });
});

test('a title’s label is stripped of the title and the channel’s name, and not used when the title is not in it', () => {
  expect(labelRest(['7 cups by Studio 24 1,595 views'], '7 cups', 'Studio 24').trim()).toBe('by   1,595 views');
  expect(labelRest(['Sieben Tassen 1,595 views'], '7 cups', 'Studio 24')).toBe('');
});

test('the microdata that pages had until 2023 tells views, of its own video only', () => {
  const page = new DOMParser().parseFromString(
    `<div itemscope itemtype="http://schema.org/VideoObject"><link itemprop="url" href="https://www.youtube.com/watch?v=iiiiiiiii01">
     <meta itemprop="name" content="9 lamps"><meta itemprop="videoId" content="iiiiiiiii01"><meta itemprop="interactionCount" content="8874019">
     <span itemprop="author" itemscope><link itemprop="url" href="http://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa"></span></div>
     <div itemscope itemtype="http://schema.org/VideoObject"><meta itemprop="interactionCount" content="5"></div>`,
    'text/html',
  );
  const url = new URL('https://www.youtube.com/watch?v=iiiiiiiii01');
  const surface = { kind: 'post', handle: null, tab: 'watch', postId: 'iiiiiiiii01' } as const;
  const scope = microdataOf(page, surface.postId);
  const counts = { locale: 'en', display: 'truncates', significant: 2 } as const;
  expect(scope && readMicrodata(scope, { url, surface, counts, now: 0 })).toMatchObject({
    id: 'iiiiiiiii01',
    author: 'UCaaaaaaaaaaaaaaaaaaaaaa',
    metrics: { views: { value: 8874019, as: 'exact' } },
  });
  expect(microdataOf(page, 'iiiiiiiii02')).toBeNull();
  expect(microdataOf(page, undefined)).toBeNull();
});
