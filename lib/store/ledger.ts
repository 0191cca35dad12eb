import { crc32 } from './checksum';
import { journalName, type Mark, type Sealed } from './journal';
import { outside } from './outside';

/**
 * The ledger: what the database must hold, in a few numbers outside it. A database that lost records knows nothing of it; with this a look
 * at its count and its last captures tells.
 */
export interface Ledger {
  /** Captures that the journal and the database hold. */
  captures: number;
  /** Sum (mod 2³²) of the CRC-32 of each capture's id and seal: the same in every order. */
  sum: number;
  /** Ids of the latest captures, newest last: what a cut-off file loses first. */
  last: string[];
}

export const LEDGER = 'ledger';
const REMEMBERED = 20;

const shareOf = ({ id, crc }: Mark) => crc32(new TextEncoder().encode(`${id} ${crc}`));
const EMPTY: Ledger = { captures: 0, sum: 0, last: [] };

/** The ledger as it stands. */
export const readLedger = async (): Promise<Ledger> => ((await outside().get(LEDGER))[LEDGER] as Ledger | undefined) ?? EMPTY;

/** The ledger after these captures. */
export function ledgerOf(marks: Iterable<Mark>, before: Ledger = EMPTY): Ledger {
  let ledger = before;
  for (const mark of marks) {
    const last = [...ledger.last, mark.id].slice(-REMEMBERED);
    ledger = { captures: ledger.captures + 1, sum: (ledger.sum + shareOf(mark)) >>> 0, last };
  }
  return ledger;
}

/** Whether two ledgers count the same captures. */
export const agrees = (one: Ledger, other: Ledger): boolean => one.captures === other.captures && one.sum === other.sum;

/** Writes captures into journal and ledger in one stroke; false for those that were there. Only under the store's lock. */
export async function enter(sealed: [id: string, sealed: Sealed][]): Promise<boolean[]> {
  const names = sealed.map(([id]) => journalName(id));
  const known = await outside().get([LEDGER, ...names]);
  const fresh = sealed.filter(([id]) => !(journalName(id) in known));
  if (fresh.length)
    await outside().set({
      [LEDGER]: ledgerOf(
        fresh.map(([id, { crc }]) => ({ id, crc })),
        known[LEDGER] as Ledger | undefined,
      ),
      ...Object.fromEntries(fresh.map(([id, entry]) => [journalName(id), entry])),
    });
  return names.map((name) => !(name in known));
}

/** Takes captures out of journal and ledger; those that are not there change nothing. Only under the store's lock. */
export async function strike(captureIds: string[]): Promise<void> {
  const found = await outside().get([LEDGER, ...captureIds.map(journalName)]);
  const struck = captureIds.flatMap((id) => (journalName(id) in found ? [[id, found[journalName(id)] as Sealed] as const] : []));
  const before = (found[LEDGER] as Ledger | undefined) ?? EMPTY;
  const gone = new Set(captureIds);
  const sum = struck.reduce((left, [id, sealed]) => (left - shareOf({ id, crc: sealed.crc })) >>> 0, before.sum);
  const ledger: Ledger = { captures: before.captures - struck.length, sum, last: before.last.filter((id) => !gone.has(id)) };
  // The ledger first: an entry that it does not count is noticed, and is put back rather than lost.
  await outside().set({ [LEDGER]: ledger });
  await outside().remove(struck.map(([id]) => journalName(id)));
}
