import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ingest } from '../../lib/ingest';
import type { Study } from '../../lib/model/study';
import { exact } from '../../lib/reading/readings';
import { type Check, checkStore, glance, lastCheck } from '../../lib/store/check';
import { db } from '../../lib/store/db';
import { eraseAccount, eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { entriesOf, journalIds, journalName } from '../../lib/store/journal';
import { readLedger } from '../../lib/store/ledger';
import { outside } from '../../lib/store/outside';
import { restoredBefore } from '../../lib/store/restore';
import { putStudy, removeStudy } from '../../lib/store/studies';
import { newStudy } from '../../lib/study-edits';
import { capture, DAY, NOW, post } from './build';

const likes = (value: number) => ({ metrics: { likes: exact(value, 'label', `${value} likes`) } });
const study: Study = newStudy('s1', 'Cafés', NOW);

/** Everything that the store answers from, in an order of its own. */
async function contents() {
  const tables = [db.snapshots, db.accounts, db.rollups, db.studies, db.comments];
  const all = await Promise.all(tables.map((table) => table.toArray() as Promise<object[]>));
  const plain = (value: unknown) => JSON.stringify(value, (_, each) => (each instanceof ArrayBuffer ? [...new Uint8Array(each)] : each));
  return all.map((rows) => rows.map(plain).sort());
}

beforeEach(async () => {
  await eraseEverything();
  // Ids come again here, as those of captures never do.
  await outside().remove('erased');
  const many = Array.from({ length: 230 }, (_, index) => post(`m${index}`));
  await ingest(capture('a', [post('1'), post('2', likes(50))]));
  await ingest(capture('b', [post('1', likes(120)), post('3')], { takenAt: NOW + DAY }));
  await ingest(capture('c', many, { takenAt: NOW + 2 * DAY }));
  await putStudy(study);
});

/** Breaks the database as a damaged file would, looks, and expects what was there before. */
async function heals(harm: () => Promise<unknown>, look: () => Promise<Check | null> = checkStore): Promise<Check> {
  const before = await contents();
  await harm();
  const check = await look();
  expect(await contents()).toEqual(before);
  expect((await readLedger()).captures).toBe(3);
  expect(await glance()).toBeNull();
  return check as Check;
}

describe('a database that lost something', () => {
  it('is made again when it is empty, and a glance at start-up is enough to see it', async () => {
    const name = db.name;
    const check = await heals(() => Promise.all(db.tables.map((table) => table.clear())), glance);
    expect(check).toMatchObject({ missing: 3, restored: { why: 'incomplete', captures: 3, regained: 3, lost: 0 } });
    expect(db.name).not.toBe(name);
    expect((await restoredBefore())[0]).toEqual(check.restored);
    expect(await lastCheck()).toEqual(check);
  });

  it.each([
    ['one capture', () => db.snapshots.delete('b')],
    ['a part of one', () => db.snapshots.delete('c+1')],
    ['a month of posts', () => db.rollups.delete('x:lumen|2026-11')],
    ['part of a month', () => db.rollups.delete('x:lumen|2026-11+1')],
    ['every post', () => db.rollups.clear()],
    ['a bit', () => db.snapshots.update('a', { takenAt: NOW + 1 })],
    ['the end of a buffer', () => db.snapshots.update('c', { packed: new ArrayBuffer(8) })],
  ])('is made again when %s is gone', async (_, harm) => {
    const check = await heals(harm);
    expect(check.restored).toMatchObject({ why: 'incomplete', captures: 3, lost: 0 });
  });

  it('keeps what comes after', async () => {
    await db.snapshots.delete('b');
    await checkStore();
    expect(await ingest(capture('d', [post('9')], { takenAt: NOW + 3 * DAY }))).toMatchObject({ saved: true, fresh: true });
    expect(await ingest(capture('b', [post('1')]))).toMatchObject({ saved: true, fresh: false });
    expect(await checkStore()).toMatchObject({ captures: 4, missing: 0, orphans: 0, restored: null });
  });

  it('gives the journal back what the journal lost', async () => {
    const check = await heals(() => outside().remove([journalName('b'), journalName('c')]));
    expect(check).toMatchObject({ missing: 0, journaled: 2, restored: null });
    expect((await journalIds()).sort()).toEqual(['a', 'b', 'c']);
    await heals(() => db.snapshots.clear());
  });

  it('is believed where the journal is damaged, and what neither has is counted as lost', async () => {
    const { z } = (await outside().get(journalName('b')))[journalName('b')] as { z: string };
    await outside().set({ [journalName('b')]: { z: z.slice(0, -8), crc: 1, at: NOW } });
    await db.snapshots.delete('a');
    expect((await checkStore()).restored).toMatchObject({ captures: 3, lost: 0 });
    for await (const [, entry] of entriesOf(['b'])) expect(entry?.capture.posts.length).toBe(2);

    await outside().set({ [journalName('b')]: { z: 'no', crc: 1, at: NOW } });
    await db.snapshots.delete('b');
    expect((await checkStore()).restored).toMatchObject({ captures: 2, lost: 1 });
    expect(await glance()).toBeNull();
    expect((await readLedger()).captures).toBe(2);
  });

  it('says how far it is, and leaves everything as it was when it is told to stop', async () => {
    const before = await contents();
    await db.rollups.clear();
    const name = db.name;
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number) => {
      seen.push(done);
      if (seen.length > 2) stop.abort();
    };
    await expect(checkStore({ onProgress, signal: stop.signal })).rejects.toThrow(/abort/i);
    expect(db.name).toBe(name);
    await checkStore();
    expect(await contents()).toEqual(before);
  });
});

describe('a database that brings the browser down whenever it is looked at', () => {
  it('is left alone after two looks that were never ended, and everything is made again from the journal', async () => {
    const [before, name] = [await contents(), db.name];
    await outside().set({ looking: 1 });
    expect(await glance()).toBeNull();
    expect(db.name).toBe(name);
    await outside().set({ looking: 2 });
    const open = vi.spyOn(IDBFactory.prototype, 'open');
    db.close();
    await glance();
    expect(open.mock.calls.map(([opened]) => opened)).not.toContain(name);
    open.mockRestore();
    expect(db.name).not.toBe(name);
    expect(await contents()).toEqual(before);
    expect((await restoredBefore())[0]).toMatchObject({ why: 'unopenable', captures: 3, lost: 0 });
    expect(await outside().get('looking')).toEqual({});
  });
});

describe('erasing reaches the journal', () => {
  it('for a capture, an account and everything', async () => {
    await eraseSnapshot('b');
    expect((await journalIds()).sort()).toEqual(['a', 'c']);
    expect(await glance()).toBeNull();
    await eraseAccount('x:lumen');
    expect([await journalIds(), (await readLedger()).captures]).toEqual([[], 0]);
    await eraseEverything();
    expect(Object.keys(await outside().get(null)).filter((name) => /^(capture|study):/.test(name))).toEqual([]);
  });

  it('goes on where it was cut off, and never brings back what was erased', async () => {
    await outside().set({ erasing: { captures: ['b'] } });
    await glance();
    expect(await db.snapshots.get('b')).toBeUndefined();
    expect((await checkStore()).restored).toBeNull();
  });
});

it('a study is found again, and stays away once it was removed', async () => {
  await db.studies.clear();
  await db.snapshots.delete('a');
  await checkStore();
  expect(await db.studies.toArray()).toEqual([study]);
  await removeStudy('s1');
  await db.snapshots.delete('a');
  await checkStore();
  expect(await db.studies.toArray()).toEqual([]);
});
