import type { Acknowledgement } from '../messages';

/** Waits between tries, in milliseconds: a stopped worker wakes in 40 ms, a busy or full disk takes longer. */
const WAITS_MS = [100, 200, 400, 800, 1600, 3200, 6400, 0];
/** How long an answer may take before the capture is sent once more: a message to a worker that is just being stopped may get none, ever. */
const PATIENCE_MS = 5000;

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Sends until an answer comes. The same capture sent twice is the same fact, so trying again is safe, and an answer to any try counts.
 * Not saved, with the last error as the reason, when the tries are used up; null when the extension was reloaded under the page (`alive`
 * says no): this script is an orphan then, and whatever it sent would throw.
 */
export async function sendUntilAnswered(
  send: () => Promise<Acknowledgement>,
  alive: () => boolean,
  wait: (ms: number) => Promise<void> = after,
  patience: () => Promise<void> = () => after(PATIENCE_MS),
): Promise<Acknowledgement | null> {
  let reason = '';
  const answers: Promise<Acknowledgement>[] = [];
  for (const ms of WAITS_MS) {
    if (!alive()) return null;
    const sent = send();
    answers.push(sent);
    const outcome = sent.catch(async (error: Error) => {
      reason = error.message;
      return wait(ms);
    });
    // A try that failed has nothing more to say; one that is still out may yet be answered.
    const answer = await Promise.race([outcome, Promise.any(answers).catch(() => outcome), patience()]);
    if (answer) return answer;
  }
  return alive() ? { saved: false, reason } : null;
}
