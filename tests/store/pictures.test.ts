import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ingest } from '../../lib/ingest';
import type { PictureFacts } from '../../lib/model/picture';
import { makeBackup } from '../../lib/store/backup';
import { db } from '../../lib/store/db';
import { draftOf, factsOf, fileOf, listDrafts, putDraft } from '../../lib/store/drafts';
import { eraseAccount, eraseEverything, eraseSnapshot, finishErasing } from '../../lib/store/erase';
import { eraseDue, scheduleErasure, UNDO_MS } from '../../lib/store/erase-later';
import { evidenceOf } from '../../lib/store/evidence';
import { outside } from '../../lib/store/outside';
import { erasePictures, keepPicture, listPictures, pictureBytes, retirePictures } from '../../lib/store/pictures';
import { putStudy } from '../../lib/store/studies';
import { addBrand, newStudy } from '../../lib/study-edits';
import { capture, DAY, NOW, post } from './build';

const BYTES = Uint8Array.of(82, 73, 70, 70, 0, 255, 7);
const facts = (snapshotId: string, change: Partial<PictureFacts> = {}): PictureFacts => ({
  ...{ snapshotId, accountKey: 'x:lumen', network: 'x', url: 'https://x.com/lumen', takenAt: NOW, adapter: 3, edited: null },
  ...{ type: 'image/webp', width: 1280, height: 800, size: BYTES.length, sha256: 'f00d' },
  ...change,
});
const mira = (id: string) => {
  const page = capture(id, [post('9', { author: 'mira' })]);
  return { ...page, url: 'https://x.com/mira', surface: { ...page.surface, handle: 'mira' }, account: { ...page.account, handle: 'Mira' } };
};
const kept = async () => (await listPictures()).map(({ snapshotId }) => snapshotId).sort();

beforeEach(async () => {
  vi.stubGlobal('navigator', {});
  await eraseEverything();
  await ingest(capture('a', [post('1')]));
  await ingest(capture('b', [post('1')], { takenAt: NOW + DAY }));
  await ingest(mira('m'));
});

describe('a picture', () => {
  it('needs no database where none was ever taken', async () => {
    await Dexie.delete('jauge-pictures');
    await eraseSnapshot('a');
    expect(await retirePictures(NOW + 999 * DAY, 6)).toBe(0);
    expect(await Dexie.exists('jauge-pictures')).toBe(false);
  });

  it('is kept with its facts and byte by byte, newest first in the list', async () => {
    expect(await keepPicture(facts('a'), BYTES)).toBe(true);
    expect(await keepPicture(facts('b', { takenAt: NOW + DAY }), BYTES)).toBe(true);
    expect((await listPictures()).map(({ snapshotId }) => snapshotId)).toEqual(['b', 'a']);
    expect(await pictureBytes('a')).toEqual(BYTES);
    expect(await pictureBytes('m')).toBeNull();
  });

  it('is not kept when its capture has been erased meanwhile', async () => {
    await eraseSnapshot('a');
    expect(await keepPicture(facts('a'), BYTES)).toBe(false);
    expect(await kept()).toEqual([]);
  });

  it('waits outside every database until it is decided on', async () => {
    await putDraft(facts('a'), BYTES);
    const draft = await draftOf('a');
    expect(draft && factsOf(draft)).toEqual(facts('a'));
    expect(draft && fileOf(draft).bytes).toEqual(BYTES);
    expect(await kept()).toEqual([]);
  });

  it('changes nothing of what is kept of its capture, and is in no backup', async () => {
    const before = await db.snapshots.toArray();
    const outsideBefore = await outside().get(null);
    await keepPicture(facts('a'), BYTES);
    expect(await db.snapshots.toArray()).toEqual(before);
    expect(await outside().get(null)).toEqual(outsideBefore);
    const backup = await new Response((await makeBackup(NOW)).stream().pipeThrough(new DecompressionStream('gzip'))).text();
    expect(backup).toContain('"a"');
    expect(backup).not.toContain('f00d');
  });
});

