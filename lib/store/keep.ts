import { db } from './db';
import { compress, type Entry, seal } from './journal';
import { enter, strike } from './ledger';
import { exclusively } from './lock';
import { opened } from './open';
import { restore } from './restore';
import { settle } from './settle';
import { storageFault } from './storage-fault';
import { writeCapture } from './write';

/**
 * Keeps a capture that was checked: in the journal, then in the database. Resolves when it is in both; rejects with the store's own error when
 * it could not be, and then it is in neither. The same capture again changes nothing (`fresh` is false). `doubts` counts the readings that
 * can hardly be true.
 */
export async function keepCapture(entry: Entry): Promise<{ fresh: boolean; doubts: number }> {
  await opened();
  const { id } = entry.capture;
  const compressed = await compress(entry);
  const sealed = seal(entry, compressed);
  return exclusively(async () => {
    const [fresh] = await enter([[id, sealed]]);
    let written: boolean;
    try {
      written = await writeCapture(entry, compressed).catch((error) => onceMore(entry, compressed, error));
    } catch (error) {
      if (fresh) await strike([id]);
      throw error;
    }
    return { fresh: written, doubts: await doubtsAfterFiling(entry) };
  });
}

/** It is saved: what goes wrong from here on leaves it to be filed later, and takes nothing back. */
async function doubtsAfterFiling(entry: Entry): Promise<number> {
  try {
    const found = (await settle(db, entry)).get(entry.capture.id);
    return found ?? (await db.doubts.get(entry.capture.id))?.doubts.length ?? 0;
  } catch (error) {
    console.warn('A capture is saved and not yet filed:', error);
    return 0;
  }
}

/** Browsers lose their connection to the storage process and close databases under us: a new connection may well do. */
async function onceMore(entry: Entry, compressed: Uint8Array<ArrayBuffer>, error: unknown): Promise<boolean> {
  if (storageFault(error) === 'full') throw error;
  db.close();
  // The journal has the capture already, so that a database made again from it has it too.
  await db.open().catch(() => restore('unopenable', 0));
  return writeCapture(entry, compressed);
}
