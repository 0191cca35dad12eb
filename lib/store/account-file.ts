import { groupedBy } from '../model/grouped';
import { postKey } from '../model/keys';
import type { NetworkId } from '../model/vocabulary';
import { recordAccount, type StoredAccount } from './accounts';
import type { MonthRecord, Store } from './db';
import { type AccountFile, emptyFile, filedMonths, fold, sight, unfold } from './filing';
import type { Entry } from './journal';
import { entriesIn, unfiledOf } from './unfiled';

/** All of an account's posts in memory, those of captures that are not yet filed with them. */
export async function wholeFile(store: Store, accountKey: string, network: NetworkId): Promise<AccountFile> {
  const file = emptyFile(accountKey, network);
  for (const record of await monthsOf(store, accountKey)) unfold(file, record);
  return file;
}

/** All of an account's months. */
export const monthsOf = async (store: Store, accountKey: string): Promise<MonthRecord[]> => monthsOfAll(store, [accountKey]);

/** All months of some accounts, each as if every capture that is saved had been filed. */
export async function monthsOfAll(store: Store, accountKeys: string[]): Promise<MonthRecord[]> {
  const keys = [...new Set(accountKeys)];
  const { unfiled, months } = await store.transaction('r', [store.rollups, store.snapshots, store.unfiled], async () => {
    const [waiting, ...filed] = await Promise.all([unfiledOf(store, keys), ...keys.map((key) => filedMonths(store, key))]);
    return { unfiled: waiting, months: filed };
  });
  if (!unfiled.length) return months.flat();
  const entries = groupedBy(await entriesIn(unfiled), ({ accountKey }) => accountKey);
  return keys.flatMap((key, index) => filedNow(months[index] ?? [], entries.get(key) ?? []));
}

function filedNow(months: MonthRecord[], entries: Entry[]): MonthRecord[] {
  const [first] = entries;
  if (!first) return months;
  const { accountKey, capture } = first;
  const file = emptyFile(accountKey, capture.network);
  for (const month of months) unfold(file, month);
  for (const { capture } of entries) for (const post of capture.posts) sight(file, postKey(capture.network, post.id), post, capture);
  const { records } = fold(file);
  return [...months.filter(({ month }) => !file.changed.has(month)), ...records].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Accounts by key (all where none are named), as if every capture that is saved had been filed. */
export async function storedAccounts(store: Store, accountKeys?: string[]): Promise<StoredAccount[]> {
  const { unfiled, filed } = await store.transaction('r', [store.accounts, store.snapshots, store.unfiled], async () => ({
    filed: accountKeys ? await store.accounts.bulkGet(accountKeys) : await store.accounts.toArray(),
    unfiled: await unfiledOf(store, accountKeys),
  }));
  const accounts = new Map<string, StoredAccount>();
  for (const account of filed) if (account) accounts.set(account.accountKey, account);
  for (const { capture, accountKey, sample } of await entriesIn(unfiled))
    accounts.set(accountKey, recordAccount(accounts.get(accountKey), capture, accountKey, sample));
  return [...accounts.values()];
}
