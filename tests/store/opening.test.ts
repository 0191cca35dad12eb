import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ingest } from '../../lib/ingest';
import { makeBackup } from '../../lib/store/backup';
import { gunzip } from '../../lib/store/compress';
import { db, FIRST_NAME, storeNamed, use } from '../../lib/store/db';
import { eraseEverything } from '../../lib/store/erase';
import { opened } from '../../lib/store/open';
import { outside } from '../../lib/store/outside';
import { DATABASE } from '../../lib/store/restore';
import { storageFault } from '../../lib/store/storage-fault';
import { capture, post } from './build';
import { packedAsBefore } from './old-packing';

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  await opened();
  await eraseEverything();
});
afterEach(() => vi.restoreAllMocks());

/** A database of that name as version 3 left it, with these snapshots; Dexie writes its versions times ten. */
async function asOfVersion3(name: string, ids: string[]): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 30);
  request.onupgradeneeded = () => {
    const raw = request.result;
    raw.createObjectStore('snapshots', { keyPath: 'id' }).createIndex('[accountKey+takenAt]', ['accountKey', 'takenAt']);
    raw.createObjectStore('accounts', { keyPath: 'accountKey' });
    raw.createObjectStore('rollups', { keyPath: 'id' }).createIndex('guests', 'guests', { multiEntry: true });
    raw.createObjectStore('studies', { keyPath: 'id' });
    raw.createObjectStore('rejects', { keyPath: 'id', autoIncrement: true }).createIndex('captureId', 'captureId');
    const comments = raw.createObjectStore('comments', { keyPath: 'id' });
    for (const index of ['accountKey', 'postKey']) comments.createIndex(index, index);
  };
  const raw = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const { posts, comments: _, ms: __, ...facts } = capture('v3', [post('1')]);
  const { keys, ...packed } = packedAsBefore(posts, 'x');
  const writing = raw.transaction('snapshots', 'readwrite');
  for (const id of ids)
    writing.objectStore('snapshots').put({ ...facts, id, accountKey: 'x:lumen', part: 0, parts: 1, postKeys: keys.join('\n'), ...packed });
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  return raw;
}

it('a window that holds an older version open is named, and nothing is made again for it', async () => {
  const raw = await asOfVersion3('held', ['a']);
  await outside().set({ [DATABASE]: 'held' });
  use(storeNamed('held'));
  // What `opened` remembers of the database before must not answer for this one.
  vi.resetModules();
  const { opened: openedAnew } = await import('../../lib/store/open');
  const { db: other } = await import('../../lib/store/db');
  expect(other.name).toBe(FIRST_NAME);
  const error = await openedAnew().catch((each: unknown) => each);
  expect(storageFault(error)).toBe('blocked');
  expect((await outside().get(DATABASE))[DATABASE]).toBe('held');
  raw.close();
  await openedAnew();
  const { db: now } = await import('../../lib/store/db');
  expect([now.name, now.verno, await now.snapshots.count()]).toEqual(['held', 6, 1]);
  now.close();
  await Dexie.delete('held');
  await outside().remove(DATABASE);
  use(storeNamed(FIRST_NAME));
}, 20_000);

it('an upgrade that is ended anywhere leaves the old version whole, and the next one ends it', async () => {
  const ids = Array.from({ length: 6 }, (_, index) => `s${index}`);
  for (let at = 1; at <= ids.length; at += 1) {
    const name = `ended-${at}`;
    (await asOfVersion3(name, ids)).close();
    const put = IDBCursor.prototype.update;
    let calls = 0;
    IDBCursor.prototype.update = function (...values) {
      calls += 1;
      // As a killed worker leaves it: the transaction is gone.
      if (calls === at) this.request.transaction?.abort();
      return put.apply(this, values);
    };
    const objectPut = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...values) {
      if (this.name === 'snapshots') {
        calls += 1;
        if (calls === at) this.transaction.abort();
      }
      return objectPut.apply(this, values);
    };
    const store = storeNamed(name);
    await expect(store.open()).rejects.toThrow();
    IDBCursor.prototype.update = put;
    IDBObjectStore.prototype.put = objectPut;
    store.close();
    const versions = (await indexedDB.databases()).find((each) => each.name === name)?.version;
    expect(versions).toBe(30);
    const again = storeNamed(name);
    await again.open();
    expect([again.verno, (await again.snapshots.toCollection().primaryKeys()).length]).toEqual([6, ids.length]);
    expect((await again.snapshots.toArray()).every((record) => record.packed instanceof ArrayBuffer)).toBe(true);
    again.close();
    await Dexie.delete(name);
  }
});

it('a backup can be made when no database opens', async () => {
  await ingest(capture('a', [post('1')]));
  await ingest(capture('b', [post('2')]));
  db.close();
  const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  });
  vi.resetModules();
  const { makeBackup: backupAnew } = await import('../../lib/store/backup');
  const file = await backupAnew(0);
  open.mockRestore();
  const lines = (await gunzip(new Uint8Array(await file.arrayBuffer()))).split('\n');
  expect(lines.filter((line) => line.startsWith('{"entry"'))).toHaveLength(2);
  expect(await makeBackup(0)).toBeInstanceOf(Blob);
});
