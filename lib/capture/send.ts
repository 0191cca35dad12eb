import type { Acknowledgement } from '../messages';

/** Waits between tries, in milliseconds: a stopped worker wakes in 40 ms, a busy or full disk takes longer. */
const WAITS_MS = [100, 200, 400, 800, 1600, 3200, 6400];

/**
 * Sends until an answer comes. Null when it will never come: tries used up, or the extension was reloaded under the page
 * (`alive` says no) and this script is an orphan. The same capture sent twice is the same fact, so trying again is safe.
 */
export async function sendUntilAnswered(
  send: () => Promise<Acknowledgement>,
  alive: () => boolean,
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Promise<Acknowledgement | null> {
  for (const ms of [...WAITS_MS, null]) {
    if (!alive()) return null;
    try {
      return await send();
    } catch {
      if (ms === null) return null;
      await wait(ms);
    }
  }
  return null;
}
