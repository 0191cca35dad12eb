import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { storedAccounts } from '../../lib/store/account-file';
import { db, storeNamed } from '../../lib/store/db';
import { compress } from '../../lib/store/journal';
import { keysIn } from '../../lib/store/months';
import { opened } from '../../lib/store/open';
import { listAccounts, snapshotsOf } from '../../lib/store/queries';
import { settle } from '../../lib/store/settle';
import { snapshotRecords } from '../../lib/store/snapshots';
import { unfiledRecords } from '../../lib/store/unfiled';
import { capture, NOW, post } from './build';
import { packedAsBefore } from './old-packing';

/** As version 1 made it; Dexie writes its versions times ten. */
async function versionOne(): Promise<void> {
  const request = indexedDB.open('jauge', 10);
  request.onupgradeneeded = () => {
    const raw = request.result;
    raw.createObjectStore('snapshots', { keyPath: 'id' }).createIndex('[accountKey+takenAt]', ['accountKey', 'takenAt']);
    raw.createObjectStore('posts', { keyPath: 'postKey' });
    raw.createObjectStore('accounts', { keyPath: 'accountKey' });
    raw.createObjectStore('rollups', { keyPath: 'id' }).createIndex('accountKey', 'accountKey');
    raw.createObjectStore('studies', { keyPath: 'id' });
    raw.createObjectStore('rejects', { keyPath: 'id', autoIncrement: true }).createIndex('captureId', 'captureId');
  };
  const raw = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const { posts, account, coverage, url, surface } = capture('v1', [post('1')]);
  const facts = { accountKey: 'x:lumen', network: 'x', takenAt: NOW };
  const writing = raw.transaction(['snapshots', 'accounts'], 'readwrite');
  const { keys, ...packed } = packedAsBefore(posts, 'x');
  const record = { ...facts, id: 'v1', url, surface, locale: 'en', adapter: 1, account, coverage, part: 0, parts: 1, postKeys: keys };
  writing.objectStore('snapshots').put({ ...record, ...packed });
  const { nativeId, handle, name } = account;
  const seen = { firstSeenAt: NOW, lastSeenAt: NOW, snapshots: 1, followers: [], sample: false };
  writing.objectStore('accounts').put({ accountKey: 'x:lumen', network: 'x', nativeId, handle, name, url, ...seen });
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  raw.close();
}

it('a database of version 1 opens as the latest with its data', async () => {
  await versionOne();
  await opened();
  expect(db.verno).toBe(6);
  expect(await listAccounts()).toMatchObject([{ accountKey: 'x:lumen', name: 'Lumen Café' }]);
  expect(await snapshotsOf('x:lumen')).toMatchObject([{ id: 'v1', n: 1 }]);
  expect(await db.comments.count()).toBe(0);
});

it('what version 4 had saved and not filed is filed once, with everything in it', async () => {
  const { comments: _, ...kept } = capture('late', [post('1'), post('2')]);
  const entry = { capture: kept, comments: [], accountKey: 'x:nord', rejects: [], sample: false };
  const old = new Dexie('version-4');
  old.version(4).stores({
    ...{ snapshots: 'id, [accountKey+takenAt]', accounts: 'accountKey', rollups: 'id, *guests', studies: 'id' },
    ...{ rejects: '++id, captureId', comments: 'id, accountKey, postKey', unfiled: 'id', doubts: 'id, accountKey' },
  });
  await old.table('snapshots').bulkAdd(snapshotRecords(entry));
  await old.table('unfiled').bulkAdd(unfiledRecords(entry, await compress(entry)));
  old.close();
  const store = storeNamed('version-4');
  expect(await storedAccounts(store)).toMatchObject([{ accountKey: 'x:nord', snapshots: 1 }]);
  await settle(store);
  expect([await store.unfiled.count(), await store.snapshots.count(), await store.accounts.toArray()]).toMatchObject([
    0,
    1,
    [{ snapshots: 1 }],
  ]);
  expect((await store.rollups.toArray()).flatMap(keysIn)).toEqual(['x:1', 'x:2']);
  await store.delete();
});

it('another tab gives way to a newer version, and asks again afterwards', async () => {
  await opened();
  const second = storeNamed(db.name);
  await second.open();
  await second.delete();
  expect(db.isOpen()).toBe(false);
  expect(await db.snapshots.count()).toBe(0);
});