describe('erasing', () => {
  beforeEach(async () => {
    await keepPicture(facts('a'), BYTES);
    await keepPicture(facts('b'), BYTES);
    await keepPicture(facts('m', { accountKey: 'x:mira' }), BYTES);
    await putDraft(facts('a'), BYTES);
    await putDraft(facts('m'), BYTES);
  });

  it('of one picture leaves its capture and the other pictures', async () => {
    await erasePictures(['a']);
    expect(await kept()).toEqual(['b', 'm']);
    expect(await pictureBytes('a')).toBeNull();
    expect(await db.snapshots.get('a')).toBeDefined();
  });

  it('of a capture takes its picture and the one that waits, and no other', async () => {
    await eraseSnapshot('a');
    expect(await kept()).toEqual(['b', 'm']);
    expect((await listDrafts()).map(({ snapshotId }) => snapshotId)).toEqual(['m']);
  });

  it('of an account takes all of its pictures', async () => {
    await eraseAccount('x:lumen');
    expect(await kept()).toEqual(['m']);
    expect(await pictureBytes('b')).toBeNull();
  });

  it('of a study takes the pictures of its accounts', async () => {
    await putStudy(addBrand(newStudy('s', 'Study', NOW), 'brand', 'Lumen', 'own', ['x:lumen']));
    await scheduleErasure({ kind: 'study', studyId: 's' }, NOW);
    await eraseDue(NOW + UNDO_MS);
    expect(await kept()).toEqual(['m']);
  });

  it('of everything takes every picture and every one that waits', async () => {
    await eraseEverything();
    expect(await kept()).toEqual([]);
    expect(await listDrafts()).toEqual([]);
    expect(await pictureBytes('m')).toBeNull();
  });

  it('that is cut off is ended at the next start', async () => {
    await outside().set({ erasing: { captures: ['b'] } });
    await finishErasing();
    expect(await kept()).toEqual(['a', 'm']);
  });

  it('that the pictures refuse is said, takes the figures all the same, and is ended at the next start', async () => {
    const refusing = vi.spyOn(Dexie, 'exists').mockRejectedValue(new Error('no database today'));
    await expect(eraseSnapshot('b')).rejects.toThrow('no database today');
    expect(await db.snapshots.get('b')).toBeUndefined();
    await finishErasing();
    refusing.mockRestore();
    expect(await kept()).toEqual(['a', 'b', 'm']);
    await retirePictures(NOW, null);
    expect(await kept()).toEqual(['a', 'm']);
    expect(await outside().get('forgetting-pictures')).toEqual({});
  });
});

describe('retention of pictures', () => {
  it('erases those that are older, by calendar months, and leaves the captures', async () => {
    await keepPicture(facts('a', { takenAt: Date.UTC(2026, 4, 28, 23) }), BYTES);
    await keepPicture(facts('b', { takenAt: Date.UTC(2026, 4, 29) }), BYTES);
    const now = Date.UTC(2026, 10, 29);
    expect(await retirePictures(now, null)).toBe(0);
    expect(await retirePictures(now, 6)).toBe(1);
    expect(await kept()).toEqual(['b']);
    expect(await db.snapshots.get('a')).toBeDefined();
  });
});

describe('what was captured with a picture', () => {
  it('is given as it was checked at the door, with the checksum of its record', async () => {
    const found = await evidenceOf(['a', 'gone']);
    expect(found.get('a')?.entry?.capture.posts.map(({ id }) => id)).toEqual(['1']);
    expect(found.get('a')?.checksums).toEqual([(await db.snapshots.get('a'))?.checksum.toString(16).padStart(8, '0')]);
    expect(found.get('gone')?.entry ?? null).toBeNull();
  });

  it('is given from the database where the journal has lost it', async () => {
    const { 'capture:a': _, ...rest } = await outside().get(null);
    await outside().remove('capture:a');
    expect(Object.keys(rest).length).toBeGreaterThan(0);
    expect((await evidenceOf(['a'])).get('a')?.entry?.capture.posts.map(({ id }) => id)).toEqual(['1']);
  });
});
