import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format } from '../../model/vocabulary';
import { all } from '../../reading/dom';
import { igTime, mediaNumber } from '../../reading/ids';
import { exact, hidden } from '../../reading/readings';
import type { PageContext } from '../network';
import { linkOf, ORIGIN, same } from './links';

/** A value of the page's data. Nothing in it is sure: on a value of another kind every property is undefined. */
export type Node = { [name: string]: Node } | null | undefined;

const LONGEST_TEXT = 2000;
const DESCRIBES = /"(?:text_post_app_info|follower_count)":/;
const FORMATS: Record<string, Format> = { 1: 'image', 2: 'video', 8: 'carousel', 19: 'text' };

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const whole = (value: unknown): number | null => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null);
const counted = (count: number | null): Reading | null => (count === null ? null : exact(count, 'embedded', `${count}`));

interface Known {
  posts: Map<string, PostReading>;
  trees: Node[];
}
const cache = new WeakMap<PageContext, Known>();

/** Reads the scripts of a page that describe posts and accounts. They stay behind when the app moves on. */
function known(page: Document, at: PageContext): Known {
  let found = cache.get(at);
  if (found) return found;
  found = { posts: new Map(), trees: [] };
  cache.set(at, found);
  for (const script of all(page, 'script[type="application/json"]')) {
    const code = script.textContent ?? '';
    if (!DESCRIBES.test(code)) continue;
    try {
      found.trees.push(JSON.parse(code));
    } catch {
      // Broken or cut off: not ours to repair.
    }
  }
  for (const post of found.trees.flatMap(postsIn)) if (!found.posts.has(post.id)) found.posts.set(post.id, post);
  return found;
}

/** The posts that the document's data speaks of, by id. */
export const knownPosts = (page: Document, at: PageContext): Map<string, PostReading> => known(page, at).posts;

/** Every post in a tree of data, whatever it is wrapped in. Posts that others quote, suggestions and advertisements are left out. */
export function postsIn(node: Node): PostReading[] {
  if (typeof node !== 'object' || !node) return [];
  const post = postOf(node);
  return post ? [post] : Object.entries(node).flatMap(([name, child]) => (/^(?:ad|relatedPosts)$/.test(name) ? [] : postsIn(child)));
}

function postOf(node: NonNullable<Node>): PostReading | null {
  const { text_post_app_info: info, user, caption, like_and_view_counts_disabled: disabled } = node;
  const link = linkOf(`/t/${string(node.code)}`);
  if (typeof info !== 'object' || !info || !link?.id) return null;
  const share = info.share_info;
  const reposted = share?.reposted_post && postOf(share.reposted_post);
  if (reposted) return { ...reposted, flags: { ...reposted.flags, repost: true } };
  const concealed = (disabled as unknown) === true;
  const quotes = whole(info.quote_count);
  const reposts = whole(info.repost_count);
  const likes = concealed ? hidden('embedded') : counted(whole(node.like_count));
  const comments = counted(whole(info.direct_reply_count));
  // Where likes are hidden, whatever stands for these two may be no count.
  const shares = concealed || quotes === null || reposts === null ? null : counted(quotes + reposts);
  const told = concealed ? null : counted(quotes);
  const taken = whole(node.taken_at);
  const format = FORMATS[`${node.media_type}`] ?? null;
  const attached = info.link_preview_attachment ? 'link' : node.giphy_media_info || info.linked_inline_media ? null : format;
  return {
    ...blank(link.id, string(user?.username) || null),
    published: taken ? { value: taken * 1000, low: taken * 1000, high: taken * 1000, from: 'embedded' } : igTime(link.id),
    format: format === 'text' ? attached : format,
    text: string(caption?.text).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT),
    flags: {
      pinned: !!info.pinned_post_info?.is_pinned_to_profile,
      promoted: false,
      repost: false,
      quote: !!(share?.quoted_post || share?.quoted_attachment_post),
      reply: !!info.is_reply,
    },
    metrics: { ...(likes && { likes }), ...(comments && { comments }), ...(shares && { shares }), ...(told && { quotes: told }) },
  };
}

/** A post of which nothing is known but its id and author. */
export function blank(id: string, author: string | null): PostReading {
  const number = mediaNumber(id);
  return {
    id,
    aliases: number ? [number] : [],
    url: author ? `${ORIGIN}/@${author}/post/${id}` : `${ORIGIN}/t/${id}`,
    author,
    published: igTime(id),
    format: null,
    text: '',
    flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
    metrics: {},
  };
}

/** What the data says of an account. */
export interface KnownAccount {
  nativeId: string | null;
  name: string | null;
  followers: Reading | null;
}

/** The account of that name in the document's data. */
export function knownAccount(page: Document, at: PageContext, handle: string | null): KnownAccount | null {
  const find = (node: Node): KnownAccount | null => {
    if (typeof node !== 'object' || !node) return null;
    const followers = counted(whole(node.follower_count));
    if (followers && same(string(node.username), handle))
      return { nativeId: string(node.pk) || null, name: string(node.full_name) || null, followers };
    for (const child of Object.values(node)) {
      const found = find(child);
      if (found) return found;
    }
    return null;
  };
  return known(page, at).trees.reduce<KnownAccount | null>((found, tree) => found ?? find(tree), null);
}
