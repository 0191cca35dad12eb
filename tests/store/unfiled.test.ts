import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../lib/ingest';
import type { PostReading } from '../../lib/model/capture';
import { exact } from '../../lib/reading/readings';
import { db } from '../../lib/store/db';
import { eraseAccount, eraseEverything } from '../../lib/store/erase';
import { compress, type Entry } from '../../lib/store/journal';
import { newestCapture } from '../../lib/store/newest';
import { listAccounts, observationsOf, postRecords, rollupsOf, snapshotsOf } from '../../lib/store/queries';
import { settle } from '../../lib/store/settle';
import { unfiledRecords } from '../../lib/store/unfiled';
import { writeCapture } from '../../lib/store/write';
import { capture, DAY, NOW, post } from './build';

beforeEach(() => eraseEverything());

const likes = (value: number) => ({ metrics: { likes: exact(value, 'label') } });

describe('a capture that is saved and was not filed', () => {
  const tables = async () => [await db.rollups.toArray(), await db.accounts.toArray(), await db.doubts.toArray()];
  const seen = async () => [
    await postRecords(['x:lumen']),
    await listAccounts(),
    (await rollupsOf(['x:lumen'])).flatMap(({ posts }) => posts),
  ];

  it('is in every figure all the same, and the file takes it later as if it had at once', async () => {
    await ingest(capture('a', [post('1', likes(1000)), post('2')]));
    const late = capture('b', [post('1', likes(30)), post('3', { published: null })], { takenAt: NOW + DAY });
    const { comments: _, ...kept } = late;
    const entry = { capture: kept, comments: [], accountKey: 'x:lumen', rejects: ['no id'], sample: false };
    await writeCapture(entry, await compress(entry));
    expect(await db.unfiled.count()).toBe(1);
    const before = await seen();
    expect((await rollupsOf(['x:lumen'])).flatMap(({ posts }) => posts.map(({ snapshotId }) => snapshotId))).toEqual(['b', 'a', 'b']);
    expect((await listAccounts())[0]?.snapshots).toBe(2);
    expect([...(await settle(db))]).toEqual([['b', 1]]);
    expect(await db.unfiled.count()).toBe(0);
    expect(await seen()).toEqual(before);
    const after = await tables();
    expect([...(await settle(db))]).toEqual([]);
    expect(await tables()).toEqual(after);
    expect((await db.rejects.toArray()).map(({ reason }) => reason)).toEqual(['no id']);
  });

  const entryAs = (id: string, takenAt: number, posts: PostReading[]): Entry => {
    const { comments: _, ...kept } = capture(id, posts, { takenAt });
    return { capture: kept, comments: [], accountKey: 'x:lumen', rejects: [], sample: false };
  };

  it('is a capture of its account to whoever asks, in the same words before it is filed and after', async () => {
    await ingest(capture('a', [post('1')]));
    const entry = entryAs('b', NOW + DAY, [post('2'), post('1', likes(30))]);
    await writeCapture(entry, await compress(entry));
    expect(await db.snapshots.get('b')).toBeUndefined();
    const asked = async () => ({
      snapshots: (await snapshotsOf('x:lumen')).map(({ doubts: _, ...summary }) => summary),
      newest: await newestCapture('x:lumen'),
      seen: await observationsOf('x:1', 'x:lumen'),
    });
    const before = await asked();
    expect(before).toMatchObject({
      snapshots: [{ id: 'b', n: 2 }, { id: 'a' }],
      newest: { postKeys: ['x:2', 'x:1'] },
      seen: [{ snapshotId: 'b' }, { snapshotId: 'a' }],
    });
    await settle(db);
    expect(await asked()).toEqual(before);
  });

  it('changes nothing when it comes again, filed or not', async () => {
    const entry = entryAs('a', NOW, [post('1')]);
    const compressed = await compress(entry);
    expect(await writeCapture(entry, compressed)).toBe(true);
    expect(await writeCapture(entry, compressed)).toBe(false);
    await settle(db);
    const after = await tables();
    expect(await writeCapture(entry, compressed)).toBe(false);
    expect([await db.unfiled.count(), await db.snapshots.count()]).toEqual([0, 1]);
    // As a worker leaves it that is ended before it could take the second one back.
    await db.unfiled.bulkAdd(unfiledRecords(entry, compressed));
    expect((await listAccounts())[0]?.snapshots).toBe(1);
    expect(await settle(db)).toEqual(new Map());
    expect([await tables(), await db.unfiled.count()]).toEqual([after, 0]);
  });

  it('goes with its account', async () => {
    const entry = entryAs('a', NOW, [post('1')]);
    await writeCapture(entry, await compress(entry));
    await eraseAccount('x:lumen');
    expect([await db.unfiled.count(), await db.snapshots.count(), await listAccounts()]).toEqual([0, 0, []]);
  });

  it('is a capture of several slices where it is large', async () => {
    const posts = Array.from({ length: 900 }, (_, index) =>
      post(`${index}`, { text: Array.from({ length: 8 }, () => crypto.randomUUID()).join(' ') }),
    );
    const { comments: _, ...kept } = capture('big', posts);
    const entry = { capture: kept, comments: [], accountKey: 'x:lumen', rejects: [], sample: false };
    await writeCapture(entry, await compress(entry));
    expect(await db.unfiled.count()).toBeGreaterThan(1);
    expect(await postRecords(['x:lumen'])).toHaveLength(900);
    await settle(db);
    expect(await postRecords(['x:lumen'])).toHaveLength(900);
  });
});
