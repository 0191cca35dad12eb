// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { contextOf, readPage } from '../../lib/capture/read-page';
import type { PostReading } from '../../lib/model/capture';
import type { MetricName } from '../../lib/model/vocabulary';
import { pinterest } from '../../lib/networks/pinterest';
import { type Fixture, fixtures, readFixture } from './fixture';

const fixture = (name: string): Fixture => {
  const found = fixtures('pinterest').find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};
const changed = (page: Fixture, change: (html: string) => string): Fixture => ({
  ...page,
  document: new DOMParser().parseFromString(change(page.document.documentElement.outerHTML), 'text/html'),
});
const blank = () => new DOMParser().parseFromString('<main></main>', 'text/html');
const at = (address: string, handle: string | null = null) => {
  const url = new URL(address);
  const surface = pinterest.surface(url, blank()) ?? { kind: 'feed' as const, handle };
  return contextOf(pinterest, blank(), url, surface, Date.UTC(2026, 2, 15));
};

describe('pages', () => {
  test.each(fixtures('pinterest').map((page) => [page.name, page] as const))('%s', async (_, page) => {
    const { account, posts } = await readFixture(pinterest, page);
    expect(account).toEqual(page.expected.account);
    expect(posts).toEqual(page.expected.posts);
  });

  test('a pin under a code in place of its number is counted as unreadable, and former screens not at all', async () => {
    const { document, url, now } = fixture('search-ko-former');
    const outcome = await readPage(pinterest, document, url, now);
    expect(outcome.ok && outcome.capture.coverage).toMatchObject({ seen: 4, read: 3, unreadable: 1 });
  });

  test('comments say when and whether the maker wrote them, and not who did', async () => {
    const { document, url, now } = fixture('pin-de-stale-data');
    const outcome = await readPage(pinterest, document, url, now);
    const comments = outcome.ok ? outcome.capture.comments : [];
    expect(comments?.map(({ byAccount, text }) => [byAccount, text])).toEqual([
      [false, 'Welches Öl nehmt ihr?'],
      [true, 'Leinöl, zweimal.'],
    ]);
    expect(comments?.[0]?.published).toMatchObject({ from: 'relative', high: now - 14 * 86_400_000 });
  });

  test('data of a former pin says nothing of the one that is shown', () => {
    const { document, url, now } = fixture('pin-de-stale-data');
    const surface = pinterest.surface(url, document) ?? expect.fail();
    expect(pinterest.embedded?.(document, contextOf(pinterest, document, url, surface, now))).toEqual([]);
  });
});

