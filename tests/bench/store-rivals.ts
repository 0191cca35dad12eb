import { Dexie, type EntityTable } from 'dexie';
import { answerOf, type Row } from './store-data';

/** A row per observation through Dexie, with the one index that its queries need: what competent extensions do today. */
export type RowStore = Dexie & { rows: EntityTable<Row & { id: string }, 'id'> };

export async function rowStore(name: string): Promise<RowStore> {
  await Dexie.delete(name);
  const store = new Dexie(name) as RowStore;
  store.version(1).stores({ rows: 'id, [accountKey+takenAt]' });
  await store.open();
  return store;
}

export const writeRows = (store: RowStore, rows: Row[]) => store.rows.bulkPut(rows as (Row & { id: string })[]);

/** Everything at once, as such extensions read it. */
export async function scanRows(store: RowStore): Promise<number> {
  const engagements = new Map<string, number[]>();
  for (const row of await store.rows.toArray()) collect(engagements, row);
  return answerOf(engagements);
}

function collect(engagements: Map<string, number[]>, row: Row): void {
  const key = String(row.accountKey);
  const known = engagements.get(key) ?? [];
  known.push(Number(row.likes) + Number(row.comments) + Number(row.shares));
  engagements.set(key, known);
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The least that the platform lets one do: one record per capture by IndexedDB's own calls, on the disk when it is said to be done. */
export async function rawStore(name: string): Promise<IDBDatabase> {
  await Dexie.delete(name);
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore('records', { keyPath: 'id' }).createIndex('own', ['accountKey', 'takenAt']);
  return done(opening);
}

export async function writeRaw(
  store: IDBDatabase,
  record: { id: string; accountKey: string; takenAt: number; posts: Row[] },
): Promise<void> {
  const transaction = store.transaction('records', 'readwrite', { durability: 'strict' });
  transaction.objectStore('records').put(record);
  transaction.commit();
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

export async function scanRaw(store: IDBDatabase): Promise<number> {
  const engagements = new Map<string, number[]>();
  const records: { posts: Row[] }[] = await done(store.transaction('records').objectStore('records').getAll());
  for (const { posts } of records) for (const row of posts) collect(engagements, row);
  return answerOf(engagements);
}

/** All records of one account by IndexedDB's own call, from a database of ours. */
export async function rawOwn<T>(store: IDBDatabase, table: string, index: string, accountKey: string): Promise<T[]> {
  const range = IDBKeyRange.bound([accountKey, Number.NEGATIVE_INFINITY], [accountKey, Number.POSITIVE_INFINITY]);
  return done(store.transaction(table).objectStore(table).index(index).getAll(range));
}
