import { POST_FLAGS, type PostFlag } from '../model/vocabulary';
import type { SnapshotRecord, Store } from './db';
import type { Entry } from './journal';
import { checksumOf, unpack } from './pack';

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
    const posts = [];
    for (const part of parts) {
      if (!part || !isWhole(part)) return null;
      const facts = await store.posts.bulkGet(part.postKeys);
      for (const [index, seen] of unpack(part, part.postKeys.length).entries()) {
        const known = facts[index];
        if (!known) return null;
        const { id, aliases, url, author, published, format, text, language, hashtags, mentions, links, reactions } = known;
        const flags = Object.fromEntries(POST_FLAGS.map((flag) => [flag, seen.flags.includes(flag)])) as Record<PostFlag, boolean>;
        const words = Object.entries({ language, hashtags, mentions, links, reactions }).filter(([, fact]) => fact !== undefined);
        posts.push({ id, aliases, url, author, published, format, text, ...Object.fromEntries(words), flags, metrics: seen.metrics });
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
