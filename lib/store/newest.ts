import { db } from './db';

/** When an account was last captured, and the posts of that capture in the order of the page; null where it never was. */
export async function newestCapture(accountKey: string): Promise<{ takenAt: number; postKeys: string[] } | null> {
  const own = db.snapshots.where('[accountKey+takenAt]');
  const last = await own.between([accountKey, Number.NEGATIVE_INFINITY], [accountKey, Number.POSITIVE_INFINITY], true, true).last();
  if (!last) return null;
  // A large capture is stored in parts, all with its time.
  const parts = await db.snapshots.where('[accountKey+takenAt]').equals([accountKey, last.takenAt]).toArray();
  return { takenAt: last.takenAt, postKeys: [...new Set(parts.sort((a, b) => a.part - b.part).flatMap((part) => part.postKeys))] };
}
