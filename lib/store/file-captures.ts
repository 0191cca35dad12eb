import { groupedBy } from '../model/grouped';
import { postKey } from '../model/keys';
import type { Doubt } from '../model/records';
import { recordAccount, type StoredAccount } from './accounts';
import type { Changes, Reader, TableName } from './commit';
import type { CommentsRecord, DoubtsRecord, MonthRecord, Reject } from './db';
import { doubtsOf } from './doubts';
import { type AccountFile, emptyFile, fold, likelyMonths, mayBeElsewhere, monthRange, ownMonths, sight, unfold } from './filing';
import type { Entry } from './journal';
import { monthId } from './months';

/** The tables that filing reads and writes. */
export const FILES = ['accounts', 'rollups', 'rejects', 'comments', 'doubts'] as const satisfies TableName[];

/**
 * Files captures, in the order given: the posts of each into its account's months, its followers into the account's series. Each account's file is
 * read and written once for all of them. Gives what changes by it, to be made in the transaction that `reader` reads in, and the number of
 * readings that can hardly be true, by capture. Without a reader the accounts are taken to be new, which the database will refuse where one is not.
 */
export async function fileCaptures(reader: Reader | null, entries: Entry[]): Promise<{ changes: Changes; doubts: Map<string, number> }> {
  const byAccount = groupedBy(entries, ({ accountKey }) => accountKey);
  const files = new Map<string, AccountFile>();
  for (const [key, [first]] of byAccount) if (first) files.set(key, emptyFile(key, first.capture.network));
  const accounts = reader ? await read(reader, files, byAccount) : new Map<string, StoredAccount>();
  const made: Made = { comments: [], rejects: [], doubts: [] };
  const doubts = new Map<string, number>();
  for (const [accountKey, own] of byAccount)
    for (const entry of own) doubts.set(entry.capture.id, fileOne(entry, files.get(accountKey) as AccountFile, accounts, made));
  return { changes: changesOf(files, [...accounts.values()], made, reader ? 'put' : 'add'), doubts };
}

interface Made {
  comments: CommentsRecord[];
  rejects: Omit<Reject, 'id'>[];
  doubts: DoubtsRecord[];
}

const postsIn = (entries: Entry[]) => entries.flatMap(({ capture }) => capture.posts);

/** The accounts' records, and into the files what these captures may change: in one round trip where all dates are exact. */
async function read(reader: Reader, files: Map<string, AccountFile>, byAccount: Map<string, Entry[]>): Promise<Map<string, StoredAccount>> {
  const ids = [...byAccount].flatMap(([key, entries]) => likelyMonths(postsIn(entries)).map((month) => monthId(key, month)));
  const [stored, months] = await Promise.all([
    reader.many<StoredAccount>('accounts', [...files.keys()]),
    reader.many<MonthRecord>('rollups', ids),
  ]);
  const accounts = new Map<string, StoredAccount>();
  for (const account of stored) if (account) accounts.set(account.accountKey, account);
  for (const month of months) if (month) unfold(files.get(month.accountKey) as AccountFile, month);
  for (const [key, file] of files) {
    const account = accounts.get(key);
    if (!account) continue;
    file.loose = account.loose;
    const split = [...file.parts.values()].some((parts) => parts > 1);
    if (!split && !mayBeElsewhere(file, postsIn(byAccount.get(key) ?? []))) continue;
    for (const month of ownMonths(key, await reader.within<MonthRecord>('rollups', IDBKeyRange.bound(...monthRange(key)))))
      unfold(file, month);
  }
  return accounts;
}

/** Files one capture; returns how many of its readings can hardly be true. */
function fileOne(
  { capture, comments, accountKey, rejects, sample }: Entry,
  file: AccountFile,
  accounts: Map<string, StoredAccount>,
  made: Made,
): number {
  const { id, takenAt, network, surface } = capture;
  const doubts: Doubt[] = [];
  for (const post of capture.posts) {
    const key = postKey(network, post.id);
    const { before, now } = sight(file, key, post, capture);
    doubtsOf({ postKey: key, published: now.published, takenAt, metrics: post.metrics }, before, doubts);
  }
  const account = recordAccount(accounts.get(accountKey), capture, accountKey, sample);
  accounts.set(accountKey, { ...account, loose: file.loose });
  if (doubts.length) made.doubts.push({ id, accountKey, doubts });
  if (comments.length && surface.postId)
    made.comments.push({ id, accountKey, postKey: postKey(network, surface.postId), takenAt, comments });
  for (const reason of rejects) made.rejects.push({ captureId: id, takenAt, network, reason });
  return doubts.length;
}

function changesOf(files: Map<string, AccountFile>, accounts: StoredAccount[], made: Made, way: 'put' | 'add'): Changes {
  const records: MonthRecord[] = [];
  const surplus: string[] = [];
  for (const file of files.values()) {
    const folded = fold(file);
    records.push(...folded.records);
    surplus.push(...folded.surplus);
  }
  return {
    rollups: { [way]: records, delete: surplus },
    accounts: { [way]: accounts },
    ...(made.doubts.length && { doubts: { put: made.doubts } }),
    ...(made.comments.length && { comments: { put: made.comments } }),
    ...(made.rejects.length && { rejects: { add: made.rejects } }),
  };
}
