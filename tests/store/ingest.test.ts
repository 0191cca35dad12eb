import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../lib/ingest';
import { exact, rounded } from '../../lib/reading/readings';
import { db } from '../../lib/store/db';
import { eraseAccount, eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { listAccounts, observationsOf, postRecords, rollupsOf, snapshotsOf } from '../../lib/store/queries';
import { postKeysOf } from '../../lib/store/snapshots';
import { capture, DAY, NOW, post } from './build';

beforeEach(() => eraseEverything());

const dump = async () => {
  const accounts = await listAccounts();
  const keys = accounts.map(({ accountKey }) => accountKey);
  const [snapshots, posts, rollups, records] = await Promise.all([
    db.snapshots.toArray(),
    postRecords(keys),
    rollupsOf(keys),
    db.rollups.count(),
  ]);
  return { snapshots, posts, accounts, rollups, records };
};

describe('a capture', () => {
  it('is kept once, however often it is sent', async () => {
    const first = await ingest(capture('a', [post('1'), post('2')]));
    expect(first).toMatchObject({ saved: true, accountKey: 'x:lumen', kept: 2, rejected: 0, fresh: true });
    const before = await dump();
    expect(await ingest(capture('a', [post('1'), post('2')]))).toMatchObject({ saved: true, fresh: false });
    expect(await dump()).toEqual(before);
  });

  it('is refused whole, with the reason, when it is no capture', async () => {
    for (const bad of [null, 7, 'x', {}, { ...capture('a', []), takenAt: 'today' }, { ...capture('a', []), network: 'myspace' }]) {
      expect(await ingest(bad)).toMatchObject({ saved: false, reason: expect.stringMatching(/./) });
    }
    expect(await db.snapshots.count()).toBe(0);
  });

  it('loses a bad post and no other', async () => {
    const bad = { ...post('2'), metrics: { likes: { ...exact(5, 'label'), value: Number.NaN } } };
    const worse = post('3', { metrics: { likes: { ...rounded(5, 4, 6, 'label'), high: 2 } } });
    expect(await ingest({ ...capture('a', [post('1')]), posts: [post('1'), bad, worse, 'no post'] })).toMatchObject({
      saved: true,
      kept: 1,
      rejected: 3,
    });
    expect((await db.rejects.toArray()).map((reject) => reject.captureId)).toEqual(['a', 'a', 'a']);
    expect((await db.snapshots.toArray()).flatMap(postKeysOf)).toEqual(['x:1']);
    expect((await snapshotsOf('x:lumen'))[0]).toMatchObject({ n: 1, coverage: { read: 1, unreadable: 3 } });
  });

  it('of hundreds of posts is split into records that are found again as one', async () => {
    const posts = Array.from({ length: 450 }, (_, index) => post(String(index)));
    await ingest(capture('big', posts));
    expect((await db.snapshots.toArray()).map((record) => [record.id, postKeysOf(record).length])).toEqual([
      ['big', 200],
      ['big+1', 200],
      ['big+2', 50],
    ]);
    expect(await snapshotsOf('x:lumen')).toMatchObject([{ id: 'big', n: 450 }]);
    expect(await observationsOf('x:449', 'x:lumen')).toMatchObject([{ snapshotId: 'big' }]);
    await eraseSnapshot('big');
    expect(await db.snapshots.count()).toBe(0);
  });

  it('keeps the evidence of every reading', async () => {
    await ingest(capture('a', [post('1')]));
    await ingest(capture('b', [post('1', { metrics: { likes: exact(140, 'label', '140 likes') } })], { takenAt: NOW + DAY }));
    const [latest, first] = await observationsOf('x:1', 'x:lumen');
    expect(latest).toMatchObject({ snapshotId: 'b', pageUrl: 'https://x.com/lumen', metrics: { likes: { value: 140, raw: '140 likes' } } });
    expect(first?.metrics.comments).toEqual(rounded(1200, 1200, 1299, 'text', '1.2K'));
    expect(first?.metrics.shares).toMatchObject({ as: 'unread', value: null });
    expect(first?.metrics.views).toBeUndefined();
  });
});

describe('rollups', () => {
  it('hold each post once, as last observed, by month of publication', async () => {
    const october = { value: Date.UTC(2026, 9, 5), low: Date.UTC(2026, 9, 5), high: Date.UTC(2026, 9, 5), from: 'id' as const };
    await ingest(
      capture('b', [post('1', { metrics: { likes: exact(140, 'label'), comments: exact(7, 'label') } })], { takenAt: NOW + DAY }),
    );
    await ingest(capture('a', [post('1'), post('2', { published: october }), post('3', { published: null })]));
    const rollups = await rollupsOf(['x:lumen']);
    expect(rollups.map((rollup) => [rollup.month, rollup.posts.map((state) => state.postKey)])).toEqual([
      ['2026-10', ['x:2']],
      ['2026-11', ['x:1']],
      ['undated', ['x:3']],
    ]);
    expect(rollups[1]?.posts[0]).toMatchObject({ takenAt: NOW + DAY, metrics: { likes: { value: 140 } }, followers: { value: 12_345 } });
  });

  it('move a post when its date is known better', async () => {
    const about = { low: Date.UTC(2026, 9, 20), high: Date.UTC(2026, 10, 10), value: Date.UTC(2026, 9, 30), from: 'relative' as const };
    await ingest(capture('a', [post('1', { published: about })]));
    const exactDay = { low: Date.UTC(2026, 10, 2), high: Date.UTC(2026, 10, 2), value: Date.UTC(2026, 10, 2), from: 'embedded' as const };
    await ingest(capture('b', [post('1', { published: exactDay })], { takenAt: NOW + DAY }));
    const rollups = await rollupsOf(['x:lumen']);
    expect(rollups.map((rollup) => rollup.month)).toEqual(['2026-11']);
    expect((await postRecords(['x:lumen']))[0]?.published).toEqual(exactDay);
  });
});

describe('erasing', () => {
  it('a snapshot takes back all that only it knew', async () => {
    await ingest(capture('a', [post('1'), post('2')]));
    const before = await dump();
    await ingest(capture('b', [post('2', { metrics: { likes: exact(9, 'label') } }), post('3')], { takenAt: NOW + DAY }));
    expect(await listAccounts()).toMatchObject([{ snapshots: 2, lastSeenAt: NOW + DAY }]);
    await eraseSnapshot('b');
    const after = await dump();
    expect(after.rollups).toEqual(before.rollups);
    expect(after.accounts).toEqual(before.accounts);
    expect(after.posts.map((entry) => entry.postKey)).toEqual(['x:1', 'x:2']);
    await eraseSnapshot('b');
    expect((await dump()).rollups).toEqual(before.rollups);
  });

  it('the last snapshot leaves nothing', async () => {
    await ingest(capture('a', [post('1')]));
    await eraseSnapshot('a');
    expect(await dump()).toEqual({ snapshots: [], posts: [], accounts: [], rollups: [], records: 0 });
  });

  it('an account keeps what another account’s page shows', async () => {
    const repost = post('1', { flags: { ...post('1').flags, repost: true } });
    const nord = { ...capture('n', []).account, handle: 'nord', name: 'Nord' };
    await ingest(capture('a', [post('1'), post('2')]));
    await ingest(capture('n', [repost], { surface: { kind: 'profile', handle: 'nord' }, account: nord }));
    for (const page of ['x:lumen', 'x:nord']) expect(await observationsOf('x:1', page)).toHaveLength(2);
    await eraseAccount('x:lumen');
    expect((await dump()).posts.map(({ postKey, accountKey }) => [postKey, accountKey])).toEqual([['x:1', 'x:lumen']]);
    expect(await observationsOf('x:1', 'x:nord')).toHaveLength(1);
    expect((await listAccounts()).map((account) => account.accountKey)).toEqual(['x:nord']);
  });
});

describe('a post seen on several kinds of page', () => {
  const watch = { surface: { kind: 'post' as const, handle: 'lumen', postId: '1' } };
  const grid = { surface: { kind: 'profile' as const, handle: 'lumen', tab: 'videos' }, takenAt: NOW + DAY };
  const seen = async () =>
    (await rollupsOf(['x:lumen']))
      .flatMap((rollup) => rollup.posts)
      .map(({ surface, takenAt, metrics }) => ({ surface, takenAt, likes: metrics.likes?.value }));

  it('stands as its fullest observation: a later grid of views alone does not take its likes away', async () => {
    await ingest(capture('watch', [post('1')], watch));
    await ingest(capture('grid', [post('1', { metrics: { views: exact(5000, 'label') } })], grid));
    expect(await seen()).toEqual([{ surface: 'post', takenAt: NOW, likes: 100 }]);
    await ingest(
      capture('later', [post('1', { metrics: { likes: exact(160, 'label'), comments: exact(9, 'label') } })], {
        ...watch,
        takenAt: NOW + 2 * DAY,
      }),
    );
    expect(await seen()).toEqual([{ surface: 'post', takenAt: NOW + 2 * DAY, likes: 160 }]);
  });
});
