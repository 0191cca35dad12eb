import { postKey } from '../model/keys';
import type { NetworkId } from '../model/vocabulary';
import { type About, fromShort, type ShortAbout, shortAbout } from './about';
import { crc32 } from './checksum';
import type { SnapshotRecord, Store } from './db';
import type { Entry } from './journal';
import { pack } from './pack';
import { BYTES_PER_PART, POSTS_PER_PART, partsOf } from './parts';
import { aboutIn, idsIn, type UnpackedPost, unpack } from './unpack';

/** A capture as records: one, or several for many posts. */
export function snapshotRecords({ capture, accountKey }: Pick<Entry, 'capture' | 'accountKey'>): SnapshotRecord[] {
  const { id: captureId, network, takenAt, url, surface, locale, adapter, account, coverage, followedSince } = capture;
  const about = shortAbout({
    network,
    url,
    surface,
    locale,
    adapter,
    account,
    coverage,
    ...(followedSince !== undefined && { followedSince }),
  });
  const whole = capture.posts.length <= POSTS_PER_PART ? pack(capture.posts, about) : null;
  if (whole && whole.byteLength <= BYTES_PER_PART)
    return [sealedRecord({ id: captureId, accountKey, takenAt, part: 0, parts: 1, packed: whole })];
  const split = partsOf(capture.posts);
  return split.map((posts, part) => {
    const id = part === 0 ? captureId : `${captureId}+${part}`;
    return sealedRecord({ id, accountKey, takenAt, part, parts: split.length, packed: pack(posts, about) });
  });
}

/** A record with its checksum. */
export const sealedRecord = (record: Omit<SnapshotRecord, 'checksum'>): SnapshotRecord => ({ ...record, checksum: checksumOf(record) });

const encoder = new TextEncoder();
const checksumOf = ({ id, accountKey, takenAt, packed }: Omit<SnapshotRecord, 'checksum'>) =>
  crc32(new Uint8Array(packed), encoder.encode(`${id} ${accountKey} ${takenAt}`));

/** Whether a snapshot's record still is what was written. */
export function isWhole(record: SnapshotRecord): boolean {
  try {
    return record.checksum === checksumOf(record);
  } catch {
    return false;
  }
}

/** What the capture of a record is; throws where the record is damaged. */
export const aboutOf = ({ packed }: Pick<SnapshotRecord, 'packed'>): About => fromShort(aboutIn<ShortAbout>(packed));

/** Keys start with the account's network. */
const networkOf = ({ accountKey }: Pick<SnapshotRecord, 'accountKey'>) => accountKey.slice(0, accountKey.indexOf(':')) as NetworkId;

/** Post keys of a snapshot's record, in its order; throws where the record is damaged. */
export const postKeysOf = (record: SnapshotRecord): string[] => idsIn(record.packed).map((id) => postKey(networkOf(record), id));

/** The posts of a snapshot's record with their keys; throws where the record is damaged. */
export const postsOf = (record: SnapshotRecord): (UnpackedPost & { postKey: string })[] =>
  unpack(record.packed).map((post) => ({ ...post, postKey: postKey(networkOf(record), post.id) }));

/** Id of the capture that a record is a part of. */
export const captureIdOf = (recordId: string): string => recordId.replace(/\+\d+$/, '');

/** An account's filed snapshots in the order of time; with those that wait to be filed they come from unfiled.ts. */
export const snapshotsOfAccount = (store: Store, accountKey: string) =>
  store.snapshots
    .where('[accountKey+takenAt]')
    .between([accountKey, Number.NEGATIVE_INFINITY], [accountKey, Number.POSITIVE_INFINITY], true, true);

const AT_ONCE = 500;

/** Goes through all snapshots, some at a time: a store of any size in the same memory. The next are on their way while some are looked at. */
export async function* allSnapshots(store: Store): AsyncGenerator<SnapshotRecord[]> {
  const after = (id: string): Promise<SnapshotRecord[]> => Promise.resolve(store.snapshots.where('id').above(id).limit(AT_ONCE).toArray());
  let next = after('');
  try {
    for (;;) {
      const batch = await next;
      const last = batch.at(-1);
      if (!last) return;
      if (batch.length === AT_ONCE) next = after(last.id);
      yield batch;
      if (batch.length < AT_ONCE) return;
    }
  } finally {
    next.catch(() => undefined); // Nobody waits for it when the walk is ended early.
  }
}
