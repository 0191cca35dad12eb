import { type Changes, commit } from './commit';
import { db, type SnapshotRecord, type Store } from './db';
import { FILES, fileCaptures } from './file-captures';
import type { Entry } from './journal';
import { settle } from './settle';
import { captureIdOf, snapshotRecords } from './snapshots';

/** Posts in one transaction. More would lose more work when it is ended halfway. */
const MOST_POSTS = 10_000;
/** In the first one: the browser's side has something to do at once. */
const FIRST_POSTS = 1_500;
/** Transactions under way at a time: the browser's side works on one while this side makes the next. */
const AHEAD = 2;

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
  const onTheWay: Promise<void>[] = [];
  let waiting: Entry[] = [];
  let [posts, done, most] = [0, 0, FIRST_POSTS];
  const flush = async (durability: 'strict' | 'relaxed') => {
    const batch = waiting;
    [waiting, posts] = [[], 0];
    const areNew = batch.every(({ accountKey }) => !filed.has(accountKey));
    for (const { accountKey } of batch) filed.add(accountKey);
    const snapshots = batch.flatMap(snapshotRecords);
    // Packed and filed while the batches before are on their way to the disk.
    const ready = areNew ? (await fileCaptures(null, batch)).changes : null;
    if (onTheWay.length >= AHEAD) await onTheWay.shift();
    const writing = writeBatch(store, batch, snapshots, ready, durability);
    writing.catch(() => undefined); // It is awaited by a later one.
    onTheWay.push(writing);
  };
  for await (const [id, entry] of entries) {
    const other = entry?.accountKey !== waiting.at(-1)?.accountKey;
    if (posts >= (other ? most : 2 * MOST_POSTS)) {
      await flush('relaxed');
      most = MOST_POSTS;
    }
    if (entry && !known.has(id)) {
      known.add(id);
      waiting.push(entry);
      posts += entry.capture.posts.length;
    }
    done += 1;
    onProgress(done);
  }
  await flush('strict');
  await Promise.all(onTheWay);
}

const TABLES = ['snapshots', ...FILES] as const;

/** `ready` are the changes if all accounts in it are new. Where the database knows better, they are made anew from what it has. */
async function writeBatch(
  store: Store,
  batch: Entry[],
  snapshots: SnapshotRecord[],
  ready: Changes | null,
  durability: 'strict' | 'relaxed',
): Promise<void> {
  const refused = ready && (await commit(store, TABLES, durability, () => ({ ...ready, snapshots: { add: snapshots } })).catch(refusal));
  if (ready && !refused) return;
  const ids = batch.map(({ capture }) => capture.id);
  await commit(store, TABLES, durability, async (reader) => {
    const there = new Set((await reader.many<SnapshotRecord>('snapshots', ids)).map((record) => record?.id));
    const { changes } = await fileCaptures(
      reader,
      batch.filter(({ capture }) => !there.has(capture.id)),
    );
    return { ...changes, snapshots: { add: snapshots.filter(({ id }) => !there.has(captureIdOf(id))) } };
  });
}

/** The error where it says that a record is there already; throws any other. */
function refusal(error: unknown): unknown {
  if (error instanceof DOMException && error.name === 'ConstraintError') return error;
  throw error;
}
