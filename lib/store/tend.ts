import { glance } from './check';
import { eraseDue } from './erase-later';
import { retire } from './retention';

/**
 * What the background does whenever it starts: ends erasures and imports that were cut off, looks whether anything is missing and restores
 * it, carries out erasures that waited, and erases what is older than the user keeps it.
 */
export async function tendStore(now: number, months: number | null): Promise<void> {
  await glance();
  await eraseDue(now);
  await retire(now, months);
}
