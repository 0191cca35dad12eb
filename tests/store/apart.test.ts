import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ingest } from '../../lib/ingest';
import { makeBackup } from '../../lib/store/backup';
import { checkStore, glance } from '../../lib/store/check';
import { sweep } from '../../lib/store/databases';
import { db, storeNamed } from '../../lib/store/db';
import { eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { importBackup } from '../../lib/store/import-backup';
import { entriesOf, journalIds, journalName, type Sealed } from '../../lib/store/journal';
import { outside } from '../../lib/store/outside';
import { rebuild } from '../../lib/store/rebuild';
import { putStudy, studiesOutside } from '../../lib/store/studies';
import { newStudy } from '../../lib/study-edits';
import { capture, DAY, NOW, post } from './build';

const idsThere = async () => (await journalIds()).sort();
const inBase = async () => (await db.snapshots.toCollection().primaryKeys()).sort();
const isInJournal = async (id: string) => {
  for await (const [, entry] of entriesOf([id])) return entry !== null;
  return false;
};

beforeEach(async () => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  await eraseEverything();
  await ingest(capture('a', [post('1')]));
  await ingest(capture('b', [post('1')], { takenAt: NOW + DAY }));
});
afterEach(() => vi.restoreAllMocks());

describe('a start notices', () => {
  it('a file that lost its end, also where it has as many captures as it should', async () => {
    // What a cut-off log leaves: the erasure of `a` and the coming of `c` are undone.
    const record = await db.snapshots.get('a');
    const others = await db.rollups.toArray();
    const accounts = await db.accounts.toArray();
    await eraseSnapshot('a');
    await ingest(capture('c', [post('1')], { takenAt: NOW + 2 * DAY }));
    await db.snapshots.delete('c');
    if (record) await db.snapshots.put(record);
    await db.rollups.bulkPut(others);
    await db.accounts.bulkPut(accounts);
    await glance();
    // What was erased stays so, and what came stays.
    expect([await inBase(), await idsThere()]).toEqual([
      ['b', 'c'],
      ['b', 'c'],
    ]);
    expect(await checkStore()).toMatchObject({ captures: 2, missing: 0, orphans: 0, journaled: 0, restored: null });
  });
});

describe('a check', () => {
  it('writes a copy again that is not what was written, or that cannot be read at all', async () => {
    const { [journalName('a')]: sealed } = (await outside().get(journalName('a'))) as Record<string, Sealed>;
    const z = sealed?.z ?? '';
    await outside().set({ [journalName('a')]: { ...sealed, z: `${z.slice(0, 40)}${z[40] === 'A' ? 'B' : 'A'}${z.slice(41)}` } });
    await outside().set({ [journalName('b')]: null });
    expect([await isInJournal('a'), await isInJournal('b')]).toEqual([false, false]);
    expect(await checkStore()).toMatchObject({ missing: 0, journaled: 2, restored: null });
    expect([await isInJournal('a'), await isInJournal('b')]).toEqual([true, true]);
    expect(await checkStore()).toMatchObject({ journaled: 0 });
    await db.snapshots.clear();
    expect(await checkStore()).toMatchObject({ restored: { captures: 2, lost: 0 } });
  });
});

it('what was erased and came in again from a file is kept as any other, also when the journal loses it', async () => {
  const file = await makeBackup(NOW);
  await eraseSnapshot('a');
  await importBackup(file);
  await outside().remove(journalName('a'));
  expect(await checkStore()).toMatchObject({ captures: 2, journaled: 1 });
  expect([await inBase(), await idsThere()]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

describe('when everything outside the database is gone', () => {
  it('a database that was once made again is found by what it holds, and journal and studies are written again', async () => {
    await putStudy(newStudy('s', 'Cafés', NOW));
    await rebuild();
    const name = db.name;
    const empty = storeNamed('jauge');
    await empty.open();
    empty.close();
    db.close();
    await outside().remove(Object.keys(await outside().get(null)));
    vi.resetModules();
    const { glance: look } = await import('../../lib/store/check');
    const { db: found } = await import('../../lib/store/db');
    expect(await look()).toMatchObject({ captures: 2, journaled: 2, restored: null });
    const { db: now } = await import('../../lib/store/db');
    expect([found.name, now.name]).toEqual(['jauge', name]);
    expect(await idsThere()).toEqual(['a', 'b']);
    expect((await studiesOutside()).map(({ id }) => id)).toEqual(['s']);
    now.close();
  });
});

describe('studies', () => {
  it('are written again where one of the two places lost them, and what was changed last is believed', async () => {
    await putStudy(newStudy('s', 'Cafés', NOW));
    await putStudy(newStudy('t', 'Bars', NOW));
    await db.studies.delete('s');
    await outside().remove('study:t');
    await glance();
    expect((await db.studies.toArray()).map(({ id }) => id).sort()).toEqual(['s', 't']);
    expect((await studiesOutside()).map(({ id }) => id).sort()).toEqual(['s', 't']);
    await db.studies.update('s', { name: 'Before' });
    await glance();
    expect((await db.studies.get('s'))?.name).toBe('Cafés');
    await outside().set({ 'study:s': { id: 's', name: 7 } });
    await glance();
    expect((await studiesOutside()).find(({ id }) => id === 's')?.name).toBe('Cafés');
  });

  it('that are the same are left alone, in whatever order a browser gives their fields', async () => {
    const study = newStudy('s', 'Cafés', NOW);
    await putStudy(study);
    await outside().set({ 'study:s': Object.fromEntries(Object.entries(study).reverse()) });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await glance();
    expect(put).not.toHaveBeenCalled();
  });
});

describe('databases that are no longer in use', () => {
  const names = async () => (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('jauge') ? [name] : [])).sort();
  const leave = async (name: string) => {
    const store = storeNamed(name);
    await store.open();
    store.close();
  };
  it('are deleted; the one in use and other ones are not', async () => {
    await leave('jauge-98');
    await leave('jauge-pictures');
    await sweep();
    expect(await names()).toEqual([db.name, 'jauge-pictures'].sort());
    expect(await inBase()).toEqual(['a', 'b']);
    await Dexie.delete('jauge-pictures');
  });

  it('are tried twice where they refuse', async () => {
    await leave('jauge-99');
    const refuse = vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(() => {
      throw new DOMException('Internal error.', 'UnknownError');
    });
    for (let starts = 0; starts < 4; starts += 1) await sweep();
    expect(refuse.mock.calls.filter(([name]) => name === 'jauge-99')).toHaveLength(2);
    refuse.mockRestore();
    await outside().remove('databases-left');
    await sweep();
    expect(await names()).not.toContain('jauge-99');
  });
});
