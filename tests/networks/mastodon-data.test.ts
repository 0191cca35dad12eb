// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { mastodon } from '../../lib/networks/mastodon';
import type { PageContext } from '../../lib/networks/network';

const at = (handle: string | null = null): PageContext => ({
  url: new URL('https://lune.example/@atelier'),
  surface: { kind: 'profile', handle },
  counts: { locale: 'en', display: 'either', significant: 2 },
  now: Date.UTC(2026, 10, 20),
});
const read = (body: unknown) => mastodon.response?.(body, at()) ?? [];
const account = {
  id: '7',
  acct: 'atelier',
  display_name: 'Atelier Lune',
  followers_count: 4812,
  following_count: 31,
  statuses_count: 900,
  note: '<p>Soap &amp; wax.</p>',
};
const status = {
  id: '117643817779200012',
  created_at: '2026-11-19T15:30:00.000Z',
  url: 'https://lune.example/@atelier/117643817779200012',
  uri: 'https://lune.example/users/atelier/statuses/117643817779200012',
  in_reply_to_id: null,
  language: 'fr',
  content:
    '<p>Bonjour <a href="https://lune.example/tags/savon" class="mention hashtag" rel="tag">#<span>savon</span></a><br>12 likes, <a href="https://shop.example/?utm_source=m">ici</a></p>',
  replies_count: 4,
  reblogs_count: 10,
  favourites_count: 1234567,
  quotes_count: 3,
  reblog: null,
  quote: null,
  media_attachments: [],
  mentions: [],
  account,
};

