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

/** As it is kept: gzipped JSON in base64, with the CRC-32 of the gzipped bytes and the time of the capture. */
export interface Sealed {
  z: string;
  crc: number;
  at: number;
}

const PREFIX = 'capture:';
export const journalName = (captureId: string) => PREFIX + captureId;

/** Ids of all captures in the journal, in no order. */
export const journalIds = async (): Promise<string[]> => (await namesOutside(PREFIX)).map((name) => name.slice(PREFIX.length));

export async function seal(entry: Entry): Promise<Sealed> {
  const bytes = await gzip(JSON.stringify(entry));
  return { z: toBase64(bytes), crc: crc32(bytes), at: entry.capture.takenAt };
}

/** What was sealed; null when it is damaged. */
export async function unseal(sealed: unknown): Promise<Entry | null> {
  try {
    const { z, crc } = sealed as Sealed;
    const bytes = fromBase64(z);
    return crc32(bytes) === crc ? JSON.parse(await gunzip(bytes)) : null;
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

/** All captures in the journal, the oldest first. */
export async function journalInOrder(): Promise<Mark[]> {
  const marks: (Mark & { at: number })[] = [];
  for await (const [id, sealed] of sealedOf(await journalIds())) {
    const { crc = 0, at = 0 } = (sealed ?? {}) as Partial<Sealed>;
    marks.push({ id, crc, at });
  }
  return marks.sort((a, b) => a.at - b.at);
}
