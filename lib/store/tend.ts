import { adoptConfirmed } from './adopt-confirmed';
import { glance, lastCheck } from './check';
import { sweep } from './databases';
import { eraseDue } from './erase-later';
import { retire } from './retention';

/** Damage that a count does not show (a flipped byte) shows within so much time. */
const CHECK_EVERY = 86_400_000;

/**
 * What the background does whenever it starts: ends erasures and imports that were cut off, looks whether anything is missing (once a day by
 * reading every record) and restores it, carries out erasures that waited, deletes what is left of former databases, and erases what is older than
 * the user keeps it.
 */
export async function tendStore(now: number, months: number | null): Promise<void> {
  const last = (await lastCheck())?.at ?? 0;
  await adoptConfirmed(now);
  await glance(now - last >= CHECK_EVERY || last > now);
  await eraseDue(now);
  await sweep().catch((error: unknown) => console.warn('Former databases could not be deleted:', error));
  await retire(now, months);
}
