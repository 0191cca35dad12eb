import type { Observation, PostRecord, SnapshotSummary } from '../model/records';
import type { AccountRecord, Rollup } from '../model/rollup';
import type { Study } from '../model/study';
import { db, type SnapshotRecord } from './db';
import { unpack } from './pack';

/** Studies, oldest first. */
export const listStudies = async (): Promise<Study[]> => (await db.studies.toArray()).sort((a, b) => a.createdAt - b.createdAt);

/** Every account ever captured, latest captured first. */
export const listAccounts = async (): Promise<AccountRecord[]> => (await db.accounts.toArray()).sort((a, b) => b.lastSeenAt - a.lastSeenAt);

/** Rollups of some accounts: all that benchmarks need, one small record per account and month. */
export const rollupsOf = async (accountKeys: string[]): Promise<Rollup[]> => db.rollups.where('accountKey').anyOf(accountKeys).toArray();

/** Lasting facts of posts (text, link, date), in the order asked; unknown keys are left out. */
export const postRecords = async (postKeys: string[]): Promise<PostRecord[]> =>
  (await db.posts.bulkGet(postKeys)).filter((post) => post !== undefined);

/** Every time a post was captured, newest first, with the raw texts: the evidence behind its figures. */
export async function observationsOf(postKey: string): Promise<Observation[]> {
  const post = await db.posts.get(postKey);
  if (!post) return [];
  const snapshots = (await Promise.all(post.seenOn.map(recordsOf))).flat();
  const found = snapshots.flatMap((snapshot): Observation[] => {
    const index = snapshot.postKeys.indexOf(postKey);
    const seen = index < 0 ? undefined : unpack(snapshot, snapshot.postKeys.length)[index];
    if (!seen) return [];
    const { takenAt, url: pageUrl, adapter } = snapshot;
    return [{ postKey, snapshotId: snapshot.id.replace(/\+\d+$/, ''), takenAt, pageUrl, adapter, ...seen }];
  });
  return found.sort((a, b) => b.takenAt - a.takenAt);
}

/** An account's captures, newest first, without their posts. */
export async function snapshotsOf(accountKey: string): Promise<SnapshotSummary[]> {
  const first = (await recordsOf(accountKey)).filter((snapshot) => snapshot.part === 0).reverse();
  return first.map(({ id, network, takenAt, url, adapter, coverage, followedSince, doubts = [] }) => {
    const facts = { id, accountKey, network, takenAt, url, n: coverage.read, adapter, coverage, doubts };
    return followedSince === undefined ? facts : { ...facts, followedSince };
  });
}

const recordsOf = (accountKey: string): Promise<SnapshotRecord[]> =>
  db.snapshots
    .where('[accountKey+takenAt]')
    .between([accountKey, Number.NEGATIVE_INFINITY], [accountKey, Number.POSITIVE_INFINITY], true, true)
    .toArray();
