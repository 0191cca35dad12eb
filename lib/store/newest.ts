import { db } from './db';
import { postKeysOf, snapshotsOfAccount } from './snapshots';
import { unfiledSnapshots } from './unfiled';

/** When an account was last captured, and the posts of that capture in the order of the page; null where it never was. */
export async function newestCapture(accountKey: string): Promise<{ takenAt: number; postKeys: string[] } | null> {
  const unfiled = await unfiledSnapshots(db, accountKey);
  const filed = await snapshotsOfAccount(db, accountKey).last();
  const takenAt = Math.max(...[...unfiled, ...(filed ? [filed] : [])].map((snapshot) => snapshot.takenAt));
  if (!Number.isFinite(takenAt)) return null;
  // A large capture is stored in parts, all with its time.
  const parts = await db.snapshots.where('[accountKey+takenAt]').equals([accountKey, takenAt]).toArray();
  const newest = [...parts, ...unfiled.filter((snapshot) => snapshot.takenAt === takenAt)];
  return { takenAt, postKeys: [...new Set(newest.sort((a, b) => a.part - b.part).flatMap(postKeysOf))] };
}
