// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { youtube } from '../../lib/networks/youtube';

describe('data in the document', () => {
  const video = (id: string, more: object) => ({
    videoRenderer: {
      videoId: id,
      title: { runs: [{ text: 'Two 24 cups' }] },
      navigationEndpoint: { commandMetadata: { url: `/watch?v=${id}` } },
      ...more,
    },
  });
  const data = {
    metadata: {
      channelMetadataRenderer: {
        title: 'Halden Tea',
        externalId: 'UCbbbbbbbbbbbbbbbbbbbbbb',
        vanityChannelUrl: 'http://www.youtube.com/@haldentea',
      },
    },
    contents: {
      tabs: [
        video('hhhhhhhhh01', {
          viewCountText: { simpleText: '4,413 views' },
          publishedTimeText: { simpleText: '9 days ago' },
          lengthText: { simpleText: '56:56' },
        }),
        video('hhhhhhhhh02', {
          viewCountText: { runs: [{ text: '161' }, { text: ' watching' }] },
          badges: [{ metadataBadgeRenderer: { style: 'BADGE_STYLE_TYPE_LIVE_NOW' } }],
        }),
        {
          lockupViewModel: {
            contentId: 'hhhhhhhhh03',
            contentImage: { overlays: [{ badge: { text: '12:06', badgeStyle: 'THUMBNAIL_OVERLAY_BADGE_STYLE_DEFAULT' } }] },
            metadata: {
              lockupMetadataViewModel: {
                title: { content: 'Cups' },
                metadata: { rows: [{ metadataParts: [{ text: { content: '1.2K views' } }, { text: { content: '2 years ago' } }] }] },
              },
            },
          },
        },
        {
          lockupViewModel: {
            contentId: 'PLhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh',
            metadata: { lockupMetadataViewModel: { title: { content: 'List' } } },
          },
        },
        {
          shortsLockupViewModel: {
            onTap: { reelWatchEndpoint: { videoId: 'hhhhhhhhh04' } },
            overlayMetadata: { primaryText: { content: 'Sip' }, secondaryText: { content: '42M views' } },
          },
        },
      ],
    },
  };
  const page = (code: string) =>
    new DOMParser().parseFromString(`<html lang="en"><body><script>${code}</script></body></html>`, 'text/html');
  const capture = async (document: Document, url: string) => {
    const outcome = await readPage(youtube, document, new URL(url), Date.parse('2026-11-20T12:00:00Z'), { layers: ['embedded'] });
    return outcome.ok ? outcome.capture : null;
  };
  const script = `var ytInitialData = ${JSON.stringify(data)};`;

  test('gives the posts and the account of the address that it is about', async () => {
    const found = await capture(page(script), 'https://www.youtube.com/@HaldenTea/videos');
    expect(found?.account).toMatchObject({
      handle: 'HaldenTea',
      nativeId: 'UCbbbbbbbbbbbbbbbbbbbbbb',
      followers: { value: null, as: 'unread' },
    });
    const views = found?.posts.map(({ id, format, metrics }) => [id, format, metrics.views?.as, metrics.views?.value, metrics.views?.from]);
    expect(views).toEqual([
      ['hhhhhhhhh01', 'video', 'exact', 4413, 'embedded'],
      ['hhhhhhhhh02', 'live', 'absent', null, 'embedded'],
      ['hhhhhhhhh03', 'video', 'rounded', 1200, 'embedded'],
      ['hhhhhhhhh04', 'short', 'rounded', 42000000, 'embedded'],
    ]);
  });

  test('tells what is announced by a badge without a length, and reads the short form of mobile data', async () => {
    const announced = {
      lockupViewModel: {
        contentId: 'hhhhhhhhh05',
        contentImage: { overlays: [{ badge: { text: 'Upcoming', badgeStyle: 'THUMBNAIL_OVERLAY_BADGE_STYLE_DEFAULT' } }] },
        metadata: {
          lockupMetadataViewModel: {
            title: { content: 'Brewing' },
            metadata: {
              rows: [{ metadataParts: [{ text: { content: '71 waiting' } }, { text: { content: 'Scheduled for 12/4/26, 11:00 AM' } }] }],
            },
          },
        },
      },
    };
    const mobile = {
      videoWithContextRenderer: {
        videoId: 'hhhhhhhhh06',
        headline: { runs: [{ text: 'Leaves' }] },
        shortViewCountText: { runs: [{ text: '35K views' }] },
        publishedTimeText: { runs: [{ text: '5 months ago' }] },
        lengthText: { runs: [{ text: '8:10' }] },
      },
    };
    const found = await capture(
      page(`var ytInitialData = ${JSON.stringify({ ...data, contents: [announced, mobile] })};`),
      'https://www.youtube.com/@HaldenTea/streams',
    );
    expect(found?.posts.map(({ id, format, metrics }) => [id, format, metrics.views?.as, metrics.views?.low])).toEqual([
      ['hhhhhhhhh05', 'live', 'absent', null],
      ['hhhhhhhhh06', 'video', 'rounded', 35_000],
    ]);
  });

  test('says nothing of another address', async () => {
    expect(await capture(page(script), 'https://www.youtube.com/@OrrinKettles/videos')).toBeNull();
    expect(await capture(page(script), 'https://www.youtube.com/watch?v=hhhhhhhhh01')).toBeNull();
  });

  test('of a watch page gives its own video, also where another variable follows', async () => {
    const id = 'hhhhhhhhh07';
    const likes = { accessibility: { accessibilityData: { label: '2,306 likes' } }, simpleText: '2.3K' };
    const info = {
      title: { runs: [{ text: 'Steeping; twice' }] },
      viewCount: { videoViewCountRenderer: { viewCount: { simpleText: '84,120 views' } } },
      videoActions: { topLevelButtons: [{ toggleButtonRenderer: { defaultIcon: { iconType: 'LIKE' }, defaultText: likes } }] },
    };
    const beside = video('hhhhhhhhh08', { viewCountText: { simpleText: '77 views' }, publishedTimeText: { simpleText: '1 day ago' } });
    const watch = {
      currentVideoEndpoint: { watchEndpoint: { videoId: id } },
      contents: [{ videoPrimaryInfoRenderer: info }, beside],
      engagementPanels: [
        {
          panelIdentifier: 'engagement-panel-comments-section',
          header: { engagementPanelTitleHeaderRenderer: { contextualInfo: { runs: [{ text: '1.2K' }] } } },
        },
      ],
    };
    const player = { videoDetails: { videoId: id, title: 'Steeping; twice', viewCount: '84123' } };
    const older = `window["ytInitialData"] = ${JSON.stringify(watch)};
    window["ytInitialPlayerResponse"] = ${JSON.stringify(player)};
    if (window.ytcsi) {window.ytcsi.tick("pdr", null, '');}`;
    const found = await capture(page(older), `https://www.youtube.com/watch?v=${id}`);
    expect(found?.posts).toHaveLength(1);
    expect(found?.posts[0]?.metrics).toMatchObject({
      views: { value: 84_120, as: 'exact', from: 'embedded' },
      likes: { value: 2306, as: 'exact', from: 'embedded' },
      comments: { low: 1200, high: 1299, as: 'rounded', from: 'embedded' },
    });
    expect(await capture(page(older), 'https://www.youtube.com/watch?v=hhhhhhhhh08')).toBeNull();
  });

  test('is found with code after it, and broken data is no data', async () => {
    expect(
      (await capture(page(`${script}if (window.ytcsi) { window.ytcsi.tick('pdr'); }`), 'https://www.youtube.com/@HaldenTea'))?.posts,
    ).toHaveLength(4);
    expect(await capture(page('var ytInitialData = {"contents": [}'), 'https://www.youtube.com/@HaldenTea')).toBeNull();
  });
});