describe('bodies', () => {
  const pin = (more: object) => ({ id: '101000000000000001', type: 'pin', image_signature: 'a', pinner: { username: 'kiosk' }, ...more });
  const read = (body: unknown) => pinterest.response?.(body, at('https://www.pinterest.com/kiosk/')) ?? [];
  const metrics = (more: object) => read({ resource_response: { data: [pin(more)] } })[0]?.metrics;

  test('pins are found by their shape, wherever they stand', () => {
    const posts = read({
      resource_response: { data: { results: [{ objects: [pin({ reaction_counts: { 1: 3, 13: 4 }, share_count: 2 })] }] } },
    });
    expect(posts).toHaveLength(1);
    expect(posts[0]).toMatchObject({
      id: '101000000000000001',
      author: 'kiosk',
      metrics: { likes: { value: 7, as: 'exact', from: 'response' } },
    });
    expect(read([{ data: { node: pin({ id: 'UGlu', entityId: '101000000000000002' }) } }])[0]?.id).toBe('101000000000000002');
    const sums = { entityId: '5200000000000000001', aggregatedStats: { saves: 23 }, commentCount: 3 };
    expect(
      read({ data: { entityId: '101000000000000003', aggregatedPinData: sums } }).map(({ id, metrics: m }) => [id, m.saves?.value]),
    ).toEqual([['101000000000000003', 23]]);
    expect(read({ data: { type: 'aggregatedcomment', id: '101000000000000004', aggregated_pin_data: sums } })).toEqual([]);
  });

  test('saves are those of the picture, not of the one copy; an empty tally is no zero', () => {
    expect(metrics({ repin_count: 71, aggregated_pin_data: { aggregated_stats: { saves: 1435 } } })?.saves?.value).toBe(1435);
    expect(metrics({ repin_count: 71 })?.saves).toBeUndefined();
    expect(metrics({ reaction_counts: {} })?.likes).toBeUndefined();
    expect(metrics({ reactionCountsData: [] })?.likes?.value).toBe(0);
    expect(metrics({ totalReactionCount: 65, reactionCountsData: [{ reactionType: 1, reactionCount: 66 }] })?.likes?.value).toBe(65);
  });

  test.each([['12'], [-1], [1.5], [1e300], [Number.NaN], [null], [{}], [[5]]])('a count of %j is read for sure or not at all', (value) => {
    const found = metrics({ share_count: value, comment_count: value, reaction_counts: { 1: value } });
    expect([found?.shares?.value, found?.comments?.value, found?.likes?.value].map((each) => each ?? null)).toEqual(
      value === '12' ? [12, 12, 12] : [null, null, null],
    );
  });

  test('reactions are the total, wherever it is said: the kinds of reaction need not sum up to it', () => {
    const kinds = pin({ reaction_counts_data: [{ reaction_count: 3 }, { reaction_count: 63 }] });
    expect(read([kinds])[0]?.metrics.likes?.value).toBe(66);
    expect(read([kinds, pin({ total_reaction_count: 65 })])[0]?.metrics.likes?.value).toBe(65);
    expect(read([pin({ total_reaction_count: 65 }), kinds])[0]?.metrics.likes?.value).toBe(65);
  });

  test('hostile bodies are survived: depth, prototypes, people and boards in place of pins', () => {
    let deep: unknown = pin({ share_count: 1 });
    for (let level = 0; level < 10_000; level++) deep = { deep };
    expect(read(deep)).toEqual([]);
    expect(read(JSON.parse('{"__proto__":{"pinner":{"username":"a"},"id":"101000000000000009"},"id":"1"}'))).toHaveLength(1);
    expect(read({ type: 'board', id: '101000000000000003', pinner: { username: 'kiosk' }, image_signature: 'x' })).toEqual([]);
    expect(read({ type: 'user', id: '101000000000000004', username: 'kiosk' })).toEqual([]);
    for (const body of [null, 5, 'x', [], { pinner: 3, id: {} }, { id: '101000000000000005', pinner: { username: 7 } }])
      expect(() => read(body)).not.toThrow();
  });

  test('the account’s own numbers, and nobody else’s', () => {
    const user = { type: 'user', id: '10100000000000001', username: 'Kiosk', full_name: 'Kiosk 9', follower_count: 1204, pin_count: 88 };
    const account = (handle: string) =>
      pinterest.responseAccount?.({ resource_response: { data: user } }, at(`https://www.pinterest.com/${handle}/`));
    expect(account('kiosk')).toMatchObject({
      nativeId: '10100000000000001',
      name: 'Kiosk 9',
      followers: { value: 1204, from: 'response' },
    });
    expect(account('kiosk2')).toBeNull();
  });
});

