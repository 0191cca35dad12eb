import { type AccountAnswers, accountAnswersSchema, type BrandAnswers, brandAnswersSchema } from '../model/answers';
import { type Study, studySchema } from '../model/study';
import { type AccountTags, accountTagsSchema, tagWordsSchema } from '../model/tags';
import { BACKUP_FORMAT, BACKUP_VERSION, chained } from './backup';
import { entrySchema } from './entry-schema';
import type { Entry } from './journal';
import { savedRunSchema } from './run-schema';
import type { SavedRun } from './runs';

/** Why a file cannot be read in: nothing of it was. `line` counts from 1. */
export type BackupFault = 'no-backup' | 'newer' | 'damaged' | 'cut-off' | 'too-large' | 'bad-content';

export class BackupError extends Error {
  constructor(
    readonly fault: BackupFault,
    readonly line: number,
    detail = '',
  ) {
    super(`${fault} at line ${line}${detail && `: ${detail}`}`);
    this.name = 'BackupError';
  }
}

export type BackupItem =
  | { entry: Entry }
  | { study: Study }
  | { run: SavedRun }
  | { tags: AccountTags }
  | { tagWords: string[] }
  | { answers: BrandAnswers }
  | { postAnswers: AccountAnswers };

const MOST_BYTES = 1_000_000_000;
const MOST_TEXT = 8_000_000_000;
/** A capture of 2,000 posts with all they may hold. */
const LONGEST_LINE = 32_000_000;

/**
 * Goes through a backup, checked line by line by the rules of the door; the checksum at its end is checked last, so nothing may be believed before
 * the last item was given. Throws BackupError, also for hostile files: too large, too deep, of another encoding, altered.
 */
export async function* itemsOf(file: Blob): AsyncGenerator<BackupItem> {
  let [crc, number, ended] = [0, 0, false];
  for await (const text of linesIn(file)) {
    number += 1;
    const value = parse(text, number);
    if (ended) throw new BackupError('damaged', number, 'text after the end');
    if (number === 1) readHead(value);
    else if ('end' in value) {
      if (value.lines !== number - 1 || value.crc !== crc) throw new BackupError('damaged', number, 'the checksum is another');
      ended = true;
    } else yield itemOf(value, number);
    crc = chained(crc, text);
  }
  if (!ended) throw new BackupError(number ? 'cut-off' : 'no-backup', number);
}

function parse(text: string, line: number): Record<string, unknown> {
  try {
    const value = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below.
  }
  throw new BackupError(line === 1 ? 'no-backup' : 'damaged', line, 'no JSON object');
}

function readHead({ format, version }: Record<string, unknown>): void {
  if (format !== BACKUP_FORMAT || typeof version !== 'number') throw new BackupError('no-backup', 1);
  if (version > BACKUP_VERSION) throw new BackupError('newer', 1, `version ${version}`);
}

const KINDS = {
  ...{ entry: entrySchema, study: studySchema, run: savedRunSchema, tags: accountTagsSchema, tagWords: tagWordsSchema },
  ...{ answers: brandAnswersSchema, postAnswers: accountAnswersSchema },
};
const OTHERS = ['entry', 'run', 'tags', 'tagWords', 'answers', 'postAnswers'] as const;

function itemOf(value: Record<string, unknown>, line: number): BackupItem {
  const kind = OTHERS.find((name) => Object.hasOwn(value, name)) ?? 'study';
  const checked = KINDS[kind].safeParse(Object.hasOwn(value, kind) ? value[kind] : null);
  if (checked.success) return { [kind]: checked.data } as unknown as BackupItem;
  const [issue] = checked.error.issues;
  throw new BackupError('bad-content', line, `${issue?.path.join('.')}: ${issue?.message}`.slice(0, 200));
}

/** The lines of a gzipped text. */
async function* linesIn(file: Blob): AsyncGenerator<string> {
  if (file.size > MOST_BYTES) throw new BackupError('too-large', 0);
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [rest, total, number] = ['', 0, 0];
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw new BackupError(number || rest ? 'cut-off' : 'no-backup', number + 1, String(error));
      });
      const text = decode(decoder, value, done, number + 1);
      total += text.length;
      if (total > MOST_TEXT) throw new BackupError('too-large', number + 1);
      // A long line comes in many pieces: they are joined once, at its end.
      const pieces = text.split('\n');
      for (const piece of pieces.slice(0, -1)) {
        number += 1;
        yield rest + piece;
        rest = '';
      }
      rest += pieces.at(-1) ?? '';
      if (rest.length > LONGEST_LINE) throw new BackupError('too-large', number + 1);
      if (done) break;
    }
    if (rest) yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function decode(decoder: TextDecoder, value: Uint8Array | undefined, done: boolean, line: number): string {
  try {
    return decoder.decode(value, { stream: !done });
  } catch {
    throw new BackupError('damaged', line, 'no UTF-8');
  }
}
