import type { AccountRecord } from '../model/rollup';
import { POST_FLAGS, type PostFlag } from '../model/vocabulary';
import { db, type SnapshotRecord, type StoredPost } from './db';
import { unpack } from './pack';
import { fileInto } from './rollups';
import { recordAccount, stateOf } from './write';

/** Removes one snapshot and everything that only it knew. Removing it twice is the same. */
export async function eraseSnapshot(id: string): Promise<void> {
  await db.transaction('rw', [db.snapshots, db.posts, db.accounts, db.rollups, db.comments], async () => {
    const record = await db.snapshots.get(id);
    if (!record) return;
    await db.comments.delete(id);
    await db.snapshots.bulkDelete(Array.from({ length: record.parts }, (_, part) => (part === 0 ? id : `${id}+${part}`)));
    await rebuildAccount(record.accountKey);
  });
}

/** Removes an account: its snapshots, figures, and the posts that no other account's page showed. */
export async function eraseAccount(accountKey: string): Promise<void> {
  await db.transaction('rw', [db.snapshots, db.posts, db.accounts, db.rollups, db.comments], async () => {
    await snapshotsOfAccount(accountKey).delete();
    await db.comments.where('accountKey').equals(accountKey).delete();
    await rebuildAccount(accountKey);
  });
}

/** Removes every capture, study and figure of the store; the settings stay. */
export async function eraseEverything(): Promise<void> {
  await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
}

const snapshotsOfAccount = (accountKey: string) =>
  db.snapshots
    .where('[accountKey+takenAt]')
    .between([accountKey, Number.NEGATIVE_INFINITY], [accountKey, Number.POSITIVE_INFINITY], true, true);

/** Derives an account's figures again from the snapshots that are left; must run inside a transaction. */
async function rebuildAccount(accountKey: string): Promise<void> {
  const snapshots = await snapshotsOfAccount(accountKey).toArray();
  const before = await db.accounts.get(accountKey);
  const formerKeys = (await db.rollups.where('accountKey').equals(accountKey).toArray()).flatMap((rollup) =>
    rollup.posts.map((post) => post.postKey),
  );
  const left = new Set(snapshots.flatMap((snapshot) => snapshot.postKeys));
  await forgetPosts(
    formerKeys.filter((key) => !left.has(key)),
    accountKey,
  );
  await db.rollups.where('accountKey').equals(accountKey).delete();
  if (!snapshots.length) {
    await db.accounts.delete(accountKey);
    return;
  }
  const posts = new Map((await db.posts.bulkGet([...left])).flatMap((post) => (post ? [[post.postKey, post]] : [])));
  await db.rollups.bulkPut(
    fileInto(
      [],
      snapshots.flatMap((snapshot) => filedFrom(snapshot, posts)),
    ),
  );
  const record = snapshots
    .filter((snapshot) => snapshot.part === 0)
    .reduce<AccountRecord | undefined>((known, snapshot) => recordAccount(known, snapshot, accountKey, before?.sample ?? false), undefined);
  if (record) await db.accounts.put(record);
}

async function forgetPosts(postKeys: string[], accountKey: string): Promise<void> {
  const posts = (await db.posts.bulkGet([...new Set(postKeys)])).filter((post): post is StoredPost => post !== undefined);
  const elsewhere = posts.map((post) => ({ ...post, seenOn: post.seenOn.filter((key) => key !== accountKey) }));
  await db.posts.bulkPut(elsewhere.filter((post) => post.seenOn.length));
  await db.posts.bulkDelete(elsewhere.filter((post) => !post.seenOn.length).map((post) => post.postKey));
}

function filedFrom(snapshot: SnapshotRecord, posts: Map<string, StoredPost>) {
  const id = snapshot.id.replace(/\+\d+$/, '');
  return unpack(snapshot, snapshot.postKeys.length).flatMap((post, index) => {
    const record = posts.get(snapshot.postKeys[index] ?? '');
    if (!record) return [];
    const flags = Object.fromEntries(POST_FLAGS.map((flag) => [flag, post.flags.includes(flag)])) as Record<PostFlag, boolean>;
    return [{ state: stateOf({ flags, metrics: post.metrics }, record, { ...snapshot, id }, snapshot.accountKey), formerMonth: null }];
  });
}
