import { groupedBy } from '../model/grouped';
import { gunzip } from './compress';
import type { SnapshotRecord, Store, UnfiledRecord } from './db';
import type { Entry } from './journal';
import { captureIdOf, snapshotRecords, snapshotsOfAccount } from './snapshots';

/** Chromium stores values under 60 KB inline and makes larger ones files of their own. */
const SLICE = 58_000;

/** A capture, to be filed later, from its compressed bytes. */
export function unfiledRecords({ capture: { id }, accountKey }: Entry, compressed: Uint8Array<ArrayBuffer>): UnfiledRecord[] {
  const slices: UnfiledRecord[] = [];
  for (let at = 0; at < compressed.length; at += SLICE)
    slices.push({ id: at === 0 ? id : `${id}+${at / SLICE}`, accountKey, slice: compressed.slice(at, at + SLICE).buffer });
  return slices;
}

/**
 * Slices of captures that are saved and not yet filed, of some accounts or of all; nearly always none. Reads `unfiled` and `snapshots`, which a transaction
 * around it must have.
 */
export async function unfiledOf(store: Store, accountKeys?: readonly string[]): Promise<UnfiledRecord[]> {
  const all = await store.unfiled.toArray();
  const own = accountKeys ? all.filter(({ accountKey }) => accountKeys.includes(accountKey)) : all;
  if (!own.length) return own;
  // One that was saved twice is there filed and unfiled until it is settled.
  const snapshots = await store.snapshots.bulkGet(own.map(({ id }) => captureIdOf(id)));
  return own.filter((_, index) => !snapshots[index]);
}

/** Snapshots of an account's captures that are saved and not yet filed, as filing will make them. */
export const unfiledSnapshots = async (store: Store, accountKey: string): Promise<SnapshotRecord[]> =>
  (await entriesIn(await unfiledOf(store, [accountKey]))).flatMap(snapshotRecords);

/** An account's snapshots in the order of time, as if every capture that is saved had been filed. */
export async function savedSnapshots(store: Store, accountKey: string): Promise<SnapshotRecord[]> {
  // These first: what is filed meanwhile is then found twice rather than not at all.
  const unfiled = await unfiledSnapshots(store, accountKey);
  const filed = await snapshotsOfAccount(store, accountKey).toArray();
  if (!unfiled.length) return filed;
  const byId = new Map([...unfiled, ...filed].map((record) => [record.id, record]));
  return [...byId.values()].sort((a, b) => a.takenAt - b.takenAt || a.part - b.part);
}

/** The captures that slices hold, in the order of time. One of which a slice is damaged or missing is left out: the journal has it. */
export async function entriesIn(records: UnfiledRecord[]): Promise<Entry[]> {
  const slices = groupedBy(records, ({ id }) => captureIdOf(id));
  const entries = await Promise.all([...slices].map(([id, parts]) => entryIn(id, parts)));
  return entries.flat().sort((a, b) => a.capture.takenAt - b.capture.takenAt);
}

async function entryIn(captureId: string, records: UnfiledRecord[]): Promise<Entry[]> {
  const place = ({ id }: UnfiledRecord) => Number(id.slice(captureId.length + 1));
  const slices = records.sort((a, b) => place(a) - place(b)).map(({ slice }) => slice);
  try {
    const bytes = new Uint8Array(await new Blob(slices).arrayBuffer());
    return [JSON.parse(await gunzip(bytes))];
  } catch {
    return [];
  }
}
