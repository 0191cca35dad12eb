import { Dexie } from 'dexie';
import type { Study } from '../model/study';
import { db, FIRST_NAME, type Store, storeNamed, use } from './db';
import { drop } from './drop';
import { entryOf } from './entry-of';
import { wereErased } from './erased';
import { byAccount, compress, type Entry, entriesOf, journalInOrder, journalName, labelOf, type Sealed, seal } from './journal';
import { LEDGER, ledgerOf } from './ledger';
import { outside } from './outside';
import { captureIdOf } from './snapshots';
import { studiesOutside } from './studies';
import { writeAll } from './write-all';

/** Why a database was made again: it would not open, had lost or damaged records, or the user wished it. */
export type RestoreReason = 'unopenable' | 'incomplete' | 'wished';

/** One time that a database was made again, for the user to read. */
export interface Restored {
  at: number;
  why: RestoreReason;
  /** Captures that are in the new database. */
  captures: number;
  /** Captures that the old one had lost or damaged. */
  regained: number;
  /** Captures that neither the journal nor the old database could give. */
  lost: number;
}

export interface Progress {
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
}

export const DATABASE = 'database';
const RESTORED = 'restored';
const REMEMBERED = 50;

/** Every time that the database was made again, newest first. */
export const restoredBefore = async (): Promise<Restored[]> => ((await outside().get(RESTORED))[RESTORED] as Restored[] | undefined) ?? [];

const nameAfter = (name: string) => `${FIRST_NAME}-${Number(name.split('-')[1] ?? 1) + 1}`;

/**
 * Makes the database again under a new name, from the journal and from what the old one can still tell, and puts it in the old one's place.
 * Until then the old one stays in use; what was done is found again when it is ended halfway. Only under the store's lock; rejects
 * with the signal's reason when it is aborted. `untouched`: the old one is not even opened, because that brings the browser down; it stays
 * on the disk. `without`: captures that are being erased and are in the journal no more; nothing of them is taken over.
 */
export async function restore(
  why: RestoreReason,
  regained: number,
  { onProgress, signal, untouched = false, without = [] }: Progress & { untouched?: boolean; without?: string[] | 'everything' } = {},
): Promise<Restored> {
  const old = db;
  const journal = new Map((await journalInOrder()).map((mark) => [mark.id, mark]));
  const untold = untouched || without === 'everything';
  const gone = new Set(without);
  const erased = await wereErased();
  const strays = untold ? [] : (await idsIn(old)).filter((id) => !journal.has(id) && !gone.has(id) && !erased(id));
  const store = await begun(nameAfter(old.name), new Set([...journal.keys(), ...strays]));
  const resealed: Record<string, Sealed> = {};
  const lost: string[] = [];
  const of = journal.size + strays.length;
  async function* wholeOnes(): AsyncGenerator<[string, Entry | null]> {
    for await (const [id, entry] of entriesOf(byAccount(journal.values()))) yield [id, entry ?? (await regain(id))];
    for (const id of strays) yield [id, await regain(id)];
  }
  /** What the journal has lost, from the old database. */
  const regain = async (id: string) => {
    const whole = untouched ? null : await entryOf(old, id);
    if (whole) {
      const sealed = seal(whole, await compress(whole));
      resealed[journalName(id)] = sealed;
      journal.set(id, labelOf(id, sealed));
    } else {
      lost.push(id);
      journal.delete(id);
    }
    return whole;
  };
  const told = (done: number) => {
    onProgress?.(done, of);
    signal?.throwIfAborted();
  };
  await writeAll(wholeOnes(), told, store);
  await store.studies.bulkPut(untold ? await studiesOutside() : await studiesOf(old));
  const entry: Restored = { at: Date.now(), why, captures: journal.size, regained, lost: lost.length };
  const restored = [entry, ...(await restoredBefore())].slice(0, REMEMBERED);
  await outside().set({ ...resealed, [LEDGER]: ledgerOf(journal.values()), [DATABASE]: store.name, [RESTORED]: restored });
  await outside().remove(lost.map(journalName));
  store.close();
  use(storeNamed(store.name));
  await db.open();
  // What is broken for good may not even be deleted; the new name does not need it to be. It is tried again at the next start (databases.ts).
  if (!untouched) await drop(old.name).catch(() => undefined);
  return entry;
}

/** The database to fill: a former attempt's, where everything in it is still wanted. Nothing in it needs the disk before it is in use. */
async function begun(name: string, wanted: Set<string>): Promise<Store> {
  const store = storeNamed(name);
  const left = (await Dexie.exists(name)) ? await idsIn(store) : [];
  if (!left.every((id) => wanted.has(id))) await store.delete();
  await store.open();
  return store;
}

/** Ids of the captures in a database, filed or not; none where it cannot be read. */
export async function idsIn(store: Store): Promise<string[]> {
  try {
    const records = [...(await store.unfiled.toCollection().primaryKeys()), ...(await store.snapshots.toCollection().primaryKeys())];
    return [...new Set(records.map(captureIdOf))];
  } catch {
    return [];
  }
}

/** The studies outside the database, and what a database that can be read has beside them. */
async function studiesOf(old: Store): Promise<Study[]> {
  const kept = await studiesOutside();
  const known = new Set(kept.map(({ id }) => id));
  const more = await old.studies.toArray().catch(() => []);
  return [...kept, ...more.filter(({ id }) => !known.has(id))];
}
