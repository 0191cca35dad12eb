import { exclusively } from './lock';
import { opened } from './open';
import { type Progress, type Restored, restore } from './restore';

/**
 * Makes the database anew from the journal, as the user wished. The old one stays in use until the new one is whole; what was made by the time
 * it is stopped or cut off is found again by the next attempt. Rejects with the signal's reason when it is aborted.
 */
export async function rebuild(progress: Progress = {}): Promise<Restored> {
  await opened();
  return exclusively(() => restore('wished', 0, progress));
}
