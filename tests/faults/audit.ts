import { monthsOfAll, storedAccounts } from '../../lib/store/account-file';
import { accountFrom } from '../../lib/store/accounts';
import { makeBackup } from '../../lib/store/backup';
import { checkStore } from '../../lib/store/check';
import { gunzip } from '../../lib/store/compress';
import { db, type SnapshotRecord, storeNamed } from '../../lib/store/db';
import { journalIds } from '../../lib/store/journal';
import { readLedger } from '../../lib/store/ledger';
import { monthOf, postsFrom, rollupFrom } from '../../lib/store/months';
import { outside } from '../../lib/store/outside';
import { DATABASE, idsIn, type Restored, restoredBefore } from '../../lib/store/restore';
import { captureIdOf, isWhole, postsOf } from '../../lib/store/snapshots';
import { savedSnapshots } from '../../lib/store/unfiled';
import { fedFrom, fedLikes } from './fed';

/** What the store holds, beside what it said that it holds. */
export interface Audit {
  captures: number;
  /** Acknowledged and not there. */
  lost: string[];
  /** There, but not whole or not what was handed in. */
  torn: string[];
  /** Counted more than once somewhere. */
  doubled: string[];
  /** States of posts in the rollups that are not what the snapshots give. */
  drift: string[];
  /** Captures that the journal and the database do not share, or the ledger miscounts. */
  apart: number;
  /** Captures that were not fed. */
  others: number;
  database: string;
  restored: Restored[];
}

/** Compares the store with what was acknowledged; runs in a page of the extension. Reads the database by itself, whatever opens it otherwise. */
export async function audit(acknowledged: string[]): Promise<Audit> {
  const store = await inUse();
  const [filedRecords, known] = await Promise.all([store.snapshots.toArray(), storedAccounts(store)]);
  // As every view reads them: a capture whose filing was cut off counts.
  const keys = [...new Set([...filedRecords, ...known].map(({ accountKey }) => accountKey))];
  const records = (await Promise.all(keys.map((key) => savedSnapshots(store, key)))).flat();
  const months = await monthsOfAll(store, keys);
  const [rollups, posts, accounts] = [months.map(rollupFrom), months.flatMap(postsFrom), known.map(accountFrom)];
  store.close();
  const firsts = records.filter(({ part }) => part === 0);
  const stored = new Set(firsts.map(({ id }) => id));
  const torn = firsts.filter((first) => !isAsFed(first, records)).map(({ id }) => id);

  const captures = Map.groupBy(firsts, ({ accountKey }) => accountKey);
  const doubled = accounts.flatMap(({ accountKey, snapshots, followers }) => {
    const n = captures.get(accountKey)?.length ?? 0;
    return snapshots === n && followers.length <= n
      ? []
      : [`${accountKey}: ${n} captures, ${snapshots} counted, ${followers.length} followers`];
  });

  const expected = new Map<string, string>();
  const latest = new Map<string, number>();
  const published = new Map(posts.map((post) => [post.postKey, post.published]));
  for (const record of records.sort((a, b) => a.takenAt - b.takenAt)) {
    for (const { postKey: key, metrics } of postsOf(record)) {
      const month = monthOf(published.get(key) ?? null);
      const id = captureIdOf(record.id);
      expected.set(`${record.accountKey} ${key}`, `${month} ${id} ${metrics.likes?.value} ${metrics.comments?.value}`);
      latest.set(key, record.takenAt);
    }
  }
  const filed = new Map<string, string>();
  const drift: string[] = [];
  for (const { accountKey, month, posts: states } of rollups)
    for (const { postKey, snapshotId, metrics } of states) {
      const key = `${accountKey} ${postKey}`;
      if (filed.has(key)) drift.push(`${key} is filed twice`);
      filed.set(key, `${month} ${snapshotId} ${metrics.likes?.value} ${metrics.comments?.value}`);
    }
  for (const key of new Set([...expected.keys(), ...filed.keys()]))
    if (expected.get(key) !== filed.get(key)) drift.push(`${key}: ${filed.get(key)} for ${expected.get(key)}`);
  for (const { postKey, lastSeenAt } of posts)
    if (lastSeenAt !== latest.get(postKey)) drift.push(`${postKey} was last seen at ${latest.get(postKey)}, not ${lastSeenAt}`);

  return {
    captures: stored.size,
    lost: acknowledged.filter((id) => !stored.has(id)),
    ...{ torn, doubled, drift: drift.slice(0, 20) },
    apart: await apart(),
    others: firsts.filter(({ id }) => !fedFrom(id)).length,
    database: store.name,
    restored: await restoredBefore(),
  };
}

const inUse = async () => storeNamed(((await outside().get(DATABASE))[DATABASE] as string | undefined) ?? db.name);

/** How many captures the journal and the database do not share, or the ledger miscounts. */
export async function apart(): Promise<number> {
  const store = await inUse();
  const stored = new Set(await idsIn(store));
  store.close();
  const journal = new Set(await journalIds());
  return journal.symmetricDifference(stored).size + Math.abs((await readLedger()).captures - journal.size);
}

/** Has everything checked, as a person does on the store's page; whether the store was made again. */
export const checked = async (): Promise<boolean> => (await checkStore()).restored !== null;

/** How many captures a backup made now holds. */
export async function capturesInBackup(): Promise<number> {
  const text = await gunzip(new Uint8Array(await (await makeBackup(0)).arrayBuffer()));
  return text.split('\n').filter((line) => line.startsWith('{"entry"')).length;
}

/** Whether all parts of a capture are there, whole, and with the figures that its id stands for. */
function isAsFed(first: SnapshotRecord, records: SnapshotRecord[]): boolean {
  const parts = records.filter(({ id }) => id === first.id || id.startsWith(`${first.id}+`)).sort((a, b) => a.part - b.part);
  if (parts.length !== first.parts || !parts.every(isWhole)) return false;
  const from = fedFrom(first.id);
  if (!from) return true;
  const likes = parts.flatMap((part) => postsOf(part).map(({ metrics }) => metrics.likes?.value));
  return likes.every((value, place) => value === fedLikes(from.n, place));
}