describe('addresses', () => {
  const surface = (address: string) => pinterest.surface(new URL(address), blank());
  const post = { kind: 'post', handle: null, postId: '165366617561100485' };
  const profile = (tab: string) => ({ kind: 'profile', handle: 'casaipe', tab });
  test.each([
    ['https://www.pinterest.com/pin/165366617561100485/', post],
    ['https://pinterest.com/pin/165366617561100485?mt=login#x', post],
    ['https://BR.pinterest.com/pin/um-banco--165366617561100485/', post],
    ['https://www.pinterest.co.uk/pin/165366617561100485/', post],
    ['https://www.pinterest.de/PIN/165366617561100485/', post],
    ['https://www.pinterest.com/pin/165366617561100485/analytics/', null],
    ['https://www.pinterest.com/pin/AbCdEfGhIjKlMnOpQrStUvWxYz01/', null],
    ['https://www.pinterest.com/casaipe/', profile('profile')],
    ['https://www.pinterest.fr/casaipe', profile('profile')],
    ['https://www.pinterest.com/casaipe/_created/', profile('created')],
    ['https://www.pinterest.com/casaipe/_saved', profile('saved')],
    ['https://www.pinterest.com/casaipe/salas-e-quartos/', profile('board')],
    ['https://www.pinterest.com/casaipe/salas/luz/', profile('board')],
    ['https://www.pinterest.com/casaipe/followers/', null],
    ['https://www.pinterest.com/', { kind: 'feed', handle: null, tab: 'home' }],
    ['https://www.pinterest.com/ideas/art/961238559656/', { kind: 'feed', handle: null, tab: 'ideas' }],
    ['https://www.pinterest.com/today/', { kind: 'feed', handle: null, tab: 'today' }],
    ['https://www.pinterest.com/search/pins/?q=oak', { kind: 'search', handle: null }],
    ['https://www.pinterest.com/settings/', null],
    ['https://www.pinterest.com/notifications/', null],
    ['https://www.pinterest.com/_tools/', null],
    ['https://www.pinterest.com/pin-creation-tool/', null],
    ['https://notpinterest.com/casaipe/', null],
    ['https://www.pinterest.com.evil.example/casaipe/', null],
  ])('%s', (address, expected) => expect(surface(address)).toEqual(expected));
});

describe('changed pages', () => {
  const names = new Set(
    fixtures('pinterest').flatMap(({ document }) =>
      [...document.querySelectorAll('[data-test-id]')].map((element) => element.getAttribute('data-test-id') ?? ''),
    ),
  );
  const postsOf = async (page: Fixture): Promise<PostReading[]> => {
    const outcome = await readPage(pinterest, page.document, page.url, page.now);
    return outcome.ok ? outcome.capture.posts : [];
  };
  const compare = (posts: PostReading[], truths: PostReading[]) => {
    for (const post of posts) {
      const truth = truths.find(({ id }) => id === post.id);
      for (const [metric, { value }] of Object.entries(post.metrics)) {
        if (value !== null) expect(value, `${post.id} ${metric}`).toBe(truth?.metrics[metric as MetricName]?.value);
      }
    }
  };

  test.each([...names])('without the name %s there is no wrong number', async (name) => {
    for (const page of fixtures('pinterest')) {
      compare(
        await postsOf(changed(page, (html) => html.replaceAll(`data-test-id="${name}"`, 'data-test-id="gone"'))),
        page.expected.posts,
      );
    }
  });

  test.each(['reactions-count', 'aggregated-reactions-container'])('reactions are read under the name %s', async (name) => {
    const page = changed(fixture('pin-pt-br'), (html) =>
      html
        .replace('data-test-id="reactions-count-button"', `data-test-id="${name}"`)
        .replaceAll('"totalReactionCount": 1234, ', '')
        .replace('data-test-id="closeup-container"', 'data-test-id="closeup-body-portrait"'),
    );
    expect((await postsOf(page))[0]?.metrics).toMatchObject({
      likes: { value: 1200, as: 'rounded', from: 'text' },
      comments: { value: 4 },
    });
  });

  test('two counts of one name are none', async () => {
    const page = changed(fixture('pin-de-stale-data'), (html) =>
      html.replace('<div data-test-id="share-button">', '<div data-test-id="Reaction">7</div><div>'),
    );
    expect((await postsOf(page))[0]?.metrics.likes).toMatchObject({ as: 'unread', value: null });
  });

  test('a card that leads to two pins is neither', async () => {
    const page = changed(fixture('search-ko-former'), (html) =>
      html.replace('data-test-pin-id="801000000000000001"', 'data-test-pin-id="801000000000000055"'),
    );
    expect((await postsOf(page)).map(({ id }) => id)).toEqual(['801000000000000002', '801000000000000003']);
  });
});
