import type { PostReading } from '../model/capture';
import { POST_FLAGS, type PostFlag } from '../model/vocabulary';
import { wholeFile } from './account-file';
import type { Store } from './db';
import { filedIn } from './filing';
import type { Entry } from './journal';
import { aboutOf, isWhole, postsOf } from './snapshots';
import { entriesIn } from './unfiled';

/**
 * A capture as the journal keeps it, from the database's own records: for one that the journal has lost. The lasting facts of its posts are those
 * known by now. Null where a part of it is missing or damaged, or is beyond reading.
 */
export async function entryOf(store: Store, captureId: string): Promise<Entry | null> {
  try {
    const unfiled = await entriesIn(await store.unfiled.where('id').startsWith(captureId).toArray());
    const same = unfiled.find(({ capture }) => capture.id === captureId);
    if (same) return same;
    const first = await store.snapshots.get(captureId);
    if (!first) return null;
    const { id, accountKey, takenAt } = first;
    const { account, coverage, surface, ...about } = aboutOf(first);
    const others = Array.from({ length: first.parts - 1 }, (_, part) => `${id}+${part + 1}`);
    const parts = [first, ...(await store.snapshots.bulkGet(others))];
    const file = await wholeFile(store, accountKey, about.network);
    const posts: PostReading[] = [];
    for (const part of parts) {
      if (!part || !isWhole(part)) return null;
      for (const { postKey, metrics, flags: set } of postsOf(part)) {
        const known = filedIn(file, postKey);
        if (!known) return null;
        const { published, format } = known.state;
        const flags = Object.fromEntries(POST_FLAGS.map((flag) => [flag, set.includes(flag)])) as Record<PostFlag, boolean>;
        posts.push({ ...known.facts, published, format, flags, metrics });
      }
    }
    return {
      capture: { id, takenAt, ...about, surface, account, coverage, ms: 0, posts },
      comments: (await store.comments.get(id))?.comments ?? [],
      accountKey,
      rejects: (await store.rejects.where('captureId').equals(id).toArray()).map(({ reason }) => reason),
      sample: (await store.accounts.get(accountKey))?.sample ?? false,
    };
  } catch {
    return null;
  }
}
