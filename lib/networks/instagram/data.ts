import type { AccountReading, PostReading } from '../../model/capture';
import { countsIn } from '../../reading/counts';
import { all, attr, one } from '../../reading/dom';
import type { PageContext } from '../network';
import { linkOf } from './links';
import { accountIn, blank, mediaIn, PLACEHOLDER } from './media';

/** A script that describes posts or accounts, of the old web (`edge_…`) and of today's. */
const DESCRIBES = /"(?:like_count|edge_liked_by|edge_media_preview_like|follower_count|edge_followed_by)":/;

interface Known {
  posts: Map<string, PostReading>;
  trees: unknown[];
}
const cache = new WeakMap<PageContext, Known>();

/** Reads the scripts of a page that describe posts and accounts. They stay behind when the app moves on. */
function known(page: Document, at: PageContext): Known {
  let found = cache.get(at);
  if (found) return found;
  found = { posts: new Map(), trees: [] };
  cache.set(at, found);
  for (const script of all(page, 'script:not([src])')) {
    const code = script.textContent ?? '';
    if (!DESCRIBES.test(code)) continue;
    try {
      // Old pages assign it to a variable or hand it to a function.
      found.trees.push(JSON.parse(code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1)));
    } catch {
      // Broken or cut off: not ours to repair.
    }
  }
  for (const post of found.trees.flatMap((tree) => mediaIn(tree, 'embedded'))) remember(found.posts, post);
  const described = fromDescription(page, at);
  if (described) remember(found.posts, described);
  return found;
}

/** The posts that the document's data and its description for link previews speak of, by id. */
export const knownPosts = (page: Document, at: PageContext): Map<string, PostReading> => known(page, at).posts;

/** What the document's data says of an account. */
export const knownAccount = (page: Document, at: PageContext, handle: string | null): Partial<AccountReading> =>
  known(page, at).trees.reduce<Partial<AccountReading> | null>(
    (found, tree) => found ?? accountIn(tree, handle, 'embedded', at.url),
    null,
  ) ?? {};

/** What was said first of a post stands; what is said later fills gaps. */
export function remember(posts: Map<string, PostReading>, post: PostReading): void {
  const before = posts.get(post.id);
  if (!before) {
    posts.set(post.id, post);
    return;
  }
  const author = before.author ?? post.author;
  posts.set(post.id, { ...post, ...before, author, text: before.text || post.text, metrics: { ...post.metrics, ...before.metrics } });
}

/** Content of the first of some meta elements. */
export const meta = (page: Document, names: string): string | null =>
  attr(one(page, names.replace(/[\w:]+/g, 'meta[property="$&"],meta[name="$&"]')), 'content');

/** "493 likes, 17 comments - name on August 3, 2025: …", in the page's language. Likes come first in every one. */
function fromDescription(page: Document, { counts }: PageContext): PostReading | null {
  const link = linkOf(meta(page, 'og:url') ?? meta(page, 'al:android:url'));
  const [head, ...more] = (meta(page, 'og:description,description') ?? '').split(' - ');
  if (!link.id || !more[0]) return null;
  const [likes, comments, third] = countsIn(head, counts, 'embedded');
  const both = likes && comments && !third;
  return {
    ...blank(link),
    author: link.handle ?? null,
    metrics: both ? { ...(likes.value !== PLACEHOLDER && { likes }), comments } : {},
  };
}
