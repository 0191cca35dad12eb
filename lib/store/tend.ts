import { checkStore, glance, lastCheck } from './check';
import { eraseDue } from './erase-later';
import { retire } from './retention';

/** Damage that a count does not show (a flipped byte) shows within so much time. */
const CHECK_EVERY = 86_400_000;

/**
 * What the background does whenever it starts: ends erasures and imports that were cut off, looks whether anything is missing and restores
 * it, carries out erasures that waited, erases what is older than the user keeps it, and once a day reads every record.
 */
export async function tendStore(now: number, months: number | null): Promise<void> {
  await glance();
  await eraseDue(now);
  await retire(now, months);
  const last = (await lastCheck())?.at ?? 0;
  if (now - last >= CHECK_EVERY || last > now) await checkStore();
}
