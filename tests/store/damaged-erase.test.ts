import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ingest } from '../../lib/ingest';
import { checkStore, glance } from '../../lib/store/check';
import { gunzip } from '../../lib/store/compress';
import { db, storeNamed } from '../../lib/store/db';
import { eraseAccount, eraseCaptures, eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { entriesOf, journalIds, journalName } from '../../lib/store/journal';
import { keepAccountFor } from '../../lib/store/kept-for';
import { readLedger } from '../../lib/store/ledger';
import { outside } from '../../lib/store/outside';
import { listAccounts, postRecords } from '../../lib/store/queries';
import { setTag } from '../../lib/store/tags';
import { capture, DAY, NOW, post } from './build';

const mira = (id: string, posts = [post('9', { author: 'mira', text: 'sunrise at mira' })], days = 0) => {
  const one = capture(id, posts, { takenAt: NOW + days * DAY, url: 'https://x.com/mira' });
  return { ...one, surface: { ...one.surface, handle: 'mira' }, account: { ...one.account, handle: 'Mira', name: 'Mira', url: null } };
};
const idsThere = async () => (await journalIds()).sort();
const inBase = async () => (await db.snapshots.toCollection().primaryKeys()).sort();
const many = Array.from({ length: 230 }, (_, index) => post(`m${index}`, { author: 'mira' }));

/** Everything that is kept of it anywhere, in the clear: what is compressed is opened. */
async function everythingKept(): Promise<string> {
  const texts: string[] = [JSON.stringify(await outside().get(null))];
  for await (const [, entry] of entriesOf(await journalIds())) texts.push(JSON.stringify(entry));
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('jauge')) continue;
    const store = storeNamed(name);
    await store.open();
    for (const table of store.tables)
      for (const row of (await table.toArray()) as Record<string, unknown>[])
        for (const value of Object.values(row)) {
          const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : null;
          texts.push(bytes ? new TextDecoder().decode(bytes) : JSON.stringify(value));
          if (bytes && bytes[0] === 0x1f) texts.push(await gunzip(bytes as Uint8Array<ArrayBuffer>));
        }
    store.close();
  }
  return texts.join('\n');
}

/** From now on a database of that name gives nothing out and takes nothing in. */
function unreadable(name: string): void {
  const broken = (method: 'get' | 'getAll' | 'getAllKeys' | 'openCursor' | 'openKeyCursor' | 'clear' | 'delete') => {
    for (const holder of [IDBObjectStore.prototype, IDBIndex.prototype] as unknown as Record<string, (...values: unknown[]) => unknown>[]) {
      const real = holder[method];
      if (!real) continue;
      vi.spyOn(holder, method).mockImplementation(function (this: IDBObjectStore & IDBIndex, ...values: unknown[]) {
        if ((this.objectStore ?? this).transaction.db.name === name) throw new DOMException('Internal error.', 'UnknownError');
        return real.apply(this, values);
      });
    }
  };
  for (const method of ['get', 'getAll', 'getAllKeys', 'openCursor', 'openKeyCursor', 'clear', 'delete'] as const) broken(method);
}

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  await eraseEverything();
  await ingest(capture('a', [post('1'), post('2')]));
  await ingest(mira('m'));
  await ingest(mira('n', many, 1));
});
afterEach(() => vi.restoreAllMocks());

const isWhole = async (captures: number) => {
  expect(await glance()).toBeNull();
  expect(await checkStore()).toMatchObject({ captures, missing: 0, orphans: 0, journaled: 0, restored: null });
};

describe('an account goes at once', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a capture of it is cut short', () => db.snapshots.update('n', { packed: new ArrayBuffer(8) })],
    ['a capture of it has a flipped bit', () => db.snapshots.update('m', { takenAt: NOW + 1 })],
    ['the first part of one is gone', () => db.snapshots.delete('n')],
    ['a later part of one is gone', () => db.snapshots.delete('n+1')],
    ['all its captures are gone from the database', () => db.snapshots.bulkDelete(['m', 'n', 'n+1'])],
    ['a slice that waits to be filed is damaged', () => db.unfiled.put({ id: 'm', accountKey: 'x:mira', slice: new ArrayBuffer(9) })],
    ['its figures are gone', () => db.rollups.clear()],
    ['one is in the journal alone', () => db.snapshots.delete('m')],
    ['one is in the database alone', () => outside().remove(journalName('m'))],
    ['its own record is gone', () => db.accounts.delete('x:mira')],
  ])('where %s, and no check brings it back', async (_, harm) => {
    await harm();
    await eraseAccount('x:mira');
    expect([await idsThere(), await inBase()]).toEqual([['a'], ['a']]);
    expect((await listAccounts()).map(({ accountKey }) => accountKey)).toEqual(['x:lumen']);
    expect(await db.unfiled.count()).toBe(0);
    expect((await db.rollups.toArray()).map(({ accountKey }) => accountKey)).not.toContain('x:mira');
    await checkStore();
    expect([await idsThere(), await inBase(), (await readLedger()).captures]).toEqual([['a'], ['a'], 1]);
    await isWhole(1);
    expect((await postRecords(['x:lumen'])).map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('where the database gives nothing out any more: another one takes its place, without it', async () => {
    const name = db.name;
    unreadable(name);
    await eraseAccount('x:mira');
    vi.restoreAllMocks();
    expect(db.name).not.toBe(name);
    expect([await idsThere(), await inBase()]).toEqual([['a'], ['a']]);
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
    await isWhole(1);
  });

  it('and leaves no trace of it in anything that is kept', async () => {
    await setTag({ accountKey: 'x:mira', postKey: 'x:9' }, 'hook', true, NOW);
    await keepAccountFor('x:mira', 12);
    expect(await everythingKept()).toContain('sunrise at mira');
    await db.snapshots.update('n', { packed: new ArrayBuffer(8) });
    await eraseAccount('x:mira');
    expect(await everythingKept()).not.toMatch(/mira/i);
    expect(await everythingKept()).toMatch(/lumen/i);
  });
});

it('one capture goes although another one of its account is damaged, which is made good', async () => {
  await db.snapshots.update('n', { packed: new ArrayBuffer(8) });
  await eraseSnapshot('m');
  expect([await idsThere(), await inBase()]).toEqual([
    ['a', 'n'],
    ['a', 'n', 'n+1'],
  ]);
  await isWhole(2);
});

it('everything goes although the database gives nothing out any more', async () => {
  unreadable(db.name);
  await eraseEverything();
  vi.restoreAllMocks();
  expect(await everythingKept()).not.toMatch(/mira|lumen/i);
  await isWhole(0);
});

it('an erasure that was cut off is ended by the next start, also with a damaged database', async () => {
  await db.snapshots.update('n', { packed: new ArrayBuffer(8) });
  await outside().set({ erasing: { captures: ['m'] } });
  await glance();
  expect(await idsThere()).toEqual(['a', 'n']);
  await isWhole(2);
});

it('captures are erased from a database that knows some of them only', async () => {
  await db.snapshots.delete('m');
  await eraseCaptures(['m', 'n', 'unknown']);
  expect([await idsThere(), await inBase()]).toEqual([['a'], ['a']]);
  await isWhole(1);
});
