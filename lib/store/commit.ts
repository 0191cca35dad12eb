import { Dexie, type ObservabilitySet, RangeSet } from 'dexie';
import type { Store } from './db';

type TableName = 'snapshots' | 'unfiled' | 'accounts' | 'rollups' | 'rejects' | 'comments' | 'doubts';

/** What is to be added, put and deleted, by table. */
export type Changes = Partial<Record<TableName, { add?: readonly object[]; put?: readonly object[]; delete?: readonly string[] }>>;

/**
 * Makes changes that need nothing from the store first, all or nothing, in one transaction by IndexedDB's own calls: through Dexie it takes twice as long.
 * Resolves when it is complete, and on the disk where it is `strict`; rejects with the browser's own error. Live queries are told as if Dexie had done it.
 */
export async function commit(store: Store, changes: Changes, durability: 'strict' | 'relaxed'): Promise<void> {
  if (!store.isOpen()) await store.open();
  const tables = Object.keys(changes) as TableName[];
  const transaction = store.backendDB().transaction(tables, 'readwrite', { durability });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
  });
  try {
    for (const name of tables) {
      const table = transaction.objectStore(name);
      const { add = [], put = [], delete: gone = [] } = changes[name] ?? {};
      for (const key of gone) table.delete(key);
      for (const record of add) table.add(record);
      for (const record of put) table.put(record);
    }
    // Without waiting for the last answer.
    transaction.commit();
  } catch (error) {
    done.catch(() => undefined);
    transaction.abort();
    throw error;
  }
  await done;
  Dexie.on.storagemutated.fire(allOf(store, tables));
}

/** Everything in some tables, in Dexie's words. */
function allOf(store: Store, tables: TableName[]): ObservabilitySet {
  const parts: ObservabilitySet = {};
  for (const name of tables)
    for (const index of ['', ':dels', ...store.table(name).schema.indexes.map((each) => each.name)])
      parts[`idb://${store.name}/${name}/${index}`] = new RangeSet(Number.NEGATIVE_INFINITY, [[[]]]);
  return parts;
}
