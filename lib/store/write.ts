import { commit } from './commit';
import { db, type SnapshotRecord, type Store } from './db';
import type { Entry } from './journal';
import { unfiledRecords } from './unfiled';

/**
 * Writes a capture, already checked, in one strict transaction, all or nothing; `compressed` is the whole entry. Resolves once the transaction is complete:
 * from then on every figure counts it, though its snapshot is made and its account's file takes it in a moment later (settle.ts). False, and nothing is
 * changed, where the capture is there already.
 */
export async function writeCapture(entry: Entry, compressed: Uint8Array<ArrayBuffer>, store: Store = db): Promise<boolean> {
  const { id } = entry.capture;
  const slices = unfiledRecords(entry, compressed);
  let filed: Promise<(SnapshotRecord | undefined)[]> | undefined;
  try {
    // Nothing is waited for: one that waits to be filed refuses itself, and one that is filed is told by an answer on the way.
    await commit(store, ['snapshots', 'unfiled'], 'strict', (reader) => {
      filed = reader.many<SnapshotRecord>('snapshots', [id]);
      return { unfiled: { add: slices } };
    });
  } catch (error) {
    if (await store.unfiled.get(id)) return false;
    throw error;
  }
  if (!(await filed)?.[0]) return true;
  await commit(store, ['unfiled'], 'relaxed', () => ({ unfiled: { delete: slices.map((slice) => slice.id) } }));
  return false;
}
