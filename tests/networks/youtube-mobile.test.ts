// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { contextOf, readPage } from '../../lib/capture/read-page';
import { youtube } from '../../lib/networks/youtube';

const id = 'mmmmmmmmm01';
const now = Date.parse('2026-11-20T12:00:00Z');
const page = (code: string) => new DOMParser().parseFromString(`<html lang="en"><body><script>${code}</script></body></html>`, 'text/html');
const capture = async (code: string, url: string) => {
  const outcome = await readPage(youtube, page(code), new URL(url), now, { layers: ['embedded'] });
  return outcome.ok ? outcome.capture : null;
};
/** As the mobile page writes its data: JSON in a string of a script, everything special in it escaped. */
const escaped = (data: object) =>
  JSON.stringify(data)
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('/', String.raw`\/`)
    .replace(/["'<>&={}[\]]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`);
const mobile = (data: object, name = 'Data') => `var ytInitial${name} = '${escaped(data)}';`;

const text = (simpleText: string) => ({ simpleText });
const described = (views: string, type: string, title = 'Cups') => ({
  engagementPanelSectionListRenderer: {
    panelIdentifier: 'video-description-ep-identifier',
    content: {
      structuredDescriptionContentRenderer: {
        items: [
          {
            videoDescriptionHeaderRenderer: {
              title: { runs: [{ text: title }] },
              channel: text('Halden Tea'),
              views: text(views),
              publishDate: text('Jun 19, 2023'),
              channelNavigationEndpoint: { browseEndpoint: { canonicalBaseUrl: '/@HaldenTea' } },
              factoid: [
                { factoidRenderer: { value: text('4.6K'), label: text('Likes') } },
                { viewCountFactoidRenderer: { viewCountType: `VIEW_COUNT_FACTOID_TYPE_${type}` } },
              ],
            },
          },
        ],
      },
    },
  },
});
const discussed = (count: string) => ({
  engagementPanelSectionListRenderer: {
    panelIdentifier: 'engagement-panel-comments-section',
    header: { engagementPanelTitleHeaderRenderer: { contextualInfo: { runs: [{ text: count }] } } },
  },
});
const liking = (iconName: string, title: string, accessibilityText: string) => ({
  likeButtonViewModel: {
    toggleButtonViewModel: {
      toggleButtonViewModel: { defaultButtonViewModel: { buttonViewModel: { iconName, title, accessibilityText } } },
    },
  },
});
const card = (videoId: string) => ({
  videoWithContextRenderer: {
    videoId,
    headline: { runs: [{ text: 'Say "tea" \\ \'twice\' </b> é & [x22]' }] },
    shortViewCountText: { runs: [{ text: '35K views' }] },
    publishedTimeText: { runs: [{ text: '5 months ago' }] },
    lengthText: { runs: [{ text: '8:10' }] },
  },
});

describe('a mobile page', () => {
  const watch = (views: string, type: string, current = id) => ({
    currentVideoEndpoint: { watchEndpoint: { videoId: current } },
    contents: {
      singleColumnWatchNextResults: {
        results: [
          {
            slimVideoMetadataSectionRenderer: {
              videoId: current,
              contents: [
                {
                  slimVideoInformationRenderer: {
                    title: { runs: [{ text: 'Cups' }] },
                    collapsedSubtitle: text('318K views · 3 years ago'),
                  },
                },
                { slimOwnerRenderer: { expandedSubtitle: text('552K subscribers') } },
                {
                  slimVideoActionBarRenderer: {
                    buttons: [liking('LIKE', '4.6K', 'like this video along with 4,614 other people')],
                  },
                },
              ],
            },
          },
          { itemSectionRenderer: { contents: [card('mmmmmmmmm02')] } },
        ],
      },
    },
    engagementPanels: [discussed('401'), described(views, type)],
  });
  const at = `https://m.youtube.com/watch?v=${id}`;

  test('has its data as a string, with everything in it as it was', async () => {
    const metadata = { channelMetadataRenderer: { title: 'Halden Tea', vanityChannelUrl: 'http://www.youtube.com/@haldentea' } };
    const code = `${mobile({ metadata, contents: [card('mmmmmmmmm02')] })}window['ytInitialData'] = JSON.parse(window['ytInitialData']);`;
    const found = await capture(code, 'https://m.youtube.com/@HaldenTea/videos');
    expect(found?.account?.name).toBe('Halden Tea');
    expect(found?.posts).toMatchObject([
      {
        id: 'mmmmmmmmm02',
        text: 'Say "tea" \\ \'twice\' </b> é & [x22]',
        metrics: { views: { low: 35_000, high: 35_999, as: 'rounded' } },
      },
    ]);
    for (const broken of [String.raw`\x7b\x22`, String.raw`\xzz`, '\\', 'alert()'])
      expect(await capture(`var ytInitialData = '${broken}';`, 'https://m.youtube.com/@HaldenTea/videos')).toBeNull();
  });

  test('of a video tells exact views, likes, comments and day of it alone', async () => {
    const found = await capture(mobile(watch('318,315 views', 'TOTAL_VIEWS')), at);
    expect(found?.posts).toMatchObject([
      {
        id,
        author: 'HaldenTea',
        text: 'Cups',
        format: 'video',
        published: { value: Date.parse('2023-06-19T11:00:00Z') },
        metrics: {
          views: { value: 318_315, as: 'exact', from: 'embedded' },
          likes: { value: 4614, as: 'exact' },
          comments: { value: 401, as: 'exact' },
        },
      },
    ]);
    expect(await capture(mobile(watch('318,315 views', 'TOTAL_VIEWS', 'mmmmmmmmm03')), at)).toBeNull();
  });

  test.each([
    ['CONCURRENT_VIEWERS', 'live', 'absent'],
    ['SOMETHING_NEW', 'video', 'unread'],
  ])('people who watch or wait (%s) are no views', async (type, format, as) => {
    const found = await capture(mobile(watch('1,204 people', type)), at);
    expect(found?.posts).toMatchObject([{ id, format, metrics: { views: { value: null, as }, likes: { value: 4614 } } }]);
  });

  test('tells its channel’s subscribers in what it receives', () => {
    const surface = { kind: 'post' as const, handle: null, tab: 'watch', postId: id };
    const account = youtube.responseAccount?.(watch('', ''), contextOf(youtube, page(''), new URL(at), surface, now));
    expect(account).toMatchObject({ followers: { low: 552_000, high: 552_999, as: 'rounded' } });
  });
});

describe('a Short’s page', () => {
  const url = `https://www.youtube.com/shorts/${id}`;
  const bar = (likes: string, comments: object) => ({
    reelActionBarViewModel: {
      buttonViewModels: [
        liking('SHORTS_LIKE', '26K', likes),
        { buttonViewModel: { iconName: 'SHORTS_COMMENT', ...comments } },
        { buttonViewModel: { iconName: 'SHORTS_SHARE', title: 'Share' } },
      ],
    },
  });
  const others = { entries: [{ reelWatchEndpoint: { videoId: 'mmmmmmmmm04', overlay: { buttonBar: bar('7 likes', { title: '3' }) } } }] };
  const short = (comments: object, current = id, type = 'TOTAL_VIEWS') => ({
    others,
    replacementEndpoint: { reelWatchEndpoint: { videoId: current } },
    overlay: { reelPlayerOverlayRenderer: { buttonBar: bar('26,959 likes', comments) } },
    engagementPanels: [discussed('1.2K'), described('1,843,201 views', type, 'Sip #tea')],
  });
  const player = { videoDetails: { videoId: id, title: 'Sip #tea', viewCount: '1200117' } };
  const desktop = (data: object) =>
    `var ytInitialPlayerResponse = ${JSON.stringify(player)};</script><script>var ytInitialData = ${JSON.stringify(data)};`;
  const both = (data: object) => `${mobile(player, 'PlayerResponse')}</script><script>${mobile(data)}`;

  test('tells likes and comments of its buttons’ labels, and the views that people see rather than the player’s', async () => {
    for (const code of [desktop, both]) {
      const found = await capture(code(short({ title: '1.2K', accessibilityText: 'View 1,248 comments' })), url);
      expect(found?.posts).toMatchObject([
        {
          id,
          format: 'short',
          author: 'HaldenTea',
          hashtags: ['tea'],
          published: { value: Date.parse('2023-06-19T11:00:00Z') },
          metrics: {
            views: { value: 1_843_201, as: 'exact' },
            likes: { value: 26_959, as: 'exact' },
            comments: { value: 1248, as: 'exact' },
          },
        },
      ]);
    }
  });

  test('without digits in a label has the button’s count, and without those the panel’s', async () => {
    const comments = async (button: object) => (await capture(mobile(short(button)), url))?.posts[0]?.metrics.comments;
    expect(await comments({ title: '71', accessibilityText: 'Comments' })).toMatchObject({ value: 71, as: 'exact' });
    expect(await comments({ title: '1.3K' })).toMatchObject({ low: 1300, high: 1399, as: 'rounded' });
    expect(await comments({ title: 'Comments' })).toMatchObject({ low: 1200, high: 1299, as: 'rounded' });
  });

  test('has no views where another kind of count is announced', async () => {
    const found = await capture(mobile(short({}, id, 'SOMETHING_NEW')), url);
    expect(found?.posts).toMatchObject([{ id, metrics: { views: { value: null }, likes: { value: 26_959 } } }]);
  });

  test('says nothing of another Short, whichever stands first', async () => {
    const found = await capture(both(short({ title: '71' }, 'mmmmmmmmm05')), url);
    expect(found?.posts).toMatchObject([{ id, text: 'Sip #tea', metrics: {} }]);
    expect(found?.posts[0]?.metrics.likes).toBeUndefined();
    const sequence = contextOf(youtube, page(''), new URL(url), { kind: 'post', handle: null, tab: 'shorts', postId: id }, now);
    expect(youtube.response?.(others, sequence)).toEqual([]);
    expect(youtube.response?.(short({ title: '71' }), sequence)).toMatchObject([
      { id, metrics: { likes: { value: 26_959, from: 'response' }, comments: { value: 71 } } },
    ]);
  });

  test('has the player’s views until they were another count than people see', async () => {
    const views = async (at: string) => {
      const read = await readPage(youtube, page(desktop({})), new URL(url), Date.parse(at), { layers: ['embedded'] });
      return read.ok ? read.capture.posts[0]?.metrics.views : null;
    };
    expect(await views('2025-03-30T12:00:00Z')).toMatchObject({ value: 1_200_117, as: 'exact' });
    expect(await views('2025-04-02T12:00:00Z')).toBeUndefined();
    const watch = url.replace('shorts/', 'watch?v=');
    const read = await readPage(youtube, page(desktop({})), new URL(watch), now, { layers: ['embedded'] });
    expect(read).toMatchObject({ capture: { posts: [{ metrics: { views: { value: 1_200_117 } } }] } });
  });
});
