import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterAll, expect, it } from 'vitest';
import { exact } from '../../lib/reading/readings';
import { storeNamed, use } from '../../lib/store/db';
import { compress } from '../../lib/store/journal';
import { accountsOf, observationsOf, postRecords, rollupsOf, snapshotsOf } from '../../lib/store/queries';
import { settle } from '../../lib/store/settle';
import { isWhole } from '../../lib/store/snapshots';
import { writeCapture } from '../../lib/store/write';
import { capture, DAY, NOW, post } from './build';
import { packedAsBefore } from './old-packing';

const NAME = 'from-version-2';
afterAll(() => Dexie.delete(NAME));

/** A database as version 2 left it: a record for every post, rollups of objects; snapshots of many fields, as version 3 had them too. */
async function asOfVersion2() {
  const old = new Dexie(NAME);
  old.version(2).stores({
    ...{ snapshots: 'id, [accountKey+takenAt]', posts: 'postKey', accounts: 'accountKey', rollups: 'id, accountKey' },
    ...{ studies: 'id', rejects: '++id, captureId', comments: 'id, accountKey, postKey' },
  });
  const { posts, comments: _, ms: __, ...facts } = capture('a', [post('1'), post('2', { published: null, author: 'nord' })]);
  const { keys, ...packed } = packedAsBefore(posts, 'x');
  const state = (index: number) => {
    const { published = null, format = null, metrics = {} } = posts[index] ?? {};
    const seen = { snapshotId: 'a', adapter: 1, takenAt: NOW, published, format, flags: [], metrics, followers: null, surface: 'profile' };
    return { postKey: keys[index], accountKey: 'x:lumen', network: 'x', ...seen };
  };
  const doubts = [{ postKey: 'x:1', kind: 'fell', metric: 'likes', before: 1000, now: 100 }];
  const record = { ...facts, accountKey: 'x:lumen', part: 0, parts: 1, postKeys: keys, ...packed, doubts };
  await old.table('snapshots').bulkAdd([record, { ...record, id: 'damaged', raw: 'x' }]);
  await old.table('posts').bulkAdd(
    posts.map(({ flags: _, metrics: __, ...lasting }, index) => ({
      ...{ ...lasting, postKey: keys[index], accountKey: index ? 'x:nord' : 'x:lumen', network: 'x' },
      ...{ firstSeenAt: NOW - DAY, lastSeenAt: NOW, seenOn: ['x:lumen'] },
    })),
  );
  await old.table('rollups').bulkAdd([
    { id: 'x:lumen|2026-11', accountKey: 'x:lumen', month: '2026-11', posts: [state(0)] },
    { id: 'x:lumen|undated', accountKey: 'x:lumen', month: 'undated', posts: [state(1)] },
  ]);
  const { account } = facts;
  await old.table('accounts').add({
    ...{ accountKey: 'x:lumen', network: 'x', nativeId: null, handle: 'Lumen', name: 'Lumen Café', url: account.url, sample: false },
    ...{ firstSeenAt: NOW, lastSeenAt: NOW, snapshots: 1, followers: [{ takenAt: NOW, followers: account.followers }] },
  });
  old.close();
}

it('a database of version 2 opens with everything that it had, and takes more', async () => {
  await asOfVersion2();
  const store = storeNamed(NAME);
  await store.open();
  use(store);
  expect((await rollupsOf(['x:lumen'])).map(({ month, posts }) => [month, posts.map(({ postKey }) => postKey)])).toEqual([
    ['2026-11', ['x:1']],
    ['undated', ['x:2']],
  ]);
  expect(await postRecords(['x:lumen'])).toMatchObject([
    { postKey: 'x:1', accountKey: 'x:lumen', text: 'post 1', firstSeenAt: NOW - DAY },
    { postKey: 'x:2', accountKey: 'x:nord', text: 'post 2', published: null },
  ]);
  expect(await accountsOf(['x:lumen'])).toMatchObject([{ snapshots: 1, followers: [{ takenAt: NOW, followers: { value: 12_345 } }] }]);
  expect((await snapshotsOf('x:lumen')).find(({ id }) => id === 'a')).toMatchObject({ n: 2, doubts: [{ kind: 'fell', before: 1000 }] });
  expect((await store.snapshots.toArray()).map((snapshot) => [snapshot.id, isWhole(snapshot)])).toEqual([
    ['a', true],
    ['damaged', false],
  ]);
  await store.snapshots.delete('damaged');
  const [seen] = await observationsOf('x:2', 'x:nord');
  expect(seen?.metrics).toEqual(post('2').metrics);

  const { comments: _, ...later } = capture('b', [post('2', { metrics: { likes: exact(7, 'label') } })], { takenAt: NOW + DAY });
  const entry = { capture: later, comments: [], accountKey: 'x:lumen', rejects: [], sample: false };
  await writeCapture(entry, await compress(entry), store);
  await settle(store);
  expect((await rollupsOf(['x:lumen'])).flatMap(({ posts }) => posts.map(({ postKey }) => postKey))).toEqual(['x:1', 'x:2']);
  expect((await postRecords(['x:lumen'])).map(({ lastSeenAt }) => lastSeenAt)).toEqual([NOW, NOW + DAY]);
});
