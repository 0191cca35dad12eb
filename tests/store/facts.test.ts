import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../lib/ingest';
import type { CommentReading, PostReading } from '../../lib/model/capture';
import { exact, unread } from '../../lib/reading/readings';
import { db } from '../../lib/store/db';
import { eraseAccount, eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import type { Entry } from '../../lib/store/journal';
import { accountSightings, listAccounts, postRecords, rollupsOf, snapshotsOf } from '../../lib/store/queries';
import { writeAll } from '../../lib/store/write-all';
import { capture, DAY, NOW, post } from './build';

beforeEach(() => eraseEverything());

const comment = (over: Partial<CommentReading> = {}): CommentReading => ({
  ...{ id: 'c1', published: null, byAccount: false, replyTo: null, likedByAccount: null, text: 'Où l’acheter ?' },
  ...over,
});
const likes = (value: number) => ({ metrics: { likes: exact(value, 'label') } });

describe('facts', () => {
  it('of a post are kept as last read, and older sightings fill what newer ones do not say', async () => {
    await ingest(capture('a', [post('1', { hashtags: ['lune'], links: ['https://a.example/'], language: 'fr' })]));
    await ingest(capture('b', [post('1', { hashtags: ['soleil'] })], { takenAt: NOW + DAY }));
    await ingest(capture('c', [post('1', { hashtags: ['vieux'], mentions: ['brume'] })], { takenAt: NOW - DAY }));
    expect((await postRecords(['x:lumen']))[0]).toMatchObject({
      hashtags: ['soleil'],
      links: ['https://a.example/'],
      language: 'fr',
      mentions: ['brume'],
    });
  });

  it('of an account come from its newest page', async () => {
    const { account } = capture('a', []);
    const profile = { verified: true, bio: 'Cafés', link: 'https://lumen.example/', posts: exact(40, 'text') };
    await ingest(capture('a', [post('1')], { account: { ...account, ...profile } }));
    await ingest(capture('c', [post('1')], { account: { ...account, posts: unread() }, takenAt: NOW + DAY }));
    await ingest(capture('b', [post('1')], { account: { ...account, bio: 'Old', category: 'Shop' }, takenAt: NOW - DAY }));
    expect((await listAccounts())[0]).toMatchObject({ ...profile, category: 'Shop' });
  });

  it('of language come from the page, else from the detector, else from nowhere', async () => {
    const languageOf = async (text: string) => (text === 'unsure' ? null : 'de');
    const posts = [post('1', { language: 'fr' }), post('2'), post('3', { text: 'unsure' })];
    await ingest(capture('a', posts), { languageOf });
    expect((await postRecords(['x:lumen'])).map(({ language }) => language)).toEqual(['fr', 'de', undefined]);
  });
});

describe('comments', () => {
  const onPost = (id: string, comments: CommentReading[]) =>
    capture(id, [post('1')], { comments, surface: { kind: 'post', handle: 'lumen', postId: '1' } });

  it('are kept without what was said and by whom: whether it asks, when, in which language', async () => {
    const all = [
      comment(),
      comment({ id: 'c2', text: 'Merci beaucoup', byAccount: true, replyTo: 'c1' }),
      comment({ id: 'c3', text: 'see x.example/?a=1' }),
    ];
    await ingest(onPost('a', all), { languageOf: async () => 'fr' });
    const [record] = await db.comments.toArray();
    expect(record).toMatchObject({ id: 'a', postKey: 'x:1', accountKey: 'x:lumen', takenAt: NOW });
    expect(
      record?.comments.map(({ id, question, byAccount, replyTo, language }) => ({ id, question, byAccount, replyTo, language })),
    ).toEqual([
      { id: 'c1', question: true, byAccount: false, replyTo: null, language: 'fr' },
      { id: 'c2', question: false, byAccount: true, replyTo: 'c1', language: 'fr' },
      { id: 'c3', question: false, byAccount: false, replyTo: null, language: 'fr' },
    ]);
    expect(JSON.stringify(record)).not.toMatch(/acheter|Merci|text/);
  });

  it('go with their capture and with their account', async () => {
    await ingest(onPost('a', [comment()]));
    await ingest(onPost('b', [comment()]));
    await eraseSnapshot('a');
    expect((await db.comments.toArray()).map(({ id }) => id)).toEqual(['b']);
    await eraseAccount('x:lumen');
    expect(await db.comments.count()).toBe(0);
  });

  it('ask in the scripts of the world', async () => {
    const texts = ['いくらですか？', 'متى يفتح؟', 'Quando? ', 'Really?!', '« Vraiment ? »', 'no question', '?x=1 is a query'];
    await ingest(
      onPost(
        'a',
        texts.map((text) => comment({ text })),
      ),
    );
    expect((await db.comments.get('a'))?.comments.map(({ question }) => question)).toEqual([true, true, true, true, true, false, false]);
  });
});

describe('doubts', () => {
  it('are raised by a count that falls by half, a date in the future and more likes than views; the readings stay', async () => {
    await ingest(capture('a', [post('1', likes(1000)), post('2', likes(10)), post('3', likes(500))]));
    const future = { value: NOW + 9 * DAY, low: NOW + 9 * DAY, high: NOW + 9 * DAY, from: 'attribute' as const };
    const answer = await ingest(
      capture(
        'b',
        [
          post('1', likes(400)),
          post('2', likes(1)),
          post('3', likes(499)),
          post('4', { published: future }),
          post('5', { metrics: { likes: exact(90, 'label'), views: exact(30, 'label') } }),
        ],
        { takenAt: NOW + DAY },
      ),
    );
    expect(answer).toMatchObject({ saved: true, doubts: 3 });
    const [latest] = await snapshotsOf('x:lumen');
    expect(latest?.doubts).toEqual([
      { postKey: 'x:1', kind: 'fell', metric: 'likes', before: 1000, now: 400 },
      { postKey: 'x:4', kind: 'future', before: NOW + DAY, now: NOW + 9 * DAY },
      { postKey: 'x:5', kind: 'beyond-views', metric: 'likes', before: 30, now: 90 },
    ]);
  });

  it('are not raised by an older capture that comes in later', async () => {
    await ingest(capture('a', [post('1', likes(1000))]));
    expect(await ingest(capture('b', [post('1', likes(100))], { takenAt: NOW - 2 * DAY }))).toMatchObject({ doubts: 0 });
  });
});

describe('many captures at once', () => {
  const entryOf = (id: string, handle: string, posts: PostReading[], takenAt: number) => {
    const { comments: _, ...kept } = capture(id, posts, { takenAt });
    return { capture: kept, comments: [], accountKey: `x:${handle}`, rejects: [], sample: false };
  };
  async function* each(entries: ReturnType<typeof entryOf>[]): AsyncGenerator<[string, Entry]> {
    for (const entry of entries) yield [entry.capture.id, entry];
  }

  it('come to what they come to one by one, also where a worker that was ended had one of them on its way', async () => {
    const entries = [1, 2, 3].flatMap((day) =>
      ['lumen', 'nord'].map((handle) => entryOf(`${handle}${day}`, handle, [post('1', likes(day)), post(`${day}`)], NOW + day * DAY)),
    );
    for (const { capture: one, accountKey } of entries) await ingest({ ...one, account: { ...one.account, handle: accountKey.slice(2) } });
    const known = async () => [await rollupsOf(['x:lumen', 'x:nord']), (await listAccounts()).map(({ snapshots }) => snapshots)];
    const expected = await known();
    await eraseEverything();
    // The account and a capture of it come in after the work has looked what is there.
    const late = async function* () {
      yield* each(entries.slice(0, 5));
      await writeAll(each(entries.slice(0, 1)), () => undefined);
      yield* each(entries.slice(5));
    };
    await writeAll(late(), () => undefined);
    expect(await known()).toEqual(expected);
  });
});

describe('what captures say of an account', () => {
  it('is there for each capture, oldest first, without its posts, and a damaged one is left out', async () => {
    const { account } = capture('a', []);
    const onPost = { surface: { kind: 'post', handle: 'lumen', postId: '1' } as const, takenAt: NOW + 2 * DAY };
    await ingest(capture('b', [post('1')], { account: { ...account, bio: 'Cafés et thés' }, takenAt: NOW + DAY, locale: 'fr' }));
    await ingest(capture('a', [post('1')], { account: { ...account, bio: 'Cafés', link: 'https://lumen.example/' } }));
    await ingest(capture('c', [post('1')], onPost));
    const sightings = await accountSightings(['x:lumen', 'x:lumen', 'x:nobody']);
    expect(sightings.map(({ takenAt, surface, locale, account: { bio } }) => [takenAt, surface, locale, bio])).toEqual([
      [NOW, 'profile', 'en', 'Cafés'],
      [NOW + DAY, 'profile', 'fr', 'Cafés et thés'],
      [NOW + 2 * DAY, 'post', 'en', undefined],
    ]);
    expect(sightings[0]).toMatchObject({ url: 'https://x.com/lumen', adapter: 1, account: { link: 'https://lumen.example/' } });
    expect(JSON.stringify(sightings)).not.toContain('post 1');
    await db.snapshots.update('a', { packed: new ArrayBuffer(40) });
    expect((await accountSightings(['x:lumen'])).map(({ takenAt }) => takenAt)).toEqual([NOW + DAY, NOW + 2 * DAY]);
  });
});
