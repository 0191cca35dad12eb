import { Dexie, type EntityTable } from 'dexie';
import type { PictureFacts } from '../model/picture';
import { clockAhead } from './clock';
import { db } from './db';
import { forgetDrafts } from './drafts';
import { exclusively } from './lock';
import { opened } from './open';
import { outside } from './outside';
import { retentionFrom } from './retention';

/** The file of a picture, apart from its facts: a list of pictures reads no files. */
interface PictureBytes {
  snapshotId: string;
  bytes: Uint8Array<ArrayBuffer>;
}

type PictureStore = Dexie & {
  pictures: EntityTable<PictureFacts, 'snapshotId'>;
  files: EntityTable<PictureBytes, 'snapshotId'>;
};

const NAME = 'jauge-pictures';

/**
 * Pictures lie in a database of their own: figures are never slowed, filled up or endangered by them, and they go without a trace in
 * journal, ledger or backup.
 */
const pictures = new Dexie(NAME, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as PictureStore;
pictures.version(1).stores({ pictures: 'snapshotId, accountKey, takenAt', files: 'snapshotId' });

const both = <T>(work: () => Promise<T>): Promise<T> => pictures.transaction('rw', [pictures.pictures, pictures.files], work);

/** Keeps a picture. False where its capture has been erased meanwhile; rejects when the disk is full or the database will not open. */
export async function keepPicture(facts: PictureFacts, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  await opened();
  return exclusively(async () => {
    if (!(await db.snapshots.get(facts.snapshotId)) && !(await db.unfiled.get(facts.snapshotId))) return false;
    await both(async () => {
      await pictures.pictures.put(facts);
      await pictures.files.put({ snapshotId: facts.snapshotId, bytes });
    });
    return true;
  });
}

/** What is known of each picture, newest first. */
export const listPictures = (): Promise<PictureFacts[]> => pictures.pictures.orderBy('takenAt').reverse().toArray();

/** The file of a picture; null where it is gone. */
export const pictureBytes = async (snapshotId: string): Promise<Uint8Array<ArrayBuffer> | null> =>
  (await pictures.files.get(snapshotId))?.bytes ?? null;

/** Erases pictures; what was captured with them stays. */
export async function erasePictures(snapshotIds: string[]): Promise<void> {
  await both(() => Promise.all([pictures.pictures.bulkDelete(snapshotIds), pictures.files.bulkDelete(snapshotIds)]));
}

/** Captures whose pictures are still to go: noted with the erasure, so that one that is cut off, or that this database refuses, is ended later. */
const FORGETTING = 'forgetting-pictures';
type Forgotten = string[] | 'everything';

const noted = async () => (await outside().get(FORGETTING))[FORGETTING] as Forgotten | undefined;

/** What is to be written outside in one stroke with the note that captures are being erased. Only under the store's lock. */
export async function notedToForget(captures: Forgotten): Promise<Record<string, Forgotten>> {
  const before = (await noted()) ?? [];
  return { [FORGETTING]: captures === 'everything' || before === 'everything' ? 'everything' : [...before, ...captures] };
}

/**
 * Erases the pictures that are noted, those that wait to be looked at as well. Only under the store's lock. Rejects when it could not be done; then it is
 * tried again with the next erasure and at the next start.
 */
export async function forgetNoted(): Promise<void> {
  const captures = await noted();
  if (captures === undefined) return;
  await forgetDrafts(captures);
  // Whoever never took a picture has no such database, and needs none.
  if (await Dexie.exists(NAME)) {
    if (captures === 'everything') await both(() => Promise.all([pictures.pictures.clear(), pictures.files.clear()]));
    else await erasePictures(captures);
  }
  await outside().remove(FORGETTING);
}

/** Ends what was left of erasures, and erases the pictures that are older than the user keeps them; null keeps them for ever. How many of those went;
 * none while the clock cannot be believed.
 */
export async function retirePictures(now: number, months: number | null): Promise<number> {
  await exclusively(forgetNoted);
  const from = retentionFrom(now, months);
  if (from === null || !(await Dexie.exists(NAME))) return 0;
  await opened();
  if ((await clockAhead(now)) !== null) return 0;
  const old = await pictures.pictures.where('takenAt').below(from).primaryKeys();
  if (old.length) await erasePictures(old);
  return old.length;
}
