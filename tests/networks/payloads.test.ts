// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../../lib/capture/read-page';
import { receivedBy } from '../../lib/capture/received';
import { networks } from '../../lib/networks';

const NOW = Date.UTC(2026, 10, 22);
const page = new DOMParser().parseFromString('<html lang="en"><main></main></html>', 'text/html');

const story = btoa('S:_I61550000000001:9000001:9000001');
const activity = 'urn:li:activity:7350000000000102210';

/** One post of each network as its data has it, an address of a page that receives it, and what the post counts. */
const BODIES: Record<string, { url: string; node: unknown; id: string; metrics: Record<string, number> }> = {
  facebook: {
    url: 'https://www.facebook.com/atelier.brume',
    id: '9000001',
    metrics: { likes: 2876, comments: 83, shares: 73 },
    node: {
      __typename: 'Story',
      id: story,
      post_id: '9000001',
      comet_sections: {
        content: { story: { id: story, actors: [{ id: '61550000000001', url: 'https://www.facebook.com/atelier.brume' }] } },
        feedback: {
          story: {
            feedback_context: {
              feedback_target_with_context: {
                __typename: 'Feedback',
                id: btoa('feedback:9000001'),
                reaction_count: { count: 2876 },
                share_count: { count: 73 },
                comment_rendering_instance: { comments: { total_count: 83 } },
              },
            },
          },
        },
      },
    },
  },
  instagram: {
    url: 'https://www.instagram.com/halden.tea/',
    id: 'DcKOaaaaaa1',
    metrics: { likes: 120, comments: 34 },
    node: {
      code: 'DcKOaaaaaa1',
      user: { username: 'halden.tea' },
      like_count: 120,
      comment_count: 34,
      like_and_view_counts_disabled: false,
      caption: { text: '12K cups' },
    },
  },
  linkedin: {
    url: 'https://www.linkedin.com/company/kestrel-kettles/posts/',
    id: '7350000000000102210',
    metrics: { likes: 13, comments: 2, shares: 0 },
    node: [
      {
        entityUrn: `urn:li:fsd_update:(${activity},MAIN_FEED,EMPTY,DEFAULT,false)`,
        metadata: { backendUrn: activity },
        '*socialDetail': `detail:${activity}`,
      },
      { entityUrn: `detail:${activity}`, threadUrn: activity, '*totalSocialActivityCounts': `urn:li:fsd_socialActivityCounts:${activity}` },
      { entityUrn: `urn:li:fsd_socialActivityCounts:${activity}`, urn: activity, numLikes: 13, numComments: 2, numShares: 0 },
    ],
  },
  tiktok: {
    url: 'https://www.tiktok.com/@barroebrasa',
    id: '7591072945832430001',
    metrics: { likes: 25519, comments: 3, shares: 40, saves: 210 },
    node: {
      id: '7591072945832430001',
      desc: 'Four pots',
      author: { id: '68', uniqueId: 'barroebrasa' },
      stats: { diggCount: 25500, commentCount: 3, shareCount: 40, collectCount: '210' },
      statsV2: { diggCount: '25519', commentCount: '3', shareCount: '40', collectCount: '210' },
    },
  },
  x: {
    url: 'https://x.com/HaldenTea',
    id: '2027353015710646279',
    metrics: { likes: 9, shares: 3, comments: 2, quotes: 1, saves: 4, views: 809 },
    node: {
      rest_id: '2027353015710646279',
      core: { user_results: { result: { rest_id: '7', core: { screen_name: 'HaldenTea' } } } },
      views: { count: '809', state: 'EnabledWithCount' },
      legacy: {
        ...{ id_str: '2027353015710646279', full_text: 'Slow morning, 12K cups.', favorite_count: 9, retweet_count: 3 },
        ...{ reply_count: 2, quote_count: 1, bookmark_count: 4 },
      },
    },
  },
  threads: {
    url: 'https://www.threads.com/@halden.tea',
    id: 'DcKOaaaaaa1',
    metrics: { likes: 120, comments: 34, shares: 9, quotes: 2 },
    node: {
      code: 'DcKOaaaaaa1',
      pk: '4012345678901234567',
      user: { username: 'halden.tea' },
      like_count: 120,
      like_and_view_counts_disabled: false,
      text_post_app_info: { direct_reply_count: 34, repost_count: 7, quote_count: 2 },
      caption: { text: 'Tea' },
    },
  },
  pinterest: {
    url: 'https://www.pinterest.com/kiosk/',
    id: '702000000000000301',
    metrics: { likes: 7, comments: 4, saves: 15300 },
    node: {
      type: 'pin',
      id: '702000000000000301',
      image_signature: 'a1',
      pinner: { username: 'kiosk' },
      reaction_counts: { 1: 3, 13: 4 },
      aggregated_pin_data: { aggregated_stats: { saves: 15300, done: 0 }, comment_count: 4 },
    },
  },
  reddit: {
    url: 'https://www.reddit.com/user/ada/',
    id: '1abc',
    metrics: { likes: 86, comments: 16 },
    node: {
      kind: 't3',
      data: {
        ...{ name: 't3_1abc', id: '1abc', author: 'ada', permalink: '/r/Kettles/comments/1abc/boil/', title: 'Boil', selftext: '' },
        ...{ created_utc: 1_770_000_000, score: 86, ups: 90, upvote_ratio: 0.97, num_comments: 16 },
      },
    },
  },
  bluesky: {
    url: 'https://bsky.app/profile/kestrel-kettles.bsky.social',
    id: '3mzukrww3222u',
    metrics: { likes: 12, comments: 3, shares: 7, quotes: 2, saves: 1 },
    node: {
      uri: 'at://did:plc:kestrelkettlesbskysocial/app.bsky.feed.post/3mzukrww3222u',
      author: { did: 'did:plc:kestrelkettlesbskysocial', handle: 'kestrel-kettles.bsky.social' },
      record: { text: 'Boiling.', createdAt: '2026-11-09T09:00:00.000Z' },
      ...{ likeCount: 12, replyCount: 3, repostCount: 5, quoteCount: 2, bookmarkCount: 1 },
    },
  },
  mastodon: {
    url: 'https://lune.example/@atelier',
    id: 'lune.example/117643817779200012',
    metrics: { likes: 1_234_567, comments: 4, shares: 13, quotes: 3 },
    node: {
      ...{ id: '117643817779200012', created_at: '2026-11-19T15:30:00.000Z', in_reply_to_id: null, content: '<p>Bonjour</p>' },
      ...{ url: 'https://lune.example/@atelier/117643817779200012', uri: 'https://lune.example/users/atelier/statuses/117643817779200012' },
      ...{ replies_count: 4, reblogs_count: 10, favourites_count: 1_234_567, quotes_count: 3, reblog: null, media_attachments: [] },
      account: { id: '7', acct: 'atelier', display_name: 'Atelier Lune', followers_count: 4812, following_count: 31, statuses_count: 900 },
    },
  },
  youtube: {
    url: 'https://www.youtube.com/@HaldenTea/videos',
    id: 'vvvvvvvvv02',
    metrics: { views: 3_206_586 },
    node: {
      videoRenderer: {
        ...{ videoId: 'vvvvvvvvv02', title: { simpleText: 'Pots' }, viewCountText: { simpleText: '3,206,586 views' } },
        ...{ publishedTimeText: { simpleText: '2 years ago' }, lengthText: { simpleText: '3:20' } },
      },
    },
  },
};

