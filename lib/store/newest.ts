import { db } from './db';
import { postKeysOf, snapshotsOfAccount } from './snapshots';

/** When an account was last captured, and the posts of that capture in the order of the page; null where it never was. */
export async function newestCapture(accountKey: string): Promise<{ takenAt: number; postKeys: string[] } | null> {
  const last = await snapshotsOfAccount(db, accountKey).last();
  if (!last) return null;
  // A large capture is stored in parts, all with its time.
  const parts = await db.snapshots.where('[accountKey+takenAt]').equals([accountKey, last.takenAt]).toArray();
  return { takenAt: last.takenAt, postKeys: [...new Set(parts.sort((a, b) => a.part - b.part).flatMap(postKeysOf))] };
}
