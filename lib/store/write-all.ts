import { db, type Store } from './db';
import type { Entry } from './journal';
import { writeCaptures } from './write';

/** Posts in one transaction: an account's file is written once for all its captures in it. More would lose more work when it is ended halfway. */
const MOST_POSTS = 10_000;

/**
 * Writes many captures, ten thousand posts at a time; null stands for one that cannot be had. What was written stays written when the work is
 * ended halfway: the same captures again change nothing.
 */
export async function writeAll(
  entries: AsyncIterable<[captureId: string, entry: Entry | null]>,
  onProgress: (done: number) => void,
  store: Store = db,
): Promise<void> {
  let waiting: Entry[] = [];
  let [posts, done] = [0, 0];
  for await (const [, entry] of entries) {
    if (entry) waiting.push(entry);
    posts += entry?.capture.posts.length ?? 0;
    done += 1;
    if (posts >= MOST_POSTS) {
      await writeCaptures(waiting, store);
      [waiting, posts] = [[], 0];
    }
    onProgress(done);
  }
  if (waiting.length) await writeCaptures(waiting, store);
}
