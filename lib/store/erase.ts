import type { AccountRecord } from '../model/rollup';
import { POST_FLAGS, type PostFlag } from '../model/vocabulary';
import { db, type SnapshotRecord, type StoredPost } from './db';
import { journalIds } from './journal';
import { strike } from './ledger';
import { exclusively } from './lock';
import { outside } from './outside';
import { unpack } from './pack';
import { fileInto } from './rollups';
import { forgetStudies, forgetStudy } from './studies';
import { recordAccount, stateOf } from './write';

/** Removes one snapshot and everything that only it knew. Removing it twice is the same. */
export const eraseSnapshot = (id: string): Promise<void> => exclusively(() => carryOut({ captures: [id] }));

/** Removes several at once. */
export const eraseCaptures = (ids: string[]): Promise<void> => exclusively(() => carryOut({ captures: ids }));

/** Removes an account: its snapshots, figures, and the posts that no other account's page showed. */
export const eraseAccount = (accountKey: string): Promise<void> =>
  exclusively(async () => carryOut(await erasureOf({ kind: 'account', accountKey })));

/** Removes every capture, study and figure of the store; the settings stay. */
export const eraseEverything = (): Promise<void> => exclusively(() => carryOut('everything'));

/** What is to be erased is noted first: an erasure that is ended halfway goes on at the next start, and nothing is restored that was erased. */
export type Erasure = { captures: string[]; studyId?: string } | 'everything';

/** What a user can have erased: a study goes with every account in it. */
export type ErasureTarget = { kind: 'everything' } | { kind: 'account'; accountKey: string } | { kind: 'study'; studyId: string };

const ERASING = 'erasing';

/** Ends an erasure that was cut off. */
export async function finishErasing(): Promise<void> {
  const left = (await outside().get(ERASING))[ERASING] as Erasure | undefined;
  if (left) await exclusively(() => carryOut(left));
}

/** The captures that go with it, as they are now. */
export async function erasureOf(target: ErasureTarget): Promise<Erasure> {
  if (target.kind === 'everything') return 'everything';
  if (target.kind === 'account') return { captures: await capturesOf([target.accountKey]) };
  const study = await db.studies.get(target.studyId);
  const accounts = study?.brands.flatMap((brand) => brand.accounts) ?? [];
  return { captures: await capturesOf([...new Set(accounts)]), studyId: target.studyId };
}

async function capturesOf(accountKeys: string[]): Promise<string[]> {
  const ids = await Promise.all(accountKeys.map((key) => snapshotsOfAccount(key).primaryKeys()));
  return ids.flat().filter((id) => !/\+\d+$/.test(id));
}

/** Only under the store's lock. `also` is written outside in the same stroke as the note that it has begun. */
export async function carryOut(erasure: Erasure, also: Record<string, unknown> = {}): Promise<void> {
  await outside().set({ ...also, [ERASING]: erasure });
  if (erasure === 'everything') {
    await strike(await journalIds());
    await forgetStudies();
    await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  } else {
    await strike(erasure.captures);
    await eraseRecords(erasure.captures);
    if (erasure.studyId !== undefined) await forgetStudy(erasure.studyId);
  }
  await outside().remove(ERASING);
}

async function eraseRecords(captureIds: string[]): Promise<void> {
  await db.transaction('rw', [db.snapshots, db.posts, db.accounts, db.rollups, db.comments, db.rejects], async () => {
    const records = (await db.snapshots.bulkGet(captureIds)).filter((record) => record !== undefined);
    await db.comments.bulkDelete(captureIds);
    await db.rejects.where('captureId').anyOf(captureIds).delete();
    const parts = records.flatMap(({ id, parts }) => Array.from({ length: parts }, (_, part) => (part === 0 ? id : `${id}+${part}`)));
    await db.snapshots.bulkDelete(parts);
    for (const accountKey of new Set(records.map((record) => record.accountKey))) await rebuildAccount(accountKey);
  });
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
