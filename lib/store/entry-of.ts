import { POST_FLAGS, type PostFlag } from '../model/vocabulary';
import type { SnapshotRecord, Store } from './db';
import { filedIn, wholeFile } from './filing';
import type { Entry } from './journal';
import { checksumOf, unpack } from './pack';
import { postKeysOf } from './snapshots';

/** Whether a snapshot's record still is what was written. */
export function isWhole(record: SnapshotRecord): boolean {
  try {
    return record.checksum === checksumOf(new Uint8Array(record.metrics), record.raw, record.postKeys);
  } catch {
    return false;
  }
}

/**
 * A capture as the journal keeps it, from the database's own records: for one that the journal has lost. The lasting facts of its posts are those
 * known by now. Null where a part of it is missing or damaged, or is beyond reading.
 */
export async function entryOf(store: Store, captureId: string): Promise<Entry | null> {
  try {
    const first = await store.snapshots.get(captureId);
    if (!first) return null;
    const others = Array.from({ length: first.parts - 1 }, (_, part) => `${captureId}+${part + 1}`);
    const parts = [first, ...(await store.snapshots.bulkGet(others))];
    const file = await wholeFile(store, first.accountKey, first.network);
    const posts = [];
    for (const part of parts) {
      if (!part || !isWhole(part)) return null;
      const keys = postKeysOf(part);
      for (const [index, seen] of unpack(part, keys.length).entries()) {
        const known = filedIn(file, keys[index] ?? '');
        if (!known) return null;
        const { published, format } = known.state;
        const flags = Object.fromEntries(POST_FLAGS.map((flag) => [flag, seen.flags.includes(flag)])) as Record<PostFlag, boolean>;
        posts.push({ ...known.facts, published, format, flags, metrics: seen.metrics });
      }
    }
    const { network, takenAt, url, surface, locale, adapter, account, coverage, followedSince, accountKey } = first;
    const facts = { id: captureId, network, takenAt, url, surface, locale, adapter, account, coverage, ms: 0, posts };
    const record = await store.accounts.get(accountKey);
    return {
      capture: { ...facts, ...(followedSince !== undefined && { followedSince }) } as Entry['capture'],
      comments: (await store.comments.get(captureId))?.comments ?? [],
      accountKey,
      rejects: (await store.rejects.where('captureId').equals(captureId).toArray()).map(({ reason }) => reason),
      sample: record?.sample ?? false,
    };
  } catch {
    return null;
  }
}
