import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ingest } from '../../lib/ingest';
import { checkStore, glance, lastCheck } from '../../lib/store/check';
import { db } from '../../lib/store/db';
import { eraseEverything } from '../../lib/store/erase';
import { eraseDue, scheduleErasure, UNDO_MS } from '../../lib/store/erase-later';
import { storeHealth } from '../../lib/store/health';
import { journalIds } from '../../lib/store/journal';
import { live } from '../../lib/store/live';
import { outside } from '../../lib/store/outside';
import { listAccounts, postRecords } from '../../lib/store/queries';
import { rebuild } from '../../lib/store/rebuild';
import { retentionFrom, retire } from '../../lib/store/retention';
import { storageFault } from '../../lib/store/storage-fault';
import { putStudy, studiesOutside } from '../../lib/store/studies';
import { tendStore } from '../../lib/store/tend';
import { newStudy } from '../../lib/study-edits';
import { capture, DAY, NOW, post } from './build';

const other = (id: string) => {
  const mira = capture(id, [post('9', { author: 'mira' })]);
  return { ...mira, url: 'https://x.com/mira', surface: { ...mira.surface, handle: 'mira' }, account: { ...mira.account, handle: 'Mira' } };
};
const idsThere = async () => (await journalIds()).sort();

beforeEach(async () => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 4096 }), persisted: async () => false } });
  await eraseEverything();
  await outside().remove(['retired', 'clock', 'brought', 'retirement-held', 'erase-later', 'checked']);
  await ingest(capture('a', [post('1'), post('2')]));
  await ingest(other('m'));
});

describe('retention', () => {
  it('counts calendar months, and never skips one', () => {
    expect(retentionFrom(Date.UTC(2026, 2, 31), 1)).toBe(Date.UTC(2026, 1, 28));
    expect(retentionFrom(Date.UTC(2026, 0, 15), 24)).toBe(Date.UTC(2024, 0, 15));
    expect(retentionFrom(NOW, null)).toBeNull();
  });

  it('erases what is older, everywhere, and leaves what is newer', async () => {
    await ingest(capture('old', [post('0')], { takenAt: NOW - 800 * DAY }));
    expect(await retire(NOW, null)).toBe(0);
    expect(await retire(NOW + DAY, 24)).toBe(1);
    expect(await idsThere()).toEqual(['a', 'm']);
    expect((await postRecords(['x:lumen'])).map(({ postKey }) => postKey)).not.toContain('x:0');
    expect(await checkStore()).toMatchObject({ captures: 2, missing: 0, orphans: 0, restored: null });
  });

  it('runs once a day', async () => {
    expect(await retire(NOW, 24)).toBe(0);
    expect(await retire(NOW + DAY / 2, 24)).toBeNull();
    expect(await retire(NOW + DAY, 24)).toBe(0);
  });
});

describe('the background', () => {
  it('reads every record once a day, and makes good what no count shows', async () => {
    const now = Date.now();
    await tendStore(now, null);
    expect(await lastCheck()).toMatchObject({ missing: 0, restored: null });
    await db.snapshots.update('a', { takenAt: NOW + 1 });
    await tendStore(now + DAY / 2, null);
    expect((await lastCheck())?.restored).toBeNull();
    await tendStore(now + 2 * DAY, null);
    expect((await lastCheck())?.restored).toMatchObject({ why: 'incomplete', captures: 2, lost: 0 });
  });
});

describe('an erasure that can be taken back', () => {
  const account = async () => (await listAccounts()).find(({ handle }) => handle === 'Mira')?.accountKey ?? '';

  it('changes nothing for ten seconds, and nothing at all once taken back', async () => {
    const { undo } = await scheduleErasure({ kind: 'account', accountKey: await account() }, NOW);
    await eraseDue(NOW + UNDO_MS - 1);
    expect(await idsThere()).toEqual(['a', 'm']);
    expect(await undo()).toBe(true);
    await eraseDue(NOW + UNDO_MS);
    expect(await idsThere()).toEqual(['a', 'm']);
  });

  it('is carried out by whoever comes next where its page was closed, and is then too late to take back', async () => {
    const { undo } = await scheduleErasure({ kind: 'account', accountKey: await account() }, NOW);
    await eraseDue(NOW + UNDO_MS);
    expect(await idsThere()).toEqual(['a']);
    expect(await undo()).toBe(false);
    expect(await glance()).toBeNull();
  });

  it('takes a study with all its accounts, and everything', async () => {
    const brand = { id: 'b', name: 'Mira', role: 'own' as const, accounts: [await account()] };
    await putStudy({ ...newStudy('s', 'Cafés', NOW), brands: [brand] });
    await scheduleErasure({ kind: 'study', studyId: 's' }, NOW);
    await eraseDue(NOW + UNDO_MS);
    expect(await idsThere()).toEqual(['a']);
    expect(await studiesOutside()).toEqual([]);
    expect(await db.studies.count()).toBe(0);
    await scheduleErasure({ kind: 'everything' }, NOW);
    await eraseDue(NOW + UNDO_MS);
    expect(await storeHealth()).toMatchObject({ captures: 0, posts: 0, accounts: 0 });
  });
});

it('a rebuild is followed by what is shown, stopped without harm, and told in the health of the store', async () => {
  const shown: number[] = [];
  const stop = live(
    async () => (await listAccounts()).length,
    (count) => shown.push(count),
    (error) => {
      throw error;
    },
  );
  await vi.waitFor(() => expect(shown).toEqual([2]));
  const name = db.name;
  await expect(rebuild({ signal: AbortSignal.abort() })).rejects.toThrow();
  expect(db.name).toBe(name);
  const seen: number[] = [];
  expect(await rebuild({ onProgress: (done) => seen.push(done) })).toMatchObject({ why: 'wished', captures: 2, lost: 0 });
  expect(seen).toEqual([1, 2]);
  await vi.waitFor(() => expect(shown.at(-1)).toBe(2));
  await ingest(capture('b', [post('1')], { takenAt: NOW + DAY }));
  await vi.waitFor(() => expect(shown.length).toBeGreaterThan(2));
  stop();
  const health = await storeHealth();
  expect(health).toMatchObject({
    captures: 3,
    posts: 3,
    accounts: 2,
    database: db.name,
    bytes: 4096,
    journalBytes: null,
    persistent: false,
  });
  expect(health.restored[0]).toMatchObject({ why: 'wished' });
});

it.each([
  ['QuotaExceededError', 'Encountered full disk while opening backing store for indexedDB.open.', 'full'],
  ['UnknownError', 'Internal error opening backing store for indexedDB.open.', 'unopenable'],
  ['VersionError', 'The requested version is less than the existing version.', 'unopenable'],
  ['DataError', 'Failed to write blobs (InvalidBlob)', 'refused'],
])('%s (%s) is told as: %s', (name, message, fault) => {
  expect(storageFault(Object.assign(new Error('wrapped'), { inner: Object.assign(new Error(message), { name }) }))).toBe(fault);
});
