import type { SnapshotRecord, Store } from '../../lib/store/db';
import { byAccount, type Entry } from '../../lib/store/journal';
import { allSnapshots, snapshotsOfAccount } from '../../lib/store/snapshots';
import { columnsOf } from '../../lib/store/unpack';
import { writeAll } from '../../lib/store/write-all';
import { median, POSTS } from './store-data';

/** As a restore and an import write: account by account. */
export const importAll = (entries: Entry[], store: Store): Promise<void> =>
  writeAll(
    (async function* () {
      const labels = entries.map(({ capture, accountKey }) => ({ id: capture.id, crc: 0, at: capture.takenAt, of: accountKey }));
      const byId = new Map(entries.map((entry) => [entry.capture.id, entry]));
      for (const id of byAccount(labels)) yield [id, byId.get(id) ?? null];
    })(),
    () => undefined,
    store,
  );

/** Goes through all snapshots as the product does; `onBatch` is told how many bytes it holds beside the heap. */
export async function scan(store: Store, onBatch?: (bytes: number) => void): Promise<number> {
  const engagements = new Map<string, Float64Array[]>();
  for await (const batch of allSnapshots(store)) {
    for (const record of batch) collect(engagements, record);
    onBatch?.(batch.reduce((sum, { packed }) => sum + packed.byteLength, 0));
  }
  return answerOf(engagements);
}

/** All observations of one account. */
export async function ownOf(store: Store, accountKey: string): Promise<number> {
  const engagements = new Map<string, Float64Array[]>();
  for (const record of await snapshotsOfAccount(store, accountKey).toArray()) collect(engagements, record);
  return answerOf(engagements);
}

function collect(engagements: Map<string, Float64Array[]>, record: SnapshotRecord): void {
  const [likes, comments, shares] = columnsOf(record.packed, ['likes', 'comments', 'shares']);
  const sums = new Float64Array(POSTS);
  for (let index = 0; index < POSTS; index += 1) sums[index] = (likes?.[index] ?? 0) + (comments?.[index] ?? 0) + (shares?.[index] ?? 0);
  const known = engagements.get(record.accountKey);
  if (known) known.push(sums);
  else engagements.set(record.accountKey, [sums]);
}

function answerOf(engagements: Map<string, Float64Array[]>): number {
  let sum = 0;
  for (const parts of engagements.values()) {
    const all = new Float64Array(parts.length * POSTS);
    for (const [index, part] of parts.entries()) all.set(part, index * POSTS);
    sum += median(all);
  }
  return sum;
}
