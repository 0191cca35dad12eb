import { lastBackup } from './backup';
import { type Check, lastCheck } from './check';
import { capturesAhead } from './clock';
import { db } from './db';
import { journalIds } from './journal';
import { keysIn } from './months';
import { opened } from './open';
import { bytesOutside } from './outside';
import { type Restored, restoredBefore } from './restore';
import { type Held, heldBack } from './retention';

/** What the user may know of where the captures lie and how they are; null where the browser does not say. */
export interface StoreHealth {
  captures: number;
  posts: number;
  accounts: number;
  /** Captures that are dated later than now. */
  ahead: number;
  /** All that the extension has on disk, as the browser estimates it. */
  bytes: number | null;
  /** Of it what is kept outside the database. */
  journalBytes: number | null;
  /** Whether the browser has promised not to clear it by itself. */
  persistent: boolean | null;
  lastBackup: number | null;
  lastCheck: Check | null;
  /** Every time the database was made again, newest first. */
  restored: Restored[];
  /** Name of the database in use. */
  database: string;
}

/** The state of the store now. Rejects with the reason where the store will not open. */
export async function storeHealth(): Promise<StoreHealth> {
  await opened();
  const [accounts, ahead, posts, backup, check, restored, journalBytes, estimate, persistent] = await Promise.all([
    db.accounts.toArray(),
    capturesAhead(Date.now()),
    postsFiled(),
    lastBackup(),
    lastCheck(),
    restoredBefore(),
    bytesOutside(),
    // Not in every browser, and refused in some private windows.
    navigator.storage?.estimate?.().catch(() => null),
    navigator.storage?.persisted?.().catch(() => null),
  ]);
  const captures = accounts.reduce((sum, { snapshots }) => sum + snapshots, 0);
  const bytes = estimate?.usage ?? null;
  const size = { bytes, journalBytes, persistent: persistent ?? null };
  return { captures, posts, accounts: accounts.length, ahead, ...size, lastBackup: backup, lastCheck: check, restored, database: db.name };
}

/** How many captures the journal has: what a backup would hold when the database does not open. */
export const copiesKept = async (): Promise<number> => (await journalIds()).length;

/**
 * What the user is to be told in every view: the store's restorations, newest first, when the last backup was made, and whether anything waits for a
 * word before it goes. Cheap to ask.
 */
export async function storeNews(): Promise<Pick<StoreHealth, 'restored' | 'lastBackup'> & { held: Held | null }> {
  const [restored, backup, held] = await Promise.all([restoredBefore(), lastBackup(), heldBack()]);
  return { restored, lastBackup: backup, held };
}

/** Posts on all accounts' pages; one on two pages counts once. */
async function postsFiled(): Promise<number> {
  const keys = new Set<string>();
  await db.rollups.each((record) => {
    for (const key of keysIn(record)) keys.add(key);
  });
  return keys.size;
}
