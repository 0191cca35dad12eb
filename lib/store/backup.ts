import { allAnswers } from './answers';
import { crc32 } from './checksum';
import { db } from './db';
import { entryOf } from './entry-of';
import { entriesOf, journalInOrder } from './journal';
import { exclusively } from './lock';
import { opened } from './open';
import { outside } from './outside';
import { allPostAnswers } from './post-answers';
import type { Progress } from './restore';
import { allRuns } from './runs';
import { studiesOutside } from './studies';
import { allTags, tagWords } from './tags';

/**
 * A backup is NDJSON, gzipped: one line that says what it is, one per capture, study, saved audit, tagged account and whatever else was said, and one that
 * counts the lines before it with a running CRC-32 over them, so that a cut or altered file is known for one.
 */
export const BACKUP_FORMAT = 'jauge-backup';
/** 2: with tags. 3: with saved audits, and what only people know of brands and posts. */
export const BACKUP_VERSION = 3;

const MADE = 'backup';
const encoder = new TextEncoder();

/** The running checksum after one more line. */
export const chained = (crc: number, line: string): number =>
  crc32(Uint8Array.of(crc >>> 24, crc >>> 16, crc >>> 8, crc), encoder.encode(line));

/** When the last backup was made, epoch ms; null before the first. */
export const lastBackup = async (): Promise<number | null> => ((await outside().get(MADE))[MADE] as number | undefined) ?? null;

/** Writes that a backup was made and handed to the user. */
export const noteBackup = (at: number): Promise<void> => outside().set({ [MADE]: at });

/**
 * Everything that the store holds, as one file. The journal is enough for it: a backup can be made also when the database will not open.
 * Rejects with the signal's reason when it is aborted.
 */
export async function makeBackup(madeAt: number, progress: Progress = {}): Promise<Blob> {
  await opened().catch((error: unknown) => console.warn('The backup is made from the journal alone:', error));
  const lines = linesOf(madeAt, progress);
  const text = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
  });
  return new Response(text.pipeThrough(new CompressionStream('gzip'))).blob();
}

async function* linesOf(madeAt: number, { onProgress, signal }: Progress): AsyncGenerator<string> {
  const ids = (await exclusively(journalInOrder)).map(({ id }) => id);
  const studies = await studiesOutside();
  let [crc, lines, done] = [0, 0, 0];
  const line = (value: object) => {
    const text = JSON.stringify(value);
    crc = chained(crc, text);
    lines += 1;
    return text;
  };
  yield line({ format: BACKUP_FORMAT, version: BACKUP_VERSION, madeAt, captures: ids.length, studies: studies.length });
  for await (const [id, entry] of entriesOf(ids)) {
    signal?.throwIfAborted();
    const whole = entry ?? (await entryOf(db, id));
    // One erased meanwhile is not in it; one that is damaged beyond repair cannot be.
    if (whole) yield line({ entry: whole });
    done += 1;
    onProgress?.(done, ids.length);
  }
  for (const study of studies) yield line({ study });
  for (const run of await allRuns()) yield line({ run });
  for (const tags of await allTags()) yield line({ tags });
  const words = await tagWords();
  if (words.length) yield line({ tagWords: words });
  for (const answers of await allAnswers()) yield line({ answers });
  for (const said of await allPostAnswers()) yield line({ postAnswers: said });
  yield JSON.stringify({ end: true, lines, crc });
}
