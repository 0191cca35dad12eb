import { commit } from './commit';
import { db, type Store } from './db';
import { fileCaptures } from './file-captures';
import type { Entry } from './journal';
import { settle } from './settle';
import { snapshotRecords } from './snapshots';

/** Posts in one transaction. More would lose more work when it is ended halfway. */
const MOST_POSTS = 10_000;

/**
 * Writes many captures, some ten thousand posts at a time; null stands for one that cannot be had. It is fastest where an account's captures follow each
 * other: its file is then read and written once for many. What was written stays written when the work is ended halfway: the same captures
 * again change nothing. Only under the store's lock.
 */
export async function writeAll(
  entries: AsyncIterable<[captureId: string, entry: Entry | null]>,
  onProgress: (done: number) => void,
  store: Store = db,
): Promise<void> {
  await settle(store);
  const known = new Set(await store.snapshots.toCollection().primaryKeys());
  const filed = new Set(await store.accounts.toCollection().primaryKeys());
  let writing: Promise<unknown> = Promise.resolve();
  let waiting: Entry[] = [];
  let [posts, done] = [0, 0];
  const flush = async (durability: 'strict' | 'relaxed') => {
    const batch = waiting;
    [waiting, posts] = [[], 0];
    // Made while the batch before is on its way to the disk; only where an account is in it too must that be over.
    const snapshots = { add: batch.flatMap(snapshotRecords) };
    const { changes } = await fileCaptures(store, batch, filed);
    for (const { accountKey } of batch) filed.add(accountKey);
    await writing;
    writing = commit(store, { snapshots, ...changes }, durability);
    writing.catch(() => undefined); // It is awaited by the next.
  };
  for await (const [id, entry] of entries) {
    const other = entry?.accountKey !== waiting.at(-1)?.accountKey;
    if (posts >= (other ? MOST_POSTS : 2 * MOST_POSTS)) await flush('relaxed');
    if (entry && !known.has(id)) {
      known.add(id);
      waiting.push(entry);
      posts += entry.capture.posts.length;
    }
    done += 1;
    onProgress(done);
  }
  await flush('strict');
  await writing;
}
