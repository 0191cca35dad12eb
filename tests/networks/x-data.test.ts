// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PageContext } from '../../lib/networks/network';
import { x } from '../../lib/networks/x';
import { fixtures } from './fixture';

const at: PageContext = {
  url: new URL('https://x.com/HaldenTea'),
  surface: { kind: 'profile', handle: 'HaldenTea', tab: 'posts' },
  counts: { locale: 'en', display: 'truncates', significant: 2 },
  now: Date.UTC(2026, 5, 1),
};
const read = (body: unknown) => x.response?.(JSON.parse(JSON.stringify(body)), at) ?? [];
const values = (body: unknown) =>
  read(body).map((post) => [post.id, Object.fromEntries(Object.entries(post.metrics).map(([name, { value }]) => [name, value]))]);

const ID = '2027353015710646279';
const counts = { favorite_count: 9, retweet_count: 3, reply_count: 2, quote_count: 1, bookmark_count: 4 };
const all = { likes: 9, shares: 3, comments: 2, quotes: 1, saves: 4 };
const user = (screen_name: string) => ({ user_results: { result: { rest_id: '7', core: { screen_name } } } });
const tweet = (id: string, more = {}, legacy = {}) => ({
  rest_id: id,
  core: user('HaldenTea'),
  views: { count: '809', state: 'EnabledWithCount' },
  legacy: { ...counts, id_str: id, full_text: 'A quiet &amp; slow morning.', lang: 'en', ...legacy },
  ...more,
});
const entry = (result: unknown, more = {}) => ({ content: { itemContent: { tweet_results: { result }, ...more } } });

describe('posts in bodies', () => {
  test('today’s shape, wherever it stands', () => {
    const [post] = read({ a: [{ b: entry(tweet(ID)) }] });
    expect(post).toMatchObject({
      id: ID,
      author: 'HaldenTea',
      url: `https://x.com/HaldenTea/status/${ID}`,
      text: 'A quiet & slow morning.',
    });
    expect(post).toMatchObject({ language: 'en', format: 'text', metrics: { likes: { value: 9, from: 'response', as: 'exact' } } });
    expect(values(entry(tweet(ID)))).toEqual([[ID, { ...all, views: 809 }]]);
  });

  test.each([
    ['2022 to 2025', { rest_id: ID, core: { user_results: { result: { legacy: { screen_name: 'HaldenTea' } } } }, legacy: counts }],
    ['2021', { rest_id: ID, core: { user: { legacy: { screen_name: 'HaldenTea' } } }, legacy: counts }],
    ['the public interface', { id_str: ID, user: { id_str: '7', screen_name: 'HaldenTea' }, ...counts }],
    [
      'lists of posts and accounts',
      { tweets: { [ID]: { id_str: ID, user_id_str: '7', ...counts } }, users: { 7: { id_str: '7', screen_name: 'HaldenTea' } } },
    ],
    ['a post with limits', entry({ tweet: tweet(ID, { views: { state: 'Enabled' } }) })],
  ])('%s', (_, body) => {
    expect(values(body)).toEqual([[ID, all]]);
    expect(read(body)[0]?.author).toBe('HaldenTea');
  });

  test('the public interface’s second version', () => {
    const public_metrics = { retweet_count: 3, reply_count: 2, like_count: 9, quote_count: 1, bookmark_count: 4, impression_count: 809 };
    const users = [{ id: '7', username: 'HaldenTea', public_metrics: { followers_count: 1, tweet_count: 2, like_count: 5 } }];
    const repost = {
      id: '2027353015710646280',
      text: 'RT @HaldenTea: hi',
      author_id: '8',
      public_metrics: { ...public_metrics, like_count: 0 },
    };
    const body = { data: [{ id: ID, text: 'hi', author_id: '7', attachments: {}, public_metrics }, repost], includes: { users } };
    expect(values(body)).toEqual([[ID, { ...all, views: 809 }]]);
    expect(read(body)[0]).toMatchObject({ author: 'HaldenTea', format: null, text: 'hi' });
  });

  test('what has one of the two counts alone is a post, and has no other', () => {
    const user = { id_str: '7', screen_name: 'HaldenTea' };
    const { favorite_count, retweet_count } = counts;
    expect(values({ __typename: 'Tweet', id_str: ID, user, favorite_count, conversation_count: 30 })).toEqual([[ID, { likes: 9 }]]);
    expect(values([{ id_str: ID, user, retweet_count, text: 'Tea.' }])).toEqual([[ID, { shares: 3 }]]);
    expect(values({ id_str: '7', screen_name: 'HaldenTea', favourites_count: 9, statuses_count: 3 })).toEqual([]);
  });

  test('a repost has the numbers of the original, never its own', () => {
    const original = tweet('2011755237995446279', { core: user('NordicCup') });
    const wrapper = tweet(ID, {}, { favorite_count: 0, retweeted_status_result: { result: original } });
    expect(values(entry(wrapper))).toEqual([['2011755237995446279', { ...all, views: 809 }]]);
    expect(read(entry(wrapper))[0]).toMatchObject({ author: 'NordicCup', flags: { repost: true } });
    expect(read(entry(tweet(ID, {}, { favorite_count: 0, retweeted_status_result: {} })))).toEqual([]);
    expect(read(entry(tweet(ID, {}, { favorite_count: 0, full_text: 'RT @NordicCup: forty kettles' })))).toEqual([]);
  });

  test('a quoted post is a post of its own', () => {
    const quoted = tweet('2011755237995446279', { core: user('MiraVoss') }, { favorite_count: 500 });
    const quoting = tweet(ID, { quoted_status_result: { result: quoted } }, { is_quote_status: true });
    expect(read(entry(quoting)).map(({ id, flags, metrics }) => [id, flags.quote, metrics.likes?.value])).toEqual([
      [ID, true, 9],
      ['2011755237995446279', false, 500],
    ]);
  });

  test('what stands around a post marks it', () => {
    expect(read({ type: 'TimelinePinEntry', entry: entry(tweet(ID)) })[0]?.flags.pinned).toBe(true);
    expect(read(entry(tweet(ID), { promotedMetadata: { impressionId: '1' } }))[0]?.flags.promoted).toBe(true);
    expect(read(entry(tweet(ID, { content_disclosure: { advertising_disclosure: { is_paid_promotion: true } } })))[0]?.flags.paid).toBe(
      true,
    );
  });

  test('long texts, links, names', () => {
    const entities = {
      urls: [{ url: 'https://t.co/a1', display_url: 'halden.example/tea', expanded_url: 'https://halden.example/tea?utm_source=x' }],
      hashtags: [{ text: 'Tea' }],
      user_mentions: [{ screen_name: 'NordicCup' }],
    };
    const [post] = read(entry(tweet(ID, {}, { full_text: '@NordicCup See https://t.co/a1 #Tea', display_text_range: [11, 35], entities })));
    expect(post).toMatchObject({ text: 'See halden.example/tea #Tea', links: ['https://halden.example/tea'] });
    expect(post).toMatchObject({ hashtags: ['Tea'], mentions: ['NordicCup'] });
    const note = { note_tweet_results: { result: { text: 'The whole of it.' } } };
    expect(read(entry(tweet(ID, { note_tweet: note })))[0]?.text).toBe('The whole of it.');
  });

  test.each([null, -1, 1e300, '9', 1.5, {}, []])('%s is no count', (favorite_count) => {
    expect(values(entry(tweet(ID, { views: { count: 'many' } }, { favorite_count })))).toEqual([
      [ID, { shares: 3, comments: 2, quotes: 1, saves: 4 }],
    ]);
  });

  test('counts of an edited post that are split over its versions are left out', () => {
    expect(values(entry(tweet(ID, { views: {}, previous_counts: { favorite_count: 5, retweet_count: 0 } })))[0]?.[1]).not.toHaveProperty(
      'likes',
    );
  });

  test('hostile bodies throw nothing and take no time', () => {
    let deep: unknown = tweet(ID);
    for (let level = 0; level < 10_000; level += 1) deep = { deep };
    expect(x.response?.(deep, at)).toEqual([]);
    const odd =
      '{"__proto__": {"rest_id": "1"}, "rest_id": "12", "legacy": "x", "core": null, "views": 3, "favorite_count": [], "retweet_count": 1}';
    for (const body of [null, 'x', 7, [], [[[]]], { rest_id: {}, legacy: { favorite_count: 1, retweet_count: 1 } }])
      expect(read(body)).toEqual([]);
    expect(x.response?.(JSON.parse(odd), at).map(({ metrics }) => metrics.likes)).toEqual([undefined]);
    expect(read(Array.from({ length: 50_000 }, () => ({ a: { b: { c: 1 } } })))).toEqual([]);
  });
});

