import type { Observation, PostRecord, SnapshotSummary } from '../model/records';
import type { AccountRecord, Rollup } from '../model/rollup';
import type { Study } from '../model/study';
import { accountFrom } from './accounts';
import { db } from './db';
import { monthsOf } from './filing';
import { keysIn, postsFrom, rollupFrom } from './months';
import { unpack } from './pack';
import { captureIdOf, postKeysOf, snapshotsOfAccount } from './snapshots';

/** Studies, oldest first. */
export const listStudies = async (): Promise<Study[]> => (await db.studies.toArray()).sort((a, b) => a.createdAt - b.createdAt);

/** Every account ever captured, latest captured first. */
export const listAccounts = async (): Promise<AccountRecord[]> =>
  (await db.accounts.toArray()).map(accountFrom).sort((a, b) => b.lastSeenAt - a.lastSeenAt);

/** The accounts of these keys that were ever captured. */
export const accountsOf = async (accountKeys: string[]): Promise<AccountRecord[]> =>
  (await db.accounts.bulkGet(accountKeys)).flatMap((account) => (account ? accountFrom(account) : []));

const monthsOfAll = async (accountKeys: string[]) => (await Promise.all([...new Set(accountKeys)].map((key) => monthsOf(db, key)))).flat();

/** Rollups of some accounts: all that benchmarks need, a small record per account and month. */
export const rollupsOf = async (accountKeys: string[]): Promise<Rollup[]> => (await monthsOfAll(accountKeys)).map(rollupFrom);

/** Lasting facts (text, link, date) of all posts on some accounts' pages. A post on two of these pages comes once, as its own account's page has it. */
export async function postRecords(accountKeys: string[]): Promise<PostRecord[]> {
  const posts = new Map<string, PostRecord>();
  for (const record of await monthsOfAll(accountKeys))
    for (const post of postsFrom(record))
      if (post.accountKey === record.accountKey || !posts.has(post.postKey)) posts.set(post.postKey, post);
  return [...posts.values()];
}

/**
 * Every time that a post on this account's page was captured, also on other accounts' pages, newest first, with the raw texts: the evidence
 * behind its figures.
 */
export async function observationsOf(postKey: string, accountKey: string): Promise<Observation[]> {
  const pages = await pagesWith(postKey, accountKey);
  const snapshots = (await Promise.all(pages.map((page) => snapshotsOfAccount(db, page).toArray()))).flat();
  const found = snapshots.flatMap((snapshot): Observation[] => {
    const keys = postKeysOf(snapshot);
    const index = keys.indexOf(postKey);
    const seen = index < 0 ? undefined : unpack(snapshot, keys.length)[index];
    if (!seen) return [];
    const { takenAt, url: pageUrl, adapter } = snapshot;
    return [{ postKey, snapshotId: captureIdOf(snapshot.id), takenAt, pageUrl, adapter, ...seen }];
  });
  return found.sort((a, b) => b.takenAt - a.takenAt);
}

/** Accounts whose pages may have shown a post: where it was asked for, whoever published it, and those it was a guest of. */
async function pagesWith(postKey: string, accountKey: string): Promise<string[]> {
  const [own, elsewhere] = await Promise.all([monthsOf(db, accountKey), db.rollups.where('guests').equals(postKey).toArray()]);
  const record = own.find((month) => keysIn(month).includes(postKey));
  const publisher = record && postsFrom(record).find((post) => post.postKey === postKey)?.accountKey;
  return [...new Set([accountKey, ...(publisher ? [publisher] : []), ...elsewhere.map((month) => month.accountKey)])];
}

/** An account's captures, newest first, without their posts. */
export async function snapshotsOf(accountKey: string): Promise<SnapshotSummary[]> {
  const first = (await snapshotsOfAccount(db, accountKey).toArray()).filter((snapshot) => snapshot.part === 0).reverse();
  return first.map(({ id, network, takenAt, url, adapter, coverage, followedSince, doubts = [] }) => {
    const facts = { id, accountKey, network, takenAt, url, n: coverage.read, adapter, coverage, doubts };
    return followedSince === undefined ? facts : { ...facts, followedSince };
  });
}
