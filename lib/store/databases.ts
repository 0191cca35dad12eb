import { Dexie } from 'dexie';
import { db, FIRST_NAME, storeNamed } from './db';
import { drop } from './drop';
import { LEDGER } from './ledger';
import { exclusively } from './lock';
import { outside } from './outside';
import { DATABASE, idsIn } from './restore';

const OURS = new RegExp(`^${FIRST_NAME}(-\\d+)?$`);

/** Names of the databases of captures that are on the disk, the one in use with them. */
const namesThere = async () => (await Dexie.getDatabaseNames()).filter((name) => OURS.test(name));

/**
 * Name of the database in use. Where that note is gone, and the ledger with it, something befell what is kept outside the database: then it is the one
 * that holds the most captures, so that a store that was once made again under another name is found.
 */
export async function nameInUse(): Promise<string> {
  const { [DATABASE]: noted, [LEDGER]: ledger } = await outside().get([DATABASE, LEDGER]);
  if (typeof noted === 'string') return noted;
  if (ledger !== undefined) return FIRST_NAME;
  const names = await namesThere().catch(() => []);
  if (names.every((name) => name === FIRST_NAME)) return FIRST_NAME;
  let best = { name: FIRST_NAME, captures: -1 };
  for (const name of names) {
    const captures = await capturesIn(name);
    if (captures > best.captures) best = { name, captures };
  }
  await outside().set({ [DATABASE]: best.name });
  return best.name;
}

async function capturesIn(name: string): Promise<number> {
  const store = storeNamed(name);
  try {
    await store.open();
    return (await idsIn(store)).length;
  } catch {
    return -1;
  } finally {
    store.close();
  }
}

const LEFT = 'databases-left';
/** A damaged file can bring the browser down also when it is deleted. */
const MOST_TRIES = 2;

/**
 * Deletes databases that are no longer in use: what an old one kept of erased captures goes with it, as does what a restoration had made when it was cut
 * off. Only when the one in use has been found whole. One that refuses is tried twice, and stays on the disk then.
 */
export async function sweep(): Promise<void> {
  const others = (await namesThere()).filter((name) => name !== db.name);
  if (!others.length) return;
  await exclusively(async () => {
    for (const name of others) {
      const tries = ((await outside().get(LEFT))[LEFT] as Record<string, number> | undefined) ?? {};
      const before = tries[name] ?? 0;
      if (name === (await nameInUse()) || before >= MOST_TRIES) continue;
      await outside().set({ [LEFT]: { ...tries, [name]: before + 1 } });
      await drop(name).then(
        () => outside().set({ [LEFT]: tries }),
        (error: unknown) => console.warn(`The database ${name} could not be deleted:`, error),
      );
    }
  });
}
