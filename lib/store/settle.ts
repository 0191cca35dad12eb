import { commit } from './commit';
import type { Store } from './db';
import { fileCaptures } from './file-captures';
import type { Entry } from './journal';
import { captureIdOf } from './snapshots';
import { entriesIn } from './unfiled';

/**
 * Files the captures that are saved and not yet filed: all, or those of the account of which one was just saved. Gives the number of readings that can hardly be true, by capture; a
 * capture that was filed before is not in it. Cut off anywhere, it is as if it had not begun; so it need not wait for the disk. Only under
 * the store's lock.
 */
export async function settle(store: Store, just?: Entry): Promise<Map<string, number>> {
  const waiting = just ? store.unfiled.where('accountKey').equals(just.accountKey) : store.unfiled.toCollection();
  const records = await waiting.toArray();
  if (!records.length) return new Map();
  const alone = just && records.every(({ id }) => captureIdOf(id) === just.capture.id);
  const { changes, doubts } = await fileCaptures(store, alone ? [just] : await entriesIn(records));
  await commit(store, { ...changes, unfiled: { delete: records.map(({ id }) => id) } }, 'relaxed');
  return doubts;
}
