import { db } from './db';
import { eraseCaptures } from './erase';
import { opened } from './open';
import { outside } from './outside';

const RETIRED = 'retired';
const DAY = 86_400_000;

/** Captures taken before this moment go; null keeps them for ever. Months are the calendar's. */
export function retentionFrom(now: number, months: number | null): number | null {
  if (months === null) return null;
  const then = new Date(now);
  const day = then.getUTCDate();
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  return then.setUTCDate(Math.min(day, lastDay));
}

/** Erases the captures that are older than the user keeps them, once a day at most. How many went; null where it was not yet time. */
export async function retire(now: number, months: number | null): Promise<number | null> {
  const from = retentionFrom(now, months);
  const last = (await outside().get(RETIRED))[RETIRED] as number | undefined;
  if (from === null || (last !== undefined && last <= now && now - last < DAY)) return null;
  await opened();
  const ids: string[] = [];
  for (const accountKey of await db.accounts.toCollection().primaryKeys()) {
    const own = db.snapshots.where('[accountKey+takenAt]');
    const old = await own.between([accountKey, Number.NEGATIVE_INFINITY], [accountKey, from], true, false).primaryKeys();
    ids.push(...old.filter((id) => !/\+\d+$/.test(id)));
  }
  if (ids.length) await eraseCaptures(ids);
  await outside().set({ [RETIRED]: now });
  return ids.length;
}