describe('what a page receives', () => {
  it('counts boosts and quotes as the button does, in whatever the post is wrapped', () => {
    for (const body of [status, [status], { descendants: [], ancestors: [status] }, { data: { deep: [[{ statuses: [status] }]] } }]) {
      const [post, ...others] = read(body);
      expect(others).toEqual([]);
      expect(post).toMatchObject({
        id: 'lune.example/117643817779200012',
        author: 'atelier@lune.example',
        format: 'text',
        language: 'fr',
        hashtags: ['savon'],
        links: ['https://shop.example/'],
        flags: { repost: false, quote: false, reply: false },
        metrics: {
          likes: { value: 1234567, as: 'exact', from: 'response' },
          comments: { value: 4 },
          shares: { value: 13 },
          quotes: { value: 3 },
        },
      });
      expect(post?.text).toBe('Bonjour #savon 12 likes, ici');
    }
  });

  it('counts boosts alone for versions that know no quotes', () => {
    const { quotes_count: _, ...older } = status;
    expect(read(older)[0]?.metrics).toMatchObject({ shares: { value: 10 } });
    expect(read(older)[0]?.metrics.quotes).toBeUndefined();
  });

  it('knows ids that are numbers, as until 2.0, or have letters, as on servers of other kinds', () => {
    for (const [id, known] of [
      [5120, 'lune.example/5120'],
      ['AbQ3xTz9', 'lune.example/AbQ3xTz9'],
    ])
      expect(read({ ...status, id })[0]).toMatchObject({ id: known, metrics: { likes: { value: 1234567 } } });
    for (const id of [-1, 1.5, 2 ** 60, '', 'a/b', '../1', null, ['1'], true]) expect(read({ ...status, id })).toEqual([]);
  });

  it('reads the boosted post for its boost, whose own counts are zero, and names its original', () => {
    const original = {
      ...status,
      id: '42',
      url: 'https://far.example/@rui/991',
      uri: 'https://far.example/users/rui/statuses/991',
      account: { ...account, acct: 'rui@far.example' },
    };
    const boost = {
      ...status,
      id: '43',
      url: 'https://lune.example/users/atelier/statuses/43/activity',
      replies_count: 0,
      reblogs_count: 0,
      favourites_count: 0,
      reblog: original,
    };
    const posts = read([boost]);
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({
      id: 'lune.example/42',
      aliases: ['far.example/991'],
      author: 'rui@far.example',
      flags: { repost: true },
      metrics: { likes: { value: 1234567 } },
    });
  });

  it('keeps the numbers of a quoted post its own', () => {
    const quoted = { ...status, id: '44', favourites_count: 5, account: { ...account, acct: 'rui@far.example' } };
    const posts = read({ ...status, quote: { state: 'accepted', quoted_status: quoted } });
    expect(posts.map(({ id, flags, metrics }) => [id, flags.quote, metrics.likes?.value])).toEqual([
      ['lune.example/117643817779200012', true, 1234567],
      ['lune.example/44', false, 5],
    ]);
  });

  it('leaves out counts that are no counts, and never throws', () => {
    for (const bad of ['12', -1, Number.NaN, 1e300, 1.5, null, {}, [], true]) {
      const [post] = read({ ...status, favourites_count: bad, reblogs_count: bad, replies_count: bad });
      expect(post?.metrics).toEqual({ quotes: expect.objectContaining({ value: 3 }) });
      expect(read({ ...status, quotes_count: bad })[0]?.metrics.shares).toBeUndefined();
    }
    for (const body of [
      null,
      1,
      'x',
      [],
      {},
      { account: null },
      { ...status, id: 5 },
      { ...status, account: 'x' },
      { ...status, id: '../1' },
      JSON.parse('{"__proto__":{"id":"1","account":{"acct":"x"},"created_at":"2026","favourites_count":1}}'),
    ])
      expect(() => read(body)).not.toThrow();
    for (const name of [
      'url',
      'uri',
      'content',
      'account',
      'card',
      'media_attachments',
      'mentions',
      'language',
      'quote',
      'reblog',
      'poll',
      'created_at',
    ])
      for (const value of [5, 'x'.repeat(50), [5, [null]], { a: null }, null, 'javascript:1'])
        expect(() => read({ ...status, [name]: value })).not.toThrow();
  });

  it('gives up on what is deep or large, in good time', () => {
    let deep: unknown = status;
    for (let level = 0; level < 10_000; level++) deep = { next: deep };
    expect(read(deep)).toEqual([]);
    const long = { ...status, content: `<p>${'a'.repeat(1_000_000)}</p>` };
    const started = performance.now();
    expect(read(Array.from({ length: 50 }, (_, index) => ({ ...long, id: `${index}` })))).toHaveLength(50);
    expect(read({ list: Array.from({ length: 500_000 }, () => ({})), status })).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('tells the page’s own account from others', () => {
    const known = (handle: string | null, body: unknown) => mastodon.responseAccount?.(body, at(handle)) ?? null;
    expect(known('Atelier@lune.example', [status])).toMatchObject({
      nativeId: '7',
      name: 'Atelier Lune',
      bio: 'Soap & wax.',
      followers: { value: 4812, as: 'exact', from: 'response' },
      posts: { value: 900 },
    });
    expect(known('rui@lune.example', [status])).toBeNull();
    expect(known('atelier@far.example', [status])).toBeNull();
    expect(known(null, [status])).toBeNull();
    expect(known('atelier@lune.example', { ...account, followers_count: -1 })).toBeNull();
  });
});

describe('data in a document whose scripts never ran', () => {
  const counter = (kind: string, count: unknown) => ({
    '@type': 'InteractionCounter',
    interactionType: `https://schema.org/${kind}Action`,
    userInteractionCount: count,
  });
  const data = {
    '@type': 'SocialMediaPosting',
    url: 'https://lune.example/@atelier/117643817779200012',
    datePublished: '2026-11-19T15:30:00Z',
    author: { '@type': 'Person', alternateName: 'atelier@lune.example', interactionStatistic: counter('Follow', 4812) },
    text: '<p>Bonjour</p>',
    interactionStatistic: [counter('Like', 12), counter('Share', 5), counter('Reply', 'many')],
  };
  const html = `<html lang="fr"><head><script type="application/ld+json">${JSON.stringify(data)}</script><script id="initial-state" type="application/json">{"meta":{"domain":"lune.example","version":"4.5.0"}}</script></head><body class="app-body"><div id="mastodon" class="app-holder"></div></body></html>`;
  const embedded = async (path: string) => {
    const outcome = await readPage(
      mastodon,
      new DOMParser().parseFromString(html, 'text/html'),
      new URL(path, 'https://lune.example'),
      at().now,
      { layers: ['embedded'] },
    );
    return outcome.ok ? outcome.capture : null;
  };

  it('is read for the post of the address alone, without shares, which it counts without quotes', async () => {
    const capture = await embedded('/@atelier/117643817779200012');
    expect(capture?.posts).toMatchObject([
      { id: 'lune.example/117643817779200012', text: 'Bonjour', metrics: { likes: { value: 12, from: 'embedded' } } },
    ]);
    expect(Object.keys(capture?.posts[0]?.metrics ?? {})).toEqual(['likes']);
    expect(capture?.account.followers).toMatchObject({ value: 4812 });
    expect(await embedded('/@atelier/117643817779200013')).toBeNull();
  });
});
