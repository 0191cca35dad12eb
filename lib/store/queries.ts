import type { AccountSighting, Observation, PostRecord, SnapshotSummary } from '../model/records';
import type { AccountRecord, Rollup } from '../model/rollup';
import type { Study } from '../model/study';
import { monthsOf, monthsOfAll, storedAccounts } from './account-file';
import { accountFrom } from './accounts';
import { type CommentsRecord, db, type SnapshotRecord } from './db';
import { keysIn, postsFrom, rollupFrom } from './months';
import { aboutOf, captureIdOf, postKeysOf, postsOf, snapshotsOfAccount } from './snapshots';
import { savedSnapshots } from './unfiled';

/** Studies, oldest first. */
export const listStudies = async (): Promise<Study[]> => (await db.studies.toArray()).sort((a, b) => a.createdAt - b.createdAt);

/** Every account ever captured, latest captured first. */
export const listAccounts = async (): Promise<AccountRecord[]> =>
  (await storedAccounts(db)).map(accountFrom).sort((a, b) => b.lastSeenAt - a.lastSeenAt);

/** The accounts of these keys that were ever captured. */
export const accountsOf = async (accountKeys: string[]): Promise<AccountRecord[]> =>
  (await storedAccounts(db, accountKeys)).map(accountFrom);

/** Rollups of some accounts: all that benchmarks need, a small record per account and month. */
export const rollupsOf = async (accountKeys: string[]): Promise<Rollup[]> => (await monthsOfAll(db, accountKeys)).map(rollupFrom);

/** Lasting facts (text, link, date) of all posts on some accounts' pages. A post on two of these pages comes once, as its own account's page has it. */
export async function postRecords(accountKeys: string[]): Promise<PostRecord[]> {
  const posts = new Map<string, PostRecord>();
  for (const record of await monthsOfAll(db, accountKeys))
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
  const snapshots = (await Promise.all(pages.map((page) => savedSnapshots(db, page)))).flat();
  const found = snapshots.flatMap((snapshot): Observation[] => {
    if (!postKeysOf(snapshot).includes(postKey)) return [];
    const { url: pageUrl, adapter } = aboutOf(snapshot);
    const seen = { snapshotId: captureIdOf(snapshot.id), takenAt: snapshot.takenAt, pageUrl, adapter };
    return postsOf(snapshot)
      .filter((post) => post.postKey === postKey)
      .slice(0, 1)
      .map(({ flags, metrics }) => ({ postKey, ...seen, flags, metrics }));
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

/** When some accounts were captured, epoch ms, by account: from the index alone, nothing is unpacked. One that waits to be filed is not among them yet. */
export async function captureTimes(accountKeys: string[]): Promise<Map<string, number[]>> {
  const keys = await Promise.all(accountKeys.map((key) => snapshotsOfAccount(db, key).keys()));
  return new Map(accountKeys.map((key, index) => [key, (keys[index] as unknown as [string, number][]).map(([, takenAt]) => takenAt)]));
}

/** Comments on posts of some accounts, as each capture of a post's page read them. */
export const commentsOf = (accountKeys: string[]): Promise<CommentsRecord[]> =>
  db.comments.where('accountKey').anyOf(accountKeys).toArray();

/** An account's captures, newest first, without their posts. */
export async function snapshotsOf(accountKey: string): Promise<SnapshotSummary[]> {
  const [snapshots, doubts] = await Promise.all([
    savedSnapshots(db, accountKey),
    db.doubts.where('accountKey').equals(accountKey).toArray(),
  ]);
  const doubtful = new Map(doubts.map((record) => [record.id, record.doubts]));
  return snapshots
    .filter(({ part }) => part === 0)
    .reverse()
    .map((snapshot) => {
      const { id, takenAt } = snapshot;
      const { network, url, adapter, coverage, surface, account, followedSince } = aboutOf(snapshot);
      const doubts = doubtful.get(id) ?? [];
      const facts = { id, accountKey, network, takenAt, url, n: coverage.read, adapter, surface: surface.kind, account, coverage, doubts };
      return followedSince === undefined ? facts : { ...facts, followedSince };
    });
}

/** What each capture of some accounts says of its account (bio, link, followers…), oldest first; no post is unpacked. A damaged capture is left out. */
export async function accountSightings(accountKeys: string[]): Promise<AccountSighting[]> {
  const sightings: AccountSighting[] = [];
  // One account after the other: all captures of a study at once may be more than fits the memory.
  for (const key of new Set(accountKeys)) sightings.push(...(await savedSnapshots(db, key)).flatMap(sightingIn));
  return sightings.sort((a, b) => a.takenAt - b.takenAt);
}

function sightingIn(snapshot: SnapshotRecord): AccountSighting[] {
  const { accountKey, takenAt, part } = snapshot;
  if (part !== 0) return [];
  try {
    const { url, surface, locale, adapter, account } = aboutOf(snapshot);
    return [{ accountKey, takenAt, url, surface: surface.kind, locale, adapter, account }];
  } catch {
    return [];
  }
}
