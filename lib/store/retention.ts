import { clockAhead } from './clock';
import { db } from './db';
import { eraseCaptures } from './erase';
import { type Months, timesInForce } from './kept-for';
import { opened } from './open';
import { BROUGHT, HELD, outside } from './outside';

const RETIRED = 'retired';
const DAY = 86_400_000;

/** Captures taken before this moment go; null keeps them for ever. Months are the calendar's. */
export function retentionFrom(now: number, months: Months): number | null {
  if (months === null) return null;
  const then = new Date(now);
  const day = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  return then.setUTCDate(Math.min(day, lastDay));
}

/** What is older than it is kept. */
export interface Retirement {
  captures: string[];
  accounts: number;
  /** When the oldest was taken, epoch ms; null where there is none. */
  oldest: number | null;
}

/** What would go now, if each account were kept for so many months; nothing is changed. */
export async function retirementAt(now: number, monthsOf: (accountKey: string) => Months): Promise<Retirement> {
  const found: Retirement = { captures: [], accounts: 0, oldest: null };
  for (const accountKey of await db.accounts.toCollection().primaryKeys()) {
    const from = retentionFrom(now, monthsOf(accountKey));
    if (from === null) continue;
    const old = db.snapshots.where('[accountKey+takenAt]').between([accountKey, Number.NEGATIVE_INFINITY], [accountKey, from], true, false);
    const ids = (await old.primaryKeys()).filter((id) => !/\+\d+$/.test(id));
    if (!ids.length) continue;
    // The index tells the time: a damaged record need not be opened for it.
    const [first] = (await old.limit(1).keys()) as unknown as [string, number][];
    found.captures.push(...ids);
    found.accounts += 1;
    found.oldest = Math.min(found.oldest ?? from, first?.[1] ?? from);
  }
  return found;
}

/** Captures that are older than they are kept, and were not erased unasked. */
export interface Held extends Omit<Retirement, 'captures'> {
  captures: number;
  /**
   * The clock is far beyond the last moment that could be believed; the captures came from a file; or nothing is known of earlier looks: the settings
   * may have gone with them, and the time in force may not be the one that the user chose.
   */
  why: 'clock' | 'brought' | 'first';
  /** What the clock said, and the last moment that could be believed, epoch ms. */
  now: number;
  seen: number | null;
}

/** What waits for the user's word; null where nothing does. */
export const heldBack = async (): Promise<Held | null> => ((await outside().get(HELD))[HELD] as Held | undefined) ?? null;

/**
 * Erases the captures that are older than the user keeps them, once a day at most. How many went; null where it was not yet time. Where the clock cannot be
 * believed, or what is old came from a file, nothing goes and the user is asked.
 */
export async function retire(now: number, general: Months): Promise<number | null> {
  const last = (await outside().get(RETIRED))[RETIRED] as number | undefined;
  const today = last !== undefined && last <= now && now - last < DAY;
  // What was held back is looked at again at once: the clock may be right again.
  if (today && !(await heldBack())) return null;
  await opened();
  const seen = await clockAhead(now);
  const plan = await retirementAt(now, await timesInForce(general));
  if (plan.captures.length) {
    const why = seen !== null ? 'clock' : (await isBrought()) ? 'brought' : last === undefined ? 'first' : null;
    if (why) {
      // Not noted as a look: the next one is as unsure.
      await outside().set({ [HELD]: { ...plan, captures: plan.captures.length, why, now, seen } satisfies Held });
      return 0;
    }
    await eraseCaptures(plan.captures);
  }
  await lookedAt(now);
  return plan.captures.length;
}

const isBrought = async () => BROUGHT in (await outside().get(BROUGHT));

/** Notes that captures came in from a file: what of them is older than is kept here is not erased unasked. */
export const noteBrought = (): Promise<void> => outside().set({ [BROUGHT]: true });

/** Today's look is done, by whoever did it: nothing is held back any more, nor does anything more go by itself today. */
export async function lookedAt(now: number): Promise<void> {
  await outside().set({ [RETIRED]: now });
  await outside().remove([HELD, BROUGHT]);
}
