import { keepCutOff } from './cut-off';
import { db } from './db';
import { entryOf } from './entry-of';
import { carryOut, finishErasing } from './erase';
import { wereErased } from './erased';
import { finishImport } from './import-backup';
import { brokenInJournal, compress, journalIds, journalInOrder, journalName, seal } from './journal';
import { agrees, LEDGER, ledgerOf, readLedger } from './ledger';
import { exclusively } from './lock';
import { matchStudies } from './match-studies';
import { keysIn } from './months';
import { abandon, opened } from './open';
import { outside } from './outside';
import { idsIn, type Progress, type Restored, restore } from './restore';
import { settle } from './settle';
import { allSnapshots, captureIdOf, isWhole, postKeysOf } from './snapshots';

/** What a look at the whole store found. */
export interface Check {
  at: number;
  captures: number;
  /** Captures that the journal has and the database has not, or has damaged. */
  missing: number;
  /** Posts, or states of them, that captures speak of and the database has not. */
  orphans: number;
  /** Captures that the journal had lost; they are in it again. */
  journaled: number;
  restored: Restored | null;
}

const CHECKED = 'checked';

/** The last check; null before the first. */
export const lastCheck = async (): Promise<Check | null> => ((await outside().get(CHECKED))[CHECKED] as Check | undefined) ?? null;

/**
 * Compares database, journal and ledger, record by record with their checksums, and makes good what one of them has lost. A database that lost
 * anything is made again as a whole. Captures can be kept meanwhile, until something is found.
 */
export async function checkStore(progress: Progress = {}): Promise<Check> {
  await opened();
  // What is half erased is in one place and not in the other, and must not be made good.
  await finishErasing();
  // What stays unfiled is found below.
  await exclusively(() => settle(db)).catch(() => undefined);
  const first = await compare(progress);
  if (!first.broken && !first.strays.length && !first.revenants.length && agrees(ledgerOf(await journalInOrder()), await readLedger()))
    return note(first, null);
  return exclusively(async () => {
    // Once more with everybody else waiting: what came in meanwhile may have looked like a loss.
    await settle(db).catch(() => undefined);
    const before = await compare(progress);
    // What a damaged file gave back goes again first.
    if (before.revenants.length) await carryOut({ captures: before.revenants });
    const found = before.revenants.length ? await compare(progress) : before;
    const restored = found.broken ? await restore('incomplete', found.missing, progress) : null;
    if (!restored) await journalAgain(found.strays);
    return note(found, restored);
  });
}

type Found = Awaited<ReturnType<typeof compare>>;

async function note({ missing, orphans, strays }: Found, restored: Restored | null): Promise<Check> {
  const { captures } = await readLedger();
  const check: Check = { at: Date.now(), captures, missing, orphans, journaled: strays.length, restored };
  await outside().set({ [CHECKED]: check });
  return check;
}

async function compare(progress: Progress) {
  const journal = new Set(await journalIds());
  const broken = new Set(await brokenInJournal());
  // What cannot be read to its end has lost something.
  const found = await scan(progress).catch(() => null);
  progress.signal?.throwIfAborted();
  const inBase = found?.whole ?? new Set<string>();
  const missing = [...journal].filter((id) => !inBase.has(id)).length;
  const orphans = found?.orphans ?? 0;
  const erased = await wereErased();
  const alone = [...inBase].filter((id) => !journal.has(id));
  const strays = [...alone.filter((id) => !erased(id)), ...[...inBase].filter((id) => broken.has(id))];
  const lost = found === null || missing > 0 || found.damaged > 0 || orphans > 0;
  return { missing, orphans, broken: lost, strays, revenants: alone.filter(erased) };
}

/** How often in a row the browser ended while it looked at the store. */
const LOOKING = 'looking';
/** A browser may be closed at any moment; one that ends each time is brought down by the database. */
const MOST_ENDS = 2;

/**
 * A glance at start-up: whether database, journal and ledger have the same captures. If not, or where it is to be `thorough`, everything is checked. A damaged file can bring the
 * whole browser down when it is read: after two looks that were never ended the database is made again without touching the old one.
 */
export async function glance(thorough = false): Promise<Check | null> {
  const ends = ((await outside().get(LOOKING))[LOOKING] as number | undefined) ?? 0;
  if (ends >= MOST_ENDS) await abandon();
  // A full disk takes no note, and is no reason not to look.
  await outside()
    .set({ [LOOKING]: ends >= MOST_ENDS ? 0 : ends + 1 })
    .catch(() => undefined);
  try {
    return await look(thorough);
  } finally {
    await outside().remove(LOOKING);
  }
}

async function look(thorough: boolean): Promise<Check | null> {
  await opened();
  await finishErasing();
  await finishImport();
  // What a worker saved and was ended before it could file.
  if (await db.unfiled.count()) await exclusively(() => settle(db));
  // No figure hangs on it.
  await exclusively(matchStudies).catch((error: unknown) => console.warn('Studies could not be matched:', error));
  // A database that refuses is looked at below.
  let same = await haveSame();
  if (!same && (await missingOnes()).length && (await keepCutOff(missingOnes).catch(() => false))) same = await haveSame();
  return !thorough && same ? null : checkStore();
}

/** Captures that the journal has and the database has not. */
async function missingOnes(): Promise<string[]> {
  const inBase = new Set(await idsIn(db));
  return (await journalIds()).filter((id) => !inBase.has(id));
}

/** Capture by capture: a file whose end was lost has those that were erased since, and not those that came, and may have as many. */
async function haveSame(): Promise<boolean> {
  const [{ captures, last }, ids, journal] = [await readLedger(), await idsIn(db), await journalIds()];
  const inBase = new Set(ids);
  return ids.length === captures && journal.length === captures && [...journal, ...last].every((id) => inBase.has(id));
}

/** Goes through all snapshots; rejects when the database cannot be read to its end. */
async function scan({ onProgress, signal }: Progress) {
  const of = await db.snapshots.count();
  const parts = new Map<string, { whole: number; of: number }>();
  let [damaged, orphans, done] = [0, 0, 0];
  const states = await filedPosts();
  for await (const batch of allSnapshots(db)) {
    signal?.throwIfAborted();
    for (const record of batch) {
      const id = captureIdOf(record.id);
      const known = parts.get(id) ?? { whole: 0, of: record.parts };
      if (!isWhole(record)) {
        damaged += 1;
        continue;
      }
      parts.set(id, { ...known, whole: known.whole + 1 });
      orphans += postKeysOf(record).filter((key) => !states.has(`${record.accountKey} ${key}`)).length;
    }
    done += batch.length;
    onProgress?.(done, of);
  }
  const whole = [...parts].filter(([, part]) => part.whole === part.of).map(([id]) => id);
  return { whole: new Set(whole), damaged, orphans };
}

async function filedPosts(): Promise<Set<string>> {
  const filed = new Set<string>();
  await db.rollups.each((record) => {
    for (const key of keysIn(record)) filed.add(`${record.accountKey} ${key}`);
  });
  return filed;
}

/** Puts captures that only the database has whole into the journal, and the ledger right. */
async function journalAgain(strays: string[]): Promise<void> {
  for (const id of strays) {
    const entry = await entryOf(db, id);
    if (entry) await outside().set({ [journalName(id)]: seal(entry, await compress(entry)) });
  }
  const counted = ledgerOf(await journalInOrder());
  if (!agrees(counted, await readLedger())) await outside().set({ [LEDGER]: counted });
}
