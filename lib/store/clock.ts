import { AHEAD_MS } from '../model/ahead';
import { db } from './db';
import { outside } from './outside';

/**
 * What is erased for its age is erased by this computer's clock, and clocks go wrong: a flat battery, a wrong year typed, a machine that was set ahead
 * to try something. The latest moment that was believed is kept, and a clock that is far beyond it is believed only when the user says so.
 */
const SEEN = 'clock';
const DAY = 86_400_000;
/** Browsers are opened more often than that, and our worker starts with them; who comes back later is asked once. */
const MOST_AWAY = 60 * DAY;

/**
 * Null where the clock can be believed, and then it is; else the last moment that could. Before there is a note the latest of what is known counts:
 * the last look at old captures, and the newest capture that is not of the future.
 */
export async function clockAhead(now: number): Promise<number | null> {
  const seen = await lastSeen(now);
  if (now - seen > MOST_AWAY) return seen;
  await believe(Math.max(seen, now));
  return null;
}

/** From now on this moment is believed: the user said that the date is right. */
export const believe = (now: number): Promise<void> => outside().set({ [SEEN]: now });

async function lastSeen(now: number): Promise<number> {
  const { [SEEN]: seen, retired } = (await outside().get([SEEN, 'retired'])) as Partial<Record<string, number>>;
  if (seen !== undefined) return seen;
  const accounts = await db.accounts.toArray();
  const known = [retired, ...accounts.map(({ lastSeenAt }) => lastSeenAt)].filter((at) => at !== undefined && at <= now);
  return known.length ? Math.max(...(known as number[])) : now;
}

/** How many captures are dated later than now: they were made while the clock was ahead. */
export async function capturesAhead(now: number): Promise<number> {
  let ahead = 0;
  for (const accountKey of await db.accounts.toCollection().primaryKeys()) {
    const own = db.snapshots.where('[accountKey+takenAt]');
    const late = await own.between([accountKey, now + AHEAD_MS], [accountKey, Number.POSITIVE_INFINITY]).primaryKeys();
    ahead += late.filter((id) => !/\+\d+$/.test(id)).length;
  }
  return ahead;
}