describe('the account in bodies', () => {
  const account = (body: unknown) => x.responseAccount?.(body, at);
  const today = {
    rest_id: '215500001',
    core: { screen_name: 'haldentea', name: 'Halden Tea' },
    relationship_counts: { followers: 182_615, following: 334 },
    tweet_counts: { tweets: 25_391 },
    verification: { verified: false },
    is_blue_verified: true,
    professional: { category: [{ name: 'Tea room' }] },
    profile_bio: {
      description: 'Tea, slowly.',
      entities: { url: { urls: [{ expanded_url: 'https://halden.example/?utm_source=x' }] } },
    },
  };

  test('in full', () => {
    expect(account({ data: { user: { result: today } } })).toMatchObject({
      ...{ nativeId: '215500001', name: 'Halden Tea', verified: true, category: 'Tea room', bio: 'Tea, slowly.' },
      ...{ link: 'https://halden.example/', followers: { value: 182_615 }, following: { value: 334 }, posts: { value: 25_391 } },
    });
    const older = { rest_id: '215500001', legacy: { screen_name: 'HaldenTea', followers_count: 12, friends_count: 3, verified: false } };
    expect(account(older)).toMatchObject({ followers: { value: 12 }, verified: false });
  });

  test('of others, or without a count, it says nothing', () => {
    expect(account({ ...today, core: { screen_name: 'MiraVoss' } })).toBeNull();
    expect(account({ ...today, relationship_counts: { followers: -1 } })).toBeNull();
  });
});

test('a body sharpens the posts of a page, and adds none', async () => {
  const fixture = fixtures('x').find(({ name }) => name === 'profile-pt-br');
  if (!fixture) throw new Error('no fixture');
  const [first] = fixture.expected.posts;
  const body = JSON.stringify([tweet(String(first?.id), { views: {} }, { favorite_count: 22_041 }), tweet(ID)]);
  const outcome = await readPage(x, fixture.document, fixture.url, fixture.now, { bodies: [body] });
  if (!outcome.ok) throw new Error(outcome.refusal);
  expect(outcome.capture.posts.map(({ id }) => id)).toEqual(fixture.expected.posts.map(({ id }) => id));
  expect(outcome.capture.posts[0]?.metrics.quotes).toMatchObject({ value: 1, from: 'response' });
});
