import { db } from './db';
import { entryOf } from './entry-of';
import { type Entry, entriesOf } from './journal';
import { opened } from './open';

/** A capture as it was checked at the door, with the checksums of its records in the database. */
export interface Evidence {
  /** Null where neither journal nor database can give it whole. */
  entry: Entry | null;
  /** CRC-32, in hexadecimal digits, one for each part. */
  checksums: string[];
}

/** What was captured, by the capture's id; ids that are unknown have no entry. */
export async function evidenceOf(snapshotIds: string[]): Promise<Map<string, Evidence>> {
  await opened();
  const found = new Map<string, Evidence>();
  for await (const [id, journaled] of entriesOf(snapshotIds)) {
    const entry = journaled ?? (await entryOf(db, id));
    found.set(id, { entry, checksums: await checksumsOf(id) });
  }
  return found;
}

async function checksumsOf(id: string): Promise<string[]> {
  const first = await db.snapshots.get(id);
  const others = Array.from({ length: (first?.parts ?? 1) - 1 }, (_, part) => `${id}+${part + 1}`);
  const records = [first, ...(await db.snapshots.bulkGet(others))];
  return records.flatMap((record) => (record ? [record.checksum.toString(16).padStart(8, '0')] : []));
}
