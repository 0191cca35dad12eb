import { db } from './db';
import { type Entry, seal } from './journal';
import { enter, strike } from './ledger';
import { exclusively } from './lock';
import { opened } from './open';
import { restore } from './restore';
import { storageFault } from './storage-fault';
import { writeCapture } from './write';

/**
 * Keeps a capture that was checked: in the journal, then in the database. Resolves when it is in both; rejects with the store's own error when
 * it could not be, and then it is in neither. The same capture again changes nothing (`fresh` is false).
 */
export async function keepCapture(entry: Entry): Promise<{ fresh: boolean; doubts: number }> {
  await opened();
  const sealed = await seal(entry);
  return exclusively(async () => {
    const [fresh] = await enter([[entry.capture.id, sealed]]);
    try {
      return await writeCapture(entry).catch((error) => onceMore(entry, error));
    } catch (error) {
      if (fresh) await strike([entry.capture.id]);
      throw error;
    }
  });
}

/** Browsers lose their connection to the storage process and close databases under us: a new connection may well do. */
async function onceMore(entry: Entry, error: unknown): Promise<{ fresh: boolean; doubts: number }> {
  if (storageFault(error) === 'full') throw error;
  db.close();
  // The journal has the capture already, so that a database made again from it has it too.
  await db.open().catch(() => restore('unopenable', 0));
  return writeCapture(entry);
}
