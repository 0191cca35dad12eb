// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { bluesky } from '../../lib/networks/bluesky';
import type { PageContext } from '../../lib/networks/network';

const HANDLE = 'kestrel-kettles.bsky.social';
const DID = 'did:plc:kestrelkettlesbskysocial';
const KEY = '3mzukrww3222u';
const at: PageContext = {
  url: new URL(`https://bsky.app/profile/${HANDLE}`),
  surface: { kind: 'profile', handle: HANDLE },
  counts: { locale: 'en', display: 'truncates', significant: 2 },
  now: Date.UTC(2026, 10, 22),
};
const read = (body: unknown) => bluesky.response?.(body, at) ?? [];
const counts = { likeCount: 12, replyCount: 3, repostCount: 5, quoteCount: 2, bookmarkCount: 1 };
const post = (more = {}, record = {}) => ({
  uri: `at://${DID}/app.bsky.feed.post/${KEY}`,
  author: { did: DID, handle: HANDLE },
  record: { text: 'Boiling. #Kettle', createdAt: '2026-11-09T09:00:00.000Z', langs: ['en'], ...record },
  ...counts,
  ...more,
});
const metrics = (body: unknown) =>
  Object.fromEntries(Object.entries(read(body)[0]?.metrics ?? {}).map(([name, { value }]) => [name, value]));

describe('posts in bodies', () => {
  test('shares are reposts and quotes, as the button shows them', () => {
    expect(metrics({ feed: [{ post: post() }] })).toEqual({ likes: 12, comments: 3, shares: 7, quotes: 2, saves: 1 });
    expect(read({ thread: [{ value: { post: post() } }] })[0]).toMatchObject({
      ...{ id: KEY, author: HANDLE, url: `https://bsky.app/profile/${HANDLE}/post/${KEY}`, text: 'Boiling. #Kettle' },
      ...{ language: 'en', hashtags: ['Kettle'], format: 'text', aliases: [`at://${DID}/app.bsky.feed.post/${KEY}`] },
    });
  });

  test('before quotes were counted the button showed reposts alone; a count that is none leaves its number unknown', () => {
    expect(metrics(post({ quoteCount: undefined, bookmarkCount: undefined }))).toEqual({ likes: 12, comments: 3, shares: 5 });
    for (const quoteCount of [null, -1, '2', Number.NaN])
      expect(metrics(post({ quoteCount, bookmarkCount: undefined }))).toEqual({ likes: 12, comments: 3 });
    expect(metrics(post({ repostCount: undefined }))).toEqual({ likes: 12, comments: 3, quotes: 2, saves: 1 });
  });

  test.each([null, -1, 1e300, '12', Number.NaN])('%s is no count', (likeCount) => {
    expect(metrics(post({ likeCount }))).not.toHaveProperty('likes');
  });

  test('a quoted post is a post of its own, and a list is none', () => {
    const quoted = {
      uri: 'at://did:plc:lumen/app.bsky.feed.post/3mwuvpo6c222u',
      author: { handle: 'lumen.example' },
      value: { text: 'Light.' },
    };
    const embed = { $type: 'app.bsky.embed.record#view', record: { ...quoted, ...counts, likeCount: 500 } };
    const found = read(post({ embed }));
    expect(found.map(({ id, text, flags, metrics: { likes } }) => [id, text, flags.quote, likes?.value])).toEqual([
      [KEY, 'Boiling. #Kettle', true, 12],
      ['3mwuvpo6c222u', 'Light.', false, 500],
    ]);
    expect(read({ ...post(), uri: `at://${DID}/app.bsky.feed.generator/tea` })).toEqual([]);
  });

  test('why a post is in a feed', () => {
    const by = { did: 'did:plc:other' };
    const flags = (reason: unknown) => read({ feed: [{ post: post(), reason }] })[0]?.flags;
    expect(flags({ $type: 'app.bsky.feed.defs#reasonPin' })).toMatchObject({ pinned: true, repost: false });
    expect(flags({ $type: 'app.bsky.feed.defs#reasonRepost', by })).toMatchObject({ pinned: false, repost: true });
    expect(flags({ $type: 'app.bsky.feed.defs#reasonRepost', by: { did: DID } })?.repost).toBe(false);
    expect(read(post({}, { reply: { parent: {} } }))[0]?.flags.reply).toBe(true);
  });

  test.each([
    [{ $type: 'app.bsky.embed.images#view', images: [{}] }, 'image'],
    [{ $type: 'app.bsky.embed.images#view', images: [{}, {}] }, 'carousel'],
    [{ $type: 'app.bsky.embed.video#view' }, 'video'],
    [{ $type: 'app.bsky.embed.external#view', external: { uri: 'https://a.example/' } }, 'link'],
    [{ $type: 'app.bsky.embed.recordWithMedia#view', media: { $type: 'app.bsky.embed.images#view', images: [{}] } }, 'image'],
    [{ $type: 'app.bsky.embed.hologram#view' }, null],
  ])('%j is %s', (embed, format) => expect(read(post({ embed }))[0]?.format).toBe(format));

  test('hostile bodies throw nothing', () => {
    let deep: unknown = post();
    for (let level = 0; level < 10_000; level += 1) deep = [deep];
    for (const body of [deep, null, 7, 'x', { uri: [], likeCount: 1 }, { ...post(), author: null }]) expect(read(body)).toEqual([]);
    expect(read({ ...post(), record: 'x', embed: [], embeds: 3 })).toHaveLength(1);
  });
});

test('the account of the page, and no other', () => {
  const profile = {
    ...{ did: DID, handle: HANDLE, displayName: 'Kestrel Kettles', description: 'Kettles.', website: 'https://kestrel.example/?fbclid=1' },
    ...{ followersCount: 1_234_567, followsCount: 321, postsCount: 12_987, verification: { verifiedStatus: 'valid' } },
  };
  expect(bluesky.responseAccount?.({ a: [profile] }, at)).toMatchObject({
    ...{ nativeId: DID, followers: { value: 1_234_567, from: 'response' }, following: { value: 321 }, posts: { value: 12_987 } },
    ...{ verified: true, bio: 'Kettles.', link: 'https://kestrel.example/', name: 'Kestrel Kettles' },
  });
  expect(bluesky.responseAccount?.({ ...profile, handle: 'lumen.example' }, at)).toBeNull();
  expect(bluesky.responseAccount?.({ ...profile, followersCount: -1 }, at)).toBeNull();
});
