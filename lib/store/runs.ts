import type { AuditRun } from '../audits/report';
import { db } from './db';
import { forgetAudits } from './last-audit';
import { exclusively } from './lock';
import { namesOutside, outside } from './outside';

/**
 * Saved audits, each one value outside the database: about 70 KB of JSON that is written once and never searched. A table of theirs would change the
 * database's version for what needs none of it.
 */
const PREFIX = 'run:';
/** About 4 MB. A user who keeps more is asked to remove some: none goes by itself. */
export const MOST_RUNS = 60;

/** An audit that was saved, as it was then. */
export interface SavedRun {
  id: string;
  run: AuditRun;
}

const isRun = (value: unknown): value is AuditRun => {
  const run = value as Partial<AuditRun> | null;
  return run?.format === 'jauge-audit' && run.version === 1 && Array.isArray(run.criteria) && typeof run.score === 'object';
};

/** Saved audits of a study, newest first; what a damaged disk left of one is left out. */
export async function listRuns(studyId: string): Promise<SavedRun[]> {
  return (await allRuns()).filter(({ run }) => run.studyId === studyId).sort((a, b) => b.run.madeAt - a.run.madeAt);
}

/** Saves an audit; false where there are as many as are kept, and then nothing changes. */
export function putRun({ id, run }: SavedRun): Promise<boolean> {
  return exclusively(async () => {
    const names = await namesOutside(PREFIX);
    if (names.length >= MOST_RUNS && !names.includes(PREFIX + id)) return false;
    await outside().set({ [PREFIX + id]: run });
    return true;
  });
}

/** Removes a saved audit. */
export const removeRun = (id: string): Promise<void> => exclusively(() => outside().remove(PREFIX + id));

/**
 * Takes saved audits in from elsewhere, all of them, though they be more than are kept otherwise: what a backup holds must not be lost on the way. One that
 * is here already stays as it is. Only under the store's lock.
 */
export async function bringRuns(brought: readonly SavedRun[]): Promise<void> {
  const known = new Set(await namesOutside(PREFIX));
  const fresh = brought.filter(({ id }) => !known.has(PREFIX + id));
  if (fresh.length) await outside().set(Object.fromEntries(fresh.map(({ id, run }) => [PREFIX + id, run])));
}

/** Removes the saved audits of brands that no account is left of, and what was noted of their last ones: what is erased is gone from them too. Only under the store's lock. */
export async function forgetRuns(): Promise<void> {
  const left = new Set<string>(await db.accounts.toCollection().primaryKeys());
  const gone = (await allRuns()).filter(({ run }) => run.inputs.accounts.some((key) => !left.has(key)));
  if (gone.length) await outside().remove(gone.map(({ id }) => PREFIX + id));
  await forgetAudits(left);
}

/** Every saved audit, of all studies. */
export async function allRuns(): Promise<SavedRun[]> {
  const names = await namesOutside(PREFIX);
  const found = names.length ? await outside().get(names) : {};
  return Object.entries(found).flatMap(([name, run]) => (isRun(run) ? [{ id: name.slice(PREFIX.length), run }] : []));
}
