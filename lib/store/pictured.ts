import { groupedBy } from '../model/grouped';
import type { PicturedCapture, PictureFacts } from '../model/picture';
import { db, type SnapshotRecord } from './db';
import { listPictures } from './pictures';
import { aboutOf, captureIdOf, postKeysOf } from './snapshots';
import { unfiledSnapshots } from './unfiled';

const AT_ONCE = 50;

/** The pictures of some accounts that are kept, newest first, each with what its capture saw; of a damaged capture no posts are known. */
export async function picturedCaptures(accountKeys: readonly string[]): Promise<PicturedCapture[]> {
  const wanted = new Set(accountKeys);
  const kept = (await listPictures()).filter(({ accountKey }) => wanted.has(accountKey));
  const found: PicturedCapture[] = [];
  for (let at = 0; at < kept.length; at += AT_ONCE) found.push(...(await seenWith(kept.slice(at, at + AT_ONCE))));
  return found;
}

async function seenWith(pictures: PictureFacts[]): Promise<PicturedCapture[]> {
  const records = await recordsOf(pictures);
  return pictures.map((picture) => {
    const own = records.get(picture.snapshotId) ?? [];
    return { ...picture, surface: surfaceIn(own[0]), postKeys: own.flatMap(keysIn) };
  });
}

/** The records of the captures that pictures were taken with, by capture, in their order. */
async function recordsOf(pictures: PictureFacts[]): Promise<Map<string, SnapshotRecord[]>> {
  // Those that wait to be filed first: what is filed meanwhile is then found twice rather than not at all.
  const accounts = [...new Set(pictures.map(({ accountKey }) => accountKey))];
  const unfiled = (await Promise.all(accounts.map((key) => unfiledSnapshots(db, key)))).flat();
  const firsts = await db.snapshots.bulkGet(pictures.map(({ snapshotId }) => snapshotId));
  const others = firsts.flatMap((first) => Array.from({ length: (first?.parts ?? 1) - 1 }, (_, part) => `${first?.id}+${part + 1}`));
  const filed = [...firsts, ...(await db.snapshots.bulkGet(others))].filter((record) => record !== undefined);
  const all = new Map([...unfiled, ...filed].map((record) => [record.id, record]));
  return groupedBy([...all.values()], ({ id }) => captureIdOf(id));
}

const surfaceIn = (record: SnapshotRecord | undefined) => attempt(() => record && aboutOf(record).surface.kind) ?? null;
const keysIn = (record: SnapshotRecord): string[] => attempt(() => postKeysOf(record)) ?? [];

/** Damaged records cannot be unpacked; a picture is one all the same. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