/** Keys that no network uses, so that nothing may hang on what a post is wrapped in. */
const key = fc.stringMatching(/^zz_[a-z]{1,12}$/);
/** How a value is wrapped once: under a key, in a list, beside something else. */
const wrapping = fc.oneof(
  key.map((name) => (inside: unknown) => ({ [name]: inside })),
  key.map((name) => (inside: unknown) => ({ [name]: { edges: [{ cursor: 'QV8xMjM0', node: inside }], page_info: { end_cursor: '12' } } })),
  fc.constant((inside: unknown) => [inside]),
  key.map((name) => (inside: unknown) => ({ status_code: 0, total: 12_345, [name]: inside })),
);
const guard = fc.constantFrom('', 'for (;;);', ")]}'\n", 'while(1);');
const OTHER = JSON.stringify({ zz_extensions: { is_final: true, server_time: 1_790_000_000, total_count: 77 } });

describe('a body that a page receives', () => {
  it('is known of every network that has a precise mode', () => {
    const precise = networks.filter(({ response, hosts }) => response && hosts.length).map(({ id }) => id);
    expect(Object.keys(BODIES)).toEqual(expect.arrayContaining(precise));
  });

  const known = networks.filter(({ id }) => BODIES[id]);
  it.each(known)('$id: says the same however it is wrapped, guarded, indented, and among how many lines', async (network) => {
    const meant = BODIES[network.id];
    if (!meant) throw new Error(network.id);
    // A network of any host knows its pages by their marks, which the empty page lacks.
    const surface = network.surface(new URL(meant.url), page) ?? { kind: 'profile' as const, handle: null };
    const at = contextOf(network, page, new URL(meant.url), surface, NOW);
    await fc.assert(
      fc.asyncProperty(
        fc.array(wrapping, { maxLength: 6 }),
        guard,
        fc.nat(2),
        fc.nat(2),
        fc.boolean(),
        async (wraps, lead, before, after, indented) => {
          const body = wraps.reduce((inside, wrap) => wrap(inside), meant.node);
          const alone = before + after === 0;
          const lines = [...Array(before).fill(OTHER), JSON.stringify(body, null, indented && alone ? 2 : 0), ...Array(after).fill(OTHER)];
          const { posts } = await receivedBy(network, [lead + lines.join('\r\n')], at, () => undefined);
          const [post] = posts.filter(({ id, aliases }) => id === meant.id || aliases.includes(meant.id));
          const values = Object.fromEntries(Object.entries(post?.metrics ?? {}).map(([name, { value }]) => [name, value]));
          expect(values).toEqual(meant.metrics);
          expect(posts).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
