import type { Capture } from '../model/capture';
import type { CommentRecord } from '../model/records';
import { crc32 } from './checksum';
import { fromBase64, gunzip, gzip, toBase64 } from './compress';
import { namesOutside, outside } from './outside';

/**
 * The journal: every capture once more, outside IndexedDB, as it was checked at the door. A database that is wiped, cut short or will not
 * open is made again from it (restore.ts). It is written before the database, so it never knows less.
 */
export interface Entry {
  capture: Omit<Capture, 'comments'>;
  comments: CommentRecord[];
  accountKey: string;
  /** Why posts that came with it were not fit to keep. */
  rejects: string[];
  /** Invented figures of the sample study. */
  sample: boolean;
}

/** As it is kept: gzipped JSON in base64, with the CRC-32 of the gzipped bytes, the time of the capture and whose page it is of. */
export interface Sealed {
  z: string;
  crc: number;
  at: number;
  of?: string;
}

const PREFIX = 'capture:';
export const journalName = (captureId: string) => PREFIX + captureId;

/** Ids of all captures in the journal, in no order. */
export const journalIds = async (): Promise<string[]> => (await namesOutside(PREFIX)).map((name) => name.slice(PREFIX.length));

/** The whole of an entry in few bytes. */
export const compress = (entry: Entry): Promise<Uint8Array<ArrayBuffer>> => gzip(JSON.stringify(entry));

/** The entry, compressed, as the journal keeps it. */
export const seal = ({ capture, accountKey }: Entry, compressed: Uint8Array): Sealed => ({
  ...{ z: toBase64(compressed), crc: crc32(compressed), at: capture.takenAt, of: accountKey },
});

/** What was sealed; null when it is damaged. */
export async function unseal(sealed: unknown): Promise<Entry | null> {
  const bytes = soundBytes(sealed);
  try {
    return bytes && JSON.parse(await gunzip(bytes));
  } catch {
    return null;
  }
}

/** The compressed bytes; null where they are not what was written. */
function soundBytes(sealed: unknown): Uint8Array<ArrayBuffer> | null {
  try {
    const { z, crc } = sealed as Sealed;
    const bytes = fromBase64(z);
    return crc32(bytes) === crc ? bytes : null;
  } catch {
    return null;
  }
}

const AT_ONCE = 100;

async function* sealedOf(captureIds: string[]): AsyncGenerator<[string, unknown]> {
  for (let at = 0; at < captureIds.length; at += AT_ONCE) {
    const ids = captureIds.slice(at, at + AT_ONCE);
    const found = await outside().get(ids.map(journalName));
    for (const id of ids) yield [id, found[journalName(id)]];
  }
}

/** Entries of these captures, each with its id; null where the journal's own copy is missing or damaged. */
export async function* entriesOf(captureIds: string[]): AsyncGenerator<[string, Entry | null]> {
  for await (const [id, sealed] of sealedOf(captureIds)) yield [id, await unseal(sealed)];
}

/** What the ledger counts of a capture. */
export interface Mark {
  id: string;
  crc: number;
}

/** What can be said of a sealed capture without opening it. */
interface Label extends Mark {
  at: number;
  of: string;
}

export const labelOf = (id: string, sealed: unknown): Label => {
  const { crc = 0, at = 0, of = '' } = (sealed ?? {}) as Partial<Sealed>;
  return { id, crc, at, of };
};

/** All captures in the journal, the oldest first. */
export async function journalInOrder(): Promise<Label[]> {
  const labels: Label[] = [];
  for await (const [id, sealed] of sealedOf(await journalIds())) labels.push(labelOf(id, sealed));
  return labels.sort((a, b) => a.at - b.at);
}

/** Ids of all captures in the journal of some accounts' pages. */
export async function capturesOfAccounts(accountKeys: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const [id, sealed] of sealedOf(await journalIds())) {
    // Earlier entries say only inside whose they are.
    const of = labelOf(id, sealed).of || (await unseal(sealed))?.accountKey;
    if (of !== undefined && accountKeys.includes(of)) ids.push(id);
  }
  return ids;
}

/** Ids of captures whose own copy in the journal is missing or not what was written. */
export async function brokenInJournal(): Promise<string[]> {
  const ids: string[] = [];
  for await (const [id, sealed] of sealedOf(await journalIds())) if (!soundBytes(sealed)) ids.push(id);
  return ids;
}

/** Their ids account by account, each account's in the order of time: the order in which many are written fastest. */
export const byAccount = (labels: Iterable<Label>): string[] =>
  [...labels].sort((a, b) => (a.of === b.of ? a.at - b.at : a.of < b.of ? -1 : 1)).map(({ id }) => id);
