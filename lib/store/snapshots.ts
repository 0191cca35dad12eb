import { postKey } from '../model/keys';
import type { Doubt } from '../model/records';
import type { SnapshotRecord, Store } from './db';
import type { Entry } from './journal';
import { pack } from './pack';
import { partsOf } from './parts';

/** A capture as records: one, or several for many posts. */
export function snapshotRecords(capture: Entry['capture'], accountKey: string, doubts: Doubt[]): SnapshotRecord[] {
  const { id, network, takenAt, url, surface, locale, adapter, account, coverage, followedSince } = capture;
  const split = partsOf(capture.posts);
  const parts = split.length;
  return split.map((posts, part) => {
    const postKeys = posts.map((post) => postKey(network, post.id)).join('\n');
    const facts = { accountKey, network, takenAt, url, surface, locale, adapter, account, coverage, parts };
    const first = part === 0 ? { ...(followedSince !== undefined && { followedSince }), ...(doubts.length && { doubts }) } : {};
    return { ...first, id: part === 0 ? id : `${id}+${part}`, part, ...facts, postKeys, ...pack(posts, postKeys) };
  });
}

/** Post keys of a snapshot's record, in its order. */
export const postKeysOf = ({ postKeys }: Pick<SnapshotRecord, 'postKeys'>): string[] => (postKeys ? postKeys.split('\n') : []);

/** Id of the capture that a record is a part of. */
export const captureIdOf = (recordId: string): string => recordId.replace(/\+\d+$/, '');

/** An account's snapshots in the order of time. */
export const snapshotsOfAccount = (store: Store, accountKey: string) =>
  store.snapshots
    .where('[accountKey+takenAt]')
    .between([accountKey, Number.NEGATIVE_INFINITY], [accountKey, Number.POSITIVE_INFINITY], true, true);

const AT_ONCE = 200;

/** Goes through all snapshots, some at a time: a store of any size in the same memory. */
export async function* allSnapshots(store: Store): AsyncGenerator<SnapshotRecord[]> {
  for (let last = ''; ; ) {
    const batch: SnapshotRecord[] = await store.snapshots.where('id').above(last).limit(AT_ONCE).toArray();
    if (!batch.length) return;
    yield batch;
    last = batch.at(-1)?.id ?? '';
  }
}
