import type { PostReading } from '../model/capture';
import { METRIC_NAMES } from '../model/vocabulary';

/** Chromium stores values under 60 KB inline and makes larger ones files of their own; what a record holds beside its posts fits into the rest. */
export const BYTES_PER_PART = 48_000;
export const POSTS_PER_PART = 200;

/** The posts of a capture, in the order of the page, in parts that each fit into one record; at least one, which may be empty. */
export function partsOf<T extends Pick<PostReading, 'id' | 'metrics'>>(posts: readonly T[]): T[][] {
  const parts: T[][] = [[]];
  let bytes = 0;
  for (const post of posts) {
    const more = bytesOf(post);
    const last = parts.at(-1) ?? [];
    if (last.length && (last.length >= POSTS_PER_PART || bytes + more > BYTES_PER_PART)) {
      parts.push([post]);
      bytes = more;
    } else {
      last.push(post);
      bytes += more;
    }
  }
  return parts;
}

/** As packed, at most: numbers and bounds, codes, flags, the id and the raw texts; a character takes three bytes where it is far from Latin. */
function bytesOf({ id, metrics }: Pick<PostReading, 'id' | 'metrics'>): number {
  let bytes = 6 * 9 + 1 + 7 + 3 * id.length;
  for (const name of METRIC_NAMES) {
    const reading = metrics[name];
    if (reading) bytes += 3 * (reading.raw?.length ?? 0) + (reading.as === 'rounded' ? 16 : 0);
  }
  return bytes;
}
