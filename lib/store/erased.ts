import { outside } from './outside';

/**
 * Ids of the latest captures that were erased. A file that lost its end has lost erasures too: a capture that comes up in the database alone is one
 * that the journal has lost, and is written into it again, unless it is named here; then it goes once more. Ids are random, and say nothing.
 */
const ERASED = 'erased';
const REMEMBERED = 10_000;

const remembered = async () => ((await outside().get(ERASED))[ERASED] as string[] | undefined) ?? [];

/** Says of a capture whether it was erased. */
export async function wereErased(): Promise<(captureId: string) => boolean> {
  const ids = new Set(await remembered());
  return (id) => ids.has(id);
}

/** What is to be written outside in one stroke with the note that these are being erased. */
export async function notedAsErased(captureIds: readonly string[]): Promise<Record<string, string[]>> {
  return { [ERASED]: [...new Set([...(await remembered()), ...captureIds])].slice(-REMEMBERED) };
}

/** Captures that were erased and came in from a file again. */
export async function cameBack(captureIds: readonly string[]): Promise<void> {
  const [before, back] = [await remembered(), new Set(captureIds)];
  const left = before.filter((id) => !back.has(id));
  if (left.length < before.length) await outside().set({ [ERASED]: left });
}
