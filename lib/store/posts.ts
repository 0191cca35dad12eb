import type { Moment, PostReading } from '../model/capture';
import { accountKey, postKey } from '../model/keys';
import type { NetworkId } from '../model/vocabulary';
import type { StoredPost } from './db';

/**
 * What two sightings know of a publication time together: the overlap of their intervals. Relative dates ("2 weeks ago") narrow
 * down with each capture like this. Where they contradict each other the narrower one stands.
 */
export function bestMoment(a: Moment | null, b: Moment | null): Moment | null {
  if (!a || !b) return a ?? b;
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const narrower = b.high - b.low < a.high - a.low ? b : a;
  if (low > high || narrower.low === narrower.high) return narrower;
  return { low, high, value: Math.round((low + high) / 2), from: narrower.from };
}

/** The lasting record of a post after one more sighting: what is known better replaces what was known, nothing is lost. */
export function recordPost(
  known: StoredPost | undefined,
  post: PostReading,
  network: NetworkId,
  surfaceAccount: string,
  takenAt: number,
): StoredPost {
  const newest = !known || takenAt >= known.lastSeenAt;
  return {
    postKey: postKey(network, post.id),
    accountKey: post.author ? accountKey(network, post.author) : (known?.accountKey ?? surfaceAccount),
    network,
    id: post.id,
    aliases: [...new Set([...(known?.aliases ?? []), ...post.aliases])].slice(0, 8),
    url: post.url ?? known?.url ?? null,
    author: post.author ?? known?.author ?? null,
    published: bestMoment(known?.published ?? null, post.published),
    format: (newest ? (post.format ?? known?.format) : (known?.format ?? post.format)) ?? null,
    text: (newest ? post.text || known?.text : known?.text || post.text) ?? '',
    ...factsOf(newest ? [known, post] : [post, known]),
    firstSeenAt: Math.min(takenAt, known?.firstSeenAt ?? takenAt),
    lastSeenAt: Math.max(takenAt, known?.lastSeenAt ?? takenAt),
    seenOn: [...new Set([...(known?.seenOn ?? []), surfaceAccount])],
  };
}

/** What two sightings say of a post's words, the later one's facts first. */
function factsOf(sightings: (Partial<PostReading> | StoredPost | undefined)[]): Partial<StoredPost> {
  const facts = sightings.map((sighting) => {
    const { language, hashtags, mentions, links, reactions } = sighting ?? {};
    return Object.entries({ language, hashtags, mentions, links, reactions }).filter(([, fact]) => fact !== undefined);
  });
  return Object.fromEntries(facts.flat());
}
