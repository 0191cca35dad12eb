import type { AccountReading, Capture, CommentReading, Coverage, PostReading, Surface } from '../model/capture';
import type { MetricName } from '../model/vocabulary';
import type { Network, PageContext } from '../networks/network';
import { unread } from '../reading/readings';
import { coverageOf } from './coverage';
import { mergeAccount, mergePost } from './merge';
import type { Received } from './received';

/** A capture that has no id yet. */
export type PageReading = Omit<Capture, 'id'>;

/** What was found of a page, layer by layer. */
export interface Found {
  /** Posts by id, in page order, as the page shows them. */
  posts: Map<string, PostReading>;
  account: AccountReading;
  /** What the document's data says. */
  data: PostReading[];
  received: Received;
  comments?: CommentReading[];
  /** Post elements, and how many of them gave no id. */
  seen: number;
  unreadable: number;
  partial: Coverage['partial'];
}

/** Puts the layers together: data sharpens the posts of the page, never adds one, and what was not read is said. Changes `posts`. */
export function assemble(network: Network, { posts, data, received, ...found }: Found, at: PageContext): Omit<PageReading, 'ms'> {
  const { conflicts, loaded } = refineWith(posts, [...data, ...received.posts]);
  const list = [...posts.values()];
  const { unreadable, partial, comments } = found;
  const counts = { seen: Math.max(found.seen, list.length), unreadable, others: 0, loaded };
  return {
    takenAt: at.now,
    url: addressOf(at.url),
    network: network.id,
    adapter: network.version,
    locale: at.counts.locale,
    surface: withMain(at.surface, list),
    account: mergeAccount(found.account, received.account),
    posts: list,
    ...(comments?.length && { comments }),
    coverage: coverageOf(list, { ...counts, conflicts, partial }),
  };
}

/** On a post's page, the post by the id that it was read with: addresses often name it by another. */
function withMain(surface: Surface, posts: PostReading[]): Surface {
  const { postId } = surface;
  const main = postId && posts.find(({ id, aliases }) => id === postId || aliases.includes(postId) || id.endsWith(`/${postId}`));
  return main ? { ...surface, postId: main.id } : surface;
}

/**
 * A metric that this kind of page prints and that was not found is unread: it must not look as if the network did not show it.
 * Changes the post, which its reader has just made.
 */
export function complete(post: PostReading, printed: MetricName[] = []): PostReading {
  for (const name of printed) post.metrics[name] ??= unread();
  return post;
}

/**
 * Sharpens the posts with what data says of them; returns how many readings contradict each other, and how many posts the data has that the
 * page does not show.
 */
function refineWith(posts: Map<string, PostReading>, data: PostReading[]): { conflicts: number; loaded: number } {
  const named = new Map<string, string>();
  const name = (id: string, post: PostReading) => {
    for (const each of [post.id, ...post.aliases]) named.set(each, id);
  };
  if (data.length) for (const [id, post] of posts) name(id, post);
  const unshown = new Set<string>();
  let conflicts = 0;
  for (const extra of data) {
    const id = [extra.id, ...extra.aliases].map((each) => named.get(each)).find((each) => each !== undefined);
    const shown = id === undefined ? undefined : posts.get(id);
    if (id === undefined || !shown) unshown.add(extra.id);
    else if (shown !== extra) {
      const merged = mergePost(shown, extra);
      posts.set(id, merged.post);
      name(id, merged.post);
      conflicts += merged.conflicts;
    }
  }
  return { conflicts, loaded: unshown.size };
}

/** The page's address without what may hold a secret: no user, no fragment, and of the query only what names the page. */
const NAMING = ['v', 'list', 'id', 'sk', 'fbid', 'story_fbid'];
function addressOf(url: URL): string {
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => NAMING.includes(name)));
  return `${url.origin}${url.pathname}${kept.size ? '?' : ''}${kept}`.slice(0, 2000);
}
