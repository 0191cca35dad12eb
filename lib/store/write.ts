import { postKey } from '../model/keys';
import type { Doubt } from '../model/records';
import { recordAccount, type StoredAccount } from './accounts';
import { type CommentsRecord, db, type MonthRecord, type Reject, type SnapshotRecord, type Store } from './db';
import { doubtsOf } from './doubts';
import { type AccountFile, emptyFile, filedIn, fold, likelyMonths, mayBeElsewhere, monthsOf, sight, unfold } from './filing';
import type { Entry } from './journal';
import { monthId } from './months';
import { snapshotRecords } from './snapshots';

/** What became of a capture: whether it is new, and how many of its readings can hardly be true. */
export interface Written {
  fresh: boolean;
  doubts: number;
}

/**
 * Writes a capture, already checked, in one strict transaction: snapshot, posts, account and rollups, all or nothing.
 * Returns once the transaction is complete. The same capture again changes nothing (`fresh` is false).
 */
export async function writeCapture(entry: Entry, store: Store = db): Promise<Written> {
  const [written] = await writeCaptures([entry], store);
  return written ?? { fresh: false, doubts: 0 };
}

/** Writes captures as one, in the order given: each account's file is read and written once for all of them. */
export async function writeCaptures(entries: Entry[], store: Store = db): Promise<Written[]> {
  const tables = [store.snapshots, store.accounts, store.rollups, store.rejects, store.comments];
  return store.transaction('rw', tables, async () => {
    const { known, files, accounts } = await read(store, entries);
    const found = new Map<string, Written>();
    for (const record of known) if (record) found.set(record.id, { fresh: false, doubts: record.doubts?.length ?? 0 });
    const made: Made = { snapshots: [], comments: [], rejects: [] };
    const written = entries.map((entry): Written => {
      const { id } = entry.capture;
      const before = found.get(id);
      if (before) return before;
      const doubts = fileCapture(entry, files, accounts, made);
      found.set(id, { fresh: false, doubts });
      return { fresh: true, doubts };
    });
    if (written.some(({ fresh }) => fresh)) await put(store, files, accounts, made);
    return written;
  });
}

interface Made {
  snapshots: SnapshotRecord[];
  comments: CommentsRecord[];
  rejects: Omit<Reject, 'id'>[];
}

/** Everything that these captures may change, in one round trip where all dates are exact. */
async function read(store: Store, entries: Entry[]) {
  const files = new Map<string, AccountFile>();
  const posts = new Map<string, Entry['capture']['posts']>();
  for (const { accountKey, capture } of entries) {
    if (!files.has(accountKey)) files.set(accountKey, emptyFile(accountKey, capture.network));
    posts.set(accountKey, [...(posts.get(accountKey) ?? []), ...capture.posts]);
  }
  const keys = [...files.keys()];
  const ids = keys.flatMap((key) => likelyMonths(posts.get(key) ?? []).map((month) => monthId(key, month)));
  const [known, stored, months] = await Promise.all([
    store.snapshots.bulkGet(entries.map(({ capture }) => capture.id)),
    store.accounts.bulkGet(keys),
    store.rollups.bulkGet(ids),
  ]);
  const accounts = new Map<string, StoredAccount>();
  for (const account of stored) if (account) accounts.set(account.accountKey, account);
  for (const month of months) if (month) unfold(files.get(month.accountKey) as AccountFile, month);
  for (const [key, file] of files) {
    const account = accounts.get(key);
    if (!account) continue;
    file.loose = account.loose;
    const split = [...file.parts.values()].some((parts) => parts > 1);
    if (!split && !mayBeElsewhere(file, posts.get(key) ?? [])) continue;
    for (const month of await monthsOf(store, key)) unfold(file, month);
  }
  return { known, files, accounts };
}

/** Files one capture; returns how many of its readings can hardly be true. */
function fileCapture(
  { capture, comments, accountKey, rejects, sample }: Entry,
  files: Map<string, AccountFile>,
  accounts: Map<string, StoredAccount>,
  made: Made,
): number {
  const file = files.get(accountKey) as AccountFile;
  const doubts: Doubt[] = [];
  for (const post of capture.posts) {
    const key = postKey(capture.network, post.id);
    const before = filedIn(file, key)?.state;
    const { published } = sight(file, key, post, capture).state;
    doubtsOf({ postKey: key, published, takenAt: capture.takenAt, metrics: post.metrics }, before, doubts);
  }
  const { id, takenAt, network, surface } = capture;
  made.snapshots.push(...snapshotRecords(capture, accountKey, doubts));
  const account = recordAccount(accounts.get(accountKey), capture, accountKey, sample);
  accounts.set(accountKey, { ...account, loose: file.loose });
  if (comments.length && surface.postId)
    made.comments.push({ id, accountKey, postKey: postKey(network, surface.postId), takenAt, comments });
  for (const reason of rejects) made.rejects.push({ captureId: id, takenAt, network, reason });
  return doubts.length;
}

/** Writes it all without waiting in between. */
async function put(store: Store, files: Map<string, AccountFile>, accounts: Map<string, StoredAccount>, made: Made): Promise<void> {
  const records: MonthRecord[] = [];
  const surplus: string[] = [];
  for (const file of files.values()) {
    const folded = fold(file);
    records.push(...folded.records);
    surplus.push(...folded.surplus);
  }
  const writes: PromiseLike<unknown>[] = [
    store.snapshots.bulkAdd(made.snapshots),
    store.rollups.bulkPut(records),
    store.accounts.bulkPut([...accounts.values()]),
  ];
  if (surplus.length) writes.push(store.rollups.bulkDelete(surplus));
  if (made.comments.length) writes.push(store.comments.bulkAdd(made.comments));
  if (made.rejects.length) writes.push(store.rejects.bulkAdd(made.rejects));
  await Promise.all(writes);
}
