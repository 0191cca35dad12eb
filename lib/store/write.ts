import { commit } from './commit';
import { db, type Store } from './db';
import type { Entry } from './journal';
import { snapshotRecords } from './snapshots';
import { unfiledRecords } from './unfiled';

/**
 * Writes a capture, already checked, in one strict transaction, all or nothing; `compressed` is the whole entry. Resolves once the transaction is complete:
 * from then on every figure counts it, though its account's file takes it in a moment later (settle.ts). False, and nothing is changed, where
 * the capture is there already.
 */
export async function writeCapture(entry: Entry, compressed: Uint8Array<ArrayBuffer>, store: Store = db): Promise<boolean> {
  const changes = { snapshots: { add: snapshotRecords(entry) }, unfiled: { add: unfiledRecords(entry, compressed) } };
  try {
    // Nothing is asked first: a capture that is there refuses itself.
    await commit(store, ['snapshots', 'unfiled'], 'strict', () => changes);
    return true;
  } catch (error) {
    if (await store.snapshots.get(entry.capture.id)) return false;
    throw error;
  }
}
