import { carryOut, type Erasure, type ErasureTarget, erasureOf } from './erase';
import { exclusively } from './lock';
import { opened } from './open';
import { onOutside, outside } from './outside';

/** How long an erasure can be taken back. */
export const UNDO_MS = 10_000;

/**
 * Erasures that wait are kept outside the database: one whose page is closed meanwhile is carried out all the same, by the background, which
 * is told of it at once, or at its next start. Until it begins nothing is gone; once it has begun it is ended (erase.ts).
 */
interface Waiting {
  id: string;
  target: ErasureTarget;
  due: number;
}

const WAITING = 'erase-later';
const waitingNow = async () => ((await outside().get(WAITING))[WAITING] as Waiting[] | undefined) ?? [];

/**
 * Asks for an erasure that is carried out in ten seconds. `undo` takes it back and answers whether it still could. `done` resolves when it was carried
 * out or taken back, and rejects where it failed; then the next start tries again.
 */
export async function scheduleErasure(target: ErasureTarget, now: number): Promise<{ undo: () => Promise<boolean>; done: Promise<void> }> {
  const one: Waiting = { id: crypto.randomUUID(), target, due: now + UNDO_MS };
  await exclusively(async () => outside().set({ [WAITING]: [...(await waitingNow()), one] }));
  const done = new Promise((resolve) => setTimeout(resolve, UNDO_MS)).then(() => eraseDue(one.due));
  done.catch(() => undefined); // Whoever waits for it is told; nobody has to.
  const undo = () =>
    exclusively(async () => {
      const waiting = await waitingNow();
      await outside().set({ [WAITING]: waiting.filter(({ id }) => id !== one.id) });
      return waiting.some(({ id }) => id === one.id);
    });
  return { undo, done };
}

/** Carries out the erasures whose ten seconds are over. */
export async function eraseDue(now: number): Promise<void> {
  if (!(await waitingNow()).some(({ due }) => isDue(due, now))) return;
  await opened();
  await exclusively(async () => {
    for (const one of (await waitingNow()).filter(({ due }) => isDue(due, now))) {
      const erasure: Erasure = await erasureOf(one.target);
      // With the note that it has begun, in one stroke: it is never begun twice, nor taken back halfway.
      await carryOut(erasure, { [WAITING]: (await waitingNow()).filter(({ id }) => id !== one.id) });
    }
  });
}

/** A clock that was set back must not keep an erasure waiting. */
const isDue = (due: number, now: number) => due <= now || due > now + UNDO_MS;

/** Carries out, after its ten seconds, each erasure that any part of the extension asks for from now on. */
export function followErasures(failed: (error: unknown) => void): void {
  onOutside(WAITING, (value) => {
    if (Array.isArray(value) && value.length) setTimeout(() => eraseDue(Date.now()).catch(failed), UNDO_MS + 500);
  });
}
