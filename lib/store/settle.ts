import { commit } from './commit';
import type { Store, UnfiledRecord } from './db';
import { FILES, fileCaptures } from './file-captures';
import type { Entry } from './journal';
import { captureIdOf } from './snapshots';
import { entriesIn } from './unfiled';

/**
 * Files captures that are saved and not yet filed: all, or one that was just saved. Gives the number of readings that can hardly be true, by capture; a
 * capture that was filed before is not in it. Cut off anywhere, it is as if it had not begun; so it need not wait for the disk. Only under
 * the store's lock.
 */
export async function settle(store: Store, just?: Entry): Promise<Map<string, number>> {
  const entries = just ? [just] : await entriesIn(await store.unfiled.toArray());
  const ids = new Set(entries.map(({ capture }) => capture.id));
  let found = new Map<string, number>();
  if (!ids.size) return found;
  const range = just ? IDBKeyRange.bound(just.capture.id, `${just.capture.id}+\uffff`) : IDBKeyRange.lowerBound('');
  await commit(store, ['unfiled', ...FILES], 'relaxed', async (reader) => {
    // Asked again in here: what a worker had on its way when it was ended may have come through meanwhile.
    const slices = (await reader.within<UnfiledRecord>('unfiled', range)).filter(({ id }) => ids.has(captureIdOf(id)));
    const still = new Set(slices.map(({ id }) => captureIdOf(id)));
    const { changes, doubts } = await fileCaptures(
      reader,
      entries.filter(({ capture }) => still.has(capture.id)),
    );
    found = doubts;
    return { ...changes, unfiled: { delete: slices.map(({ id }) => id) } };
  });
  return found;
}
