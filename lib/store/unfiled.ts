import { groupedBy } from '../model/grouped';
import { gunzip } from './compress';
import type { UnfiledRecord } from './db';
import type { Entry } from './journal';
import { captureIdOf } from './snapshots';

/** Chromium stores values under 60 KB inline and makes larger ones files of their own. */
const SLICE = 58_000;

/** A capture, to be filed later, from its compressed bytes. */
export function unfiledRecords({ capture: { id }, accountKey }: Entry, compressed: Uint8Array<ArrayBuffer>): UnfiledRecord[] {
  const slices: UnfiledRecord[] = [];
  for (let at = 0; at < compressed.length; at += SLICE)
    slices.push({ id: at === 0 ? id : `${id}+${at / SLICE}`, accountKey, slice: compressed.slice(at, at + SLICE).buffer });
  return slices;
}

/** The captures that slices hold, in the order of time. One of which a slice is damaged or missing is left out: the journal has it. */
export async function entriesIn(records: UnfiledRecord[]): Promise<Entry[]> {
  const slices = groupedBy(records, ({ id }) => captureIdOf(id));
  const entries = await Promise.all([...slices].map(([id, parts]) => entryIn(id, parts)));
  return entries.flat().sort((a, b) => a.capture.takenAt - b.capture.takenAt);
}

async function entryIn(captureId: string, records: UnfiledRecord[]): Promise<Entry[]> {
  const place = ({ id }: UnfiledRecord) => Number(id.slice(captureId.length + 1));
  const slices = records.sort((a, b) => place(a) - place(b)).map(({ slice }) => slice);
  try {
    const bytes = new Uint8Array(await new Blob(slices).arrayBuffer());
    return [JSON.parse(await gunzip(bytes))];
  } catch {
    return [];
  }
}
