import { commit } from './commit';
import type { SnapshotRecord, Store, UnfiledRecord } from './db';
import { FILES, fileCaptures } from './file-captures';
import type { Entry } from './journal';
import { captureIdOf, snapshotRecords } from './snapshots';
import { entriesIn } from './unfiled';

/**
 * Files captures that are saved and not yet filed, all or one that was just saved: makes their snapshots and takes them into their accounts' files. Gives the number of readings that can hardly be true, by capture; a
 * capture that was filed before is not in it. Cut off anywhere, it is as if it had not begun; so it need not wait for the disk. Only under
 * the store's lock.
 */
export async function settle(store: Store, just?: Entry): Promise<Map<string, number>> {
  const entries = just ? [just] : await entriesIn(await store.unfiled.toArray());
  const ids = new Set(entries.map(({ capture }) => capture.id));
  let found = new Map<string, number>();
  if (!ids.size) return found;
  const range = just ? IDBKeyRange.bound(just.capture.id, `${just.capture.id}+\uffff`) : IDBKeyRange.lowerBound('');
  await commit(store, ['snapshots', 'unfiled', ...FILES], 'relaxed', async (reader) => {
    // Asked again in here: what a worker had on its way when it was ended may have come through meanwhile.
    const [waiting, filed] = await Promise.all([
      reader.within<UnfiledRecord>('unfiled', range),
      reader.many<SnapshotRecord>('snapshots', [...ids]),
    ]);
    const slices = waiting.filter(({ id }) => ids.has(captureIdOf(id)));
    const still = new Set(slices.map(({ id }) => captureIdOf(id)));
    for (const snapshot of filed) if (snapshot) still.delete(snapshot.id);
    const fresh = entries.filter(({ capture }) => still.has(capture.id));
    const { changes, doubts } = await fileCaptures(reader, fresh);
    found = doubts;
    return { ...changes, snapshots: { add: fresh.flatMap(snapshotRecords) }, unfiled: { delete: slices.map(({ id }) => id) } };
  });
  return found;
}
