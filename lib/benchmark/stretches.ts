import type { Moment } from '../model/capture';
import { groupedBy } from '../model/grouped';
import type { PostState } from '../model/rollup';
import type { Format } from '../model/vocabulary';

/** Tabs that list all posts of their kind, newest first. Elsewhere (media, popular, a channel's home) time between posts says nothing. */
const TABS_IN_ORDER = ['posts', 'replies', 'videos', 'shorts', 'live'];

/** A post with a date. */
export type Dated = PostState & { published: Moment };

/** A stretch of time in which no post can have been missed, and the oldest post in it. */
export interface Stretch {
  boundary: Dated;
  end: number;
}

/** Posts that are paged together, and the time that captures of them cover. */
export interface Stream {
  dated: Dated[];
  undated: number;
  stretches: Stretch[];
}

/**
 * Parts an account's posts by the list they came from: YouTube pages shorts, videos and live streams apart.
 * Posts that no list showed (each from its own page) make no stream beside one that was listed.
 */
export function streamsOf(posts: PostState[]): Stream[] {
  const streams = [...groupedBy(posts, streamOf).values()].map((all): Stream => {
    const dated = all.filter((post): post is Dated => post.published !== null);
    return { dated, undated: all.length - dated.length, stretches: stretchesOf(dated) };
  });
  const listed = streams.filter((stream) => stream.stretches.length > 0);
  return listed.length ? listed : streams;
}

const BY_FORMAT: Partial<Record<Format, string>> = { short: 'shorts', live: 'live' };

/** The list that a post belongs to, whatever page it was last seen on. */
function streamOf(post: PostState): string {
  if (post.network !== 'youtube') return 'posts';
  const listed = post.surface === 'profile' && inOrder(post) ? post.tab : undefined;
  return listed ?? (post.format && BY_FORMAT[post.format]) ?? 'videos';
}

/** Whether the page that a post was last seen on lists posts in order of time. Nothing known about the page: it is taken to be the account's main page. */
function inOrder(post: PostState): boolean {
  if (post.surface === undefined) return true;
  if (post.surface !== 'profile') return false;
  return post.tab === undefined ? post.network !== 'youtube' : TABS_IN_ORDER.includes(post.tab);
}

/**
 * The time covered by captures. Each post names the last snapshot that showed it, so a snapshot whose oldest such post is older than
 * the former one's end continues it. A snapshot with a single post is no list (a post's own page) and covers no time.
 */
function stretchesOf(posts: Dated[]): Stretch[] {
  const shown = new Map<string, Stretch & { n: number }>();
  for (const post of posts.filter(inOrder)) {
    const known = shown.get(post.snapshotId);
    const boundary = known && !isOlder(post, known.boundary) ? known.boundary : post;
    shown.set(post.snapshotId, { boundary, end: post.takenAt, n: (known?.n ?? 0) + 1 });
  }
  const stretches: Stretch[] = [];
  const lists = [...shown.values()].filter(({ n }) => n > 1);
  for (const { boundary, end } of lists.sort((a, b) => a.boundary.published.value - b.boundary.published.value)) {
    const last = stretches.at(-1);
    if (last && boundary.published.value <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ boundary, end });
  }
  return stretches;
}

/** Posts of the same time are told apart by their keys, so that the order in the store decides nothing. */
const isOlder = (a: Dated, b: Dated) =>
  a.published.value < b.published.value || (a.published.value === b.published.value && a.postKey < b.postKey);
