import { Dexie, RangeSet } from 'dexie';
import type { Store } from './db';

export type TableName = 'snapshots' | 'unfiled' | 'accounts' | 'rollups' | 'rejects' | 'comments' | 'doubts';

/** What is to be added, put and deleted, by table. */
export type Changes = Partial<Record<TableName, { add?: readonly object[]; put?: readonly object[]; delete?: readonly string[] }>>;

/** What can be asked inside a transaction. Nothing else may be awaited there: the browser would end it. */
export interface Reader {
  /** Records by primary key, undefined where there is none. */
  many<T>(table: TableName, keys: readonly string[]): Promise<(T | undefined)[]>;
  /** Records whose primary key lies within a range. */
  within<T>(table: TableName, range: IDBKeyRange): Promise<T[]>;
}

/**
 * Makes changes, all or nothing, in one transaction over some tables by IndexedDB's own calls: through Dexie it takes twice as long. `plan` says what
 * changes, from what it reads in the same transaction. Resolves when it is complete, and on the disk where it is `strict`; rejects with the
 * browser's own error or the plan's. Live queries are told as if Dexie had done it.
 */
export async function commit(
  store: Store,
  tables: readonly TableName[],
  durability: 'strict' | 'relaxed',
  plan: (reader: Reader) => Changes | Promise<Changes>,
): Promise<void> {
  if (!store.isOpen()) await store.open();
  const transaction = store.backendDB().transaction(tables, 'readwrite', { durability });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
  });
  done.catch(() => undefined); // Where the plan fails, its own error is the one to tell.
  try {
    const planned = plan(readerOf(transaction));
    const changes = planned instanceof Promise ? await planned : planned;
    make(changes, transaction);
    // Without waiting for the last answer.
    transaction.commit();
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      await done; // It was over already, with an error that says more.
    }
    throw error;
  }
  await done;
  // Whoever waits for the commit goes first. Dexie would name what changed; these changes touch nearly every query anyway.
  setTimeout(() => Dexie.on.storagemutated.fire({ all: new RangeSet(Number.NEGATIVE_INFINITY, [[]]) }), 0);
}

function make(changes: Changes, transaction: IDBTransaction): void {
  for (const [name, { add = [], put = [], delete: gone = [] }] of Object.entries(changes)) {
    const table = transaction.objectStore(name);
    for (const key of gone) table.delete(key);
    for (const record of add) table.add(record);
    for (const record of put) table.put(record);
  }
}

const readerOf = (transaction: IDBTransaction): Reader => ({
  many: (table, keys) => heard(Promise.all(keys.map((key) => answered(transaction.objectStore(table).get(key))))),
  within: (table, range) => answered(transaction.objectStore(table).getAll(range)),
});

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  heard(
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    }),
  );

/** Where another question already failed, nobody waits for this one: its error is no unhandled one. */
function heard<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  return answer;
}
