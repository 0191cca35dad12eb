import { nameInUse } from './databases';
import { db, storeNamed, use } from './db';
import { exclusively } from './lock';
import { onOutside } from './outside';
import { DATABASE, restore } from './restore';
import { StoreBlocked } from './storage-fault';

let opening: Promise<void> | null = null;
let following = false;

/**
 * Resolves when the store can be used: the database of the name that is in use, made again from the journal if it will not open.
 * Every part of the extension waits for this before it asks the store for anything. Rejects when even a new database will not open.
 */
export function opened(): Promise<void> {
  opening ??= settled(open());
  return opening;
}

/** One that fails is tried again by the next who asks. */
function settled(attempt: Promise<void>): Promise<void> {
  const outcome = attempt.catch((error) => {
    if (opening === outcome) opening = null;
    throw error;
  });
  return outcome;
}

async function open(): Promise<void> {
  use(await inUse());
  if (!following) onOutside(DATABASE, follow);
  following = true;
  const failed = await tryTwice();
  if (!failed) return;
  await exclusively(async () => {
    // Another part of the extension may have done it meanwhile.
    use(await inUse());
    if (await tryTwice()) await restore('unopenable', 0);
  });
}

/** Makes the database in use again from the journal alone, without opening the old one: it brings the browser down. */
export async function abandon(): Promise<void> {
  await exclusively(async () => {
    use(await inUse());
    await restore('unopenable', 0, { untouched: true });
  });
}

/**
 * Another database is in use: by another part's doing, or by our own. Under the lock, since whoever changed it still fills and opens it;
 * two of us who open it at once would close it for each other.
 */
function follow(): void {
  opening = settled(
    exclusively(async () => {
      use(await inUse());
      if (!db.isOpen()) await db.open();
    }),
  );
  opening.catch(() => undefined); // Said to whoever asks for the store next.
}

async function inUse() {
  const name = await nameInUse();
  return name === db.name ? db : storeNamed(name);
}

/** Browsers refuse now and then and mean nothing by it. */
async function tryTwice(): Promise<boolean> {
  if (db.isOpen()) return false;
  for (const wait of [300, 0])
    try {
      await openUnblocked();
      return false;
    } catch (error) {
      // Nothing is wrong with a database that another part holds open in an older version: nothing to restore.
      if (error instanceof StoreBlocked) throw error;
      console.warn('The database does not open:', error);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  return true;
}

const BLOCKED_MS = 3000;

/** Other tabs give way at once (Dexie closes them on `versionchange`, and they open again); one that does not is named rather than waited for. */
async function openUnblocked(): Promise<void> {
  const store = db;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    store.on('blocked', () => {
      timer ??= setTimeout(() => reject(new StoreBlocked()), BLOCKED_MS);
    });
  });
  const opening = store.open();
  opening.catch(() => undefined); // After a block nobody waits for it any more.
  await Promise.race([opening, blocked]).finally(() => clearTimeout(timer));
}
