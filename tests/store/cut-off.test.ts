import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ingest } from '../../lib/ingest';
import { checkStore, glance } from '../../lib/store/check';
import { wereCutOff } from '../../lib/store/cut-off';
import { db } from '../../lib/store/db';
import { eraseEverything } from '../../lib/store/erase';
import { compress, type Entry, seal } from '../../lib/store/journal';
import { enter } from '../../lib/store/ledger';
import { outside } from '../../lib/store/outside';
import { rollupsOf } from '../../lib/store/queries';
import { rebuild } from '../../lib/store/rebuild';
import { restoredBefore } from '../../lib/store/restore';
import { capture, DAY, NOW, post } from './build';

const inBase = async () => (await db.snapshots.toCollection().primaryKeys()).sort();
/** As a worker leaves it that is ended between journal and database. */
async function cutOff(id: string, days: number): Promise<void> {
  const { comments: _, ...rest } = capture(id, [post('1'), post(id)], { takenAt: NOW + days * DAY });
  const entry: Entry = { capture: rest, comments: [], accountKey: 'x:lumen', rejects: [], sample: false };
  await enter([[id, seal(entry, await compress(entry))]]);
}

beforeEach(async () => {
  await eraseEverything();
  await outside().remove('erased');
  for (const [index, id] of ['a', 'b', 'c'].entries()) await ingest(capture(id, [post('1')], { takenAt: NOW + index * DAY }));
});

describe('captures that are in the journal alone', () => {
  it('were cut off where a later one is there, or nothing came after; more at the end were lost', () => {
    const ledger = { last: ['a', 'b', 'c', 'd'] };
    expect(wereCutOff(['d'], ledger)).toBe(true);
    expect(wereCutOff(['b'], ledger)).toBe(true);
    expect(wereCutOff(['b', 'd'], ledger)).toBe(true);
    expect(wereCutOff(['c', 'd'], ledger)).toBe(false);
    expect(wereCutOff(['a', 'b', 'c', 'd'], ledger)).toBe(false);
    expect(wereCutOff(['long-ago'], ledger)).toBe(false);
    expect(wereCutOff([], ledger)).toBe(false);
  });

  it('and were cut off come into the same database, and nobody is told of damage', async () => {
    const [name, restored] = [db.name, (await restoredBefore()).length];
    await cutOff('x', 4);
    await ingest(capture('d', [post('1')], { takenAt: NOW + 5 * DAY }));
    await cutOff('y', 6);
    expect(await glance()).toBeNull();
    expect(await inBase()).toEqual(['a', 'b', 'c', 'd', 'x', 'y']);
    expect([db.name, (await restoredBefore()).length]).toEqual([name, restored]);
    const figures = await rollupsOf(['x:lumen']);
    expect(await checkStore()).toMatchObject({ captures: 6, missing: 0, orphans: 0, restored: null });
    await rebuild();
    expect(await rollupsOf(['x:lumen'])).toEqual(figures);
  });

  it('and were cut off from a database that refuses them make it be made again', async () => {
    await cutOff('x', 4);
    const name = db.name;
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...values) {
      if (this.transaction.db.name === name) throw new DOMException('Internal error.', 'UnknownError');
      return this.put(...values);
    });
    expect(await glance()).toMatchObject({ missing: 1, restored: { captures: 4, lost: 0 } });
    add.mockRestore();
    expect(await inBase()).toEqual(['a', 'b', 'c', 'x']);
    expect(await glance()).toBeNull();
  });

  it('and were lost at the end of a file make the database be made again, which is told', async () => {
    const name = db.name;
    await db.snapshots.bulkDelete(['b', 'c']);
    expect(await glance()).toMatchObject({ missing: 2, restored: { why: 'incomplete', regained: 2 } });
    expect(db.name).not.toBe(name);
  });
});
