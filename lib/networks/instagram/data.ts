import type { Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format } from '../../model/vocabulary';
import { countsIn } from '../../reading/counts';
import { all, attr, one } from '../../reading/dom';
import { igTime, mediaNumber } from '../../reading/ids';
import { exact, hidden } from '../../reading/readings';
import type { PageContext } from '../network';
import { type Link, linkOf, ORIGIN } from './links';

/** A value of the page's data. Nothing in it is sure: on a value of another kind every property is undefined. */
type Node = { [name: string]: Node } | null | undefined;

const LONGEST_TEXT = 2000;
/** A script that describes posts, of the old web (`edge_…`) and of today's. */
const DESCRIBES = /"(?:like_count|edge_liked_by|edge_media_preview_like)":/;
/** Where likes are hidden the data holds this number in their place. */
const PLACEHOLDER = 3;
const cache = new WeakMap<PageContext, Map<string, PostReading>>();

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): Node[] => (Array.isArray(value) ? value : []);

/** The posts that the document's data and its description for link previews speak of, by id. They stay behind when the app moves on. */
export function knownPosts(page: Document, at: PageContext): Map<string, PostReading> {
  let known = cache.get(at);
  if (known) return known;
  known = new Map();
  cache.set(at, known);
  for (const script of all(page, 'script:not([src])')) {
    const code = script.textContent ?? '';
    if (!DESCRIBES.test(code)) continue;
    try {
      // Old pages assign it to a variable or hand it to a function.
      for (const post of mediaIn(JSON.parse(code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1)))) remember(known, post);
    } catch {
      // Broken or cut off: not ours to repair.
    }
  }
  const described = fromDescription(page, at);
  if (described) remember(known, described);
  return known;
}

/** What was said first of a post stands; what is said later fills gaps. */
function remember(known: Map<string, PostReading>, post: PostReading): void {
  const before = known.get(post.id);
  const author = before?.author ?? post.author;
  known.set(
    post.id,
    before ? { ...before, author, text: before.text || post.text, metrics: { ...post.metrics, ...before.metrics } } : post,
  );
}

/** Every post in a tree of data, whatever it is wrapped in. Advertisements carry zeros that are no counts, and are left out. */
export function mediaIn(node: Node): PostReading[] {
  if (typeof node !== 'object' || !node) return [];
  const post = mediaOf(node);
  return post ? [post] : Object.entries(node).flatMap(([name, child]) => (name === 'ad' ? [] : mediaIn(child)));
}

function mediaOf(node: NonNullable<Node>): PostReading | null {
  const code = string(node.code) || string(node.shortcode);
  const concealed: unknown = node.like_and_view_counts_disabled;
  const likes: unknown = node.like_count ?? (node.edge_media_preview_like ?? node.edge_liked_by)?.count;
  if (
    (typeof likes !== 'number' && concealed !== true) ||
    linkOf(`/p/${code}/`).code !== code ||
    node.ad_id ||
    string(node.product_type) === 'ad'
  )
    return null;
  const reel = string(node.product_type) === 'clips';
  const comments = node.edge_media_to_comment ?? node.edge_media_to_parent_comment ?? node.edge_media_preview_comment;
  const views = reel ? (node.play_count ?? node.video_play_count) : (node.view_count ?? node.video_view_count);
  const taken: unknown = node.taken_at ?? node.taken_at_timestamp;
  const metrics: [string, Reading | null][] = [
    ['likes', concealed === true || Number(likes) < 0 ? hidden('embedded') : counted(likes)],
    ['comments', counted(node.comment_count ?? comments?.count)],
    ['shares', counted(node.media_repost_count)],
    // Zero stands where nobody counted.
    ['views', views ? (concealed === true ? hidden('embedded') : counted(views)) : null],
  ];
  const caption = node.caption ?? list(node.edge_media_to_caption?.edges)[0]?.node;
  const post = blank({ ...linkOf(`/p/${code}/`), reel });
  return {
    ...post,
    author: string(node.user?.username) || string(node.owner?.username) || null,
    published: typeof taken === 'number' ? at(taken * 1000) : post.published,
    format: formatOf(node, reel),
    text: string(caption?.text).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT),
    flags: { ...post.flags, pinned: !!list(node.timeline_pinned_user_ids ?? node.pinned_for_users)[0] },
    metrics: Object.fromEntries(metrics.filter(([, reading]) => reading)),
  };
}

/** A post of which nothing is known but its link. */
export function blank({ id = '', code = '', reel }: Link): PostReading {
  const number = mediaNumber(id);
  return {
    id,
    aliases: number ? [number] : [],
    url: `${ORIGIN}/${reel ? 'reel' : 'p'}/${code}/`,
    author: null,
    published: igTime(id),
    format: reel ? 'short' : null,
    text: '',
    flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
    metrics: {},
  };
}

const at = (ms: number): Moment => ({ value: ms, low: ms, high: ms, from: 'embedded' });
const counted = (count: unknown): Reading | null =>
  Number.isSafeInteger(count) && Number(count) >= 0 ? exact(Number(count), 'embedded', `${count}`) : null;

const TYPES: Record<string, Format> = { 1: 'image', 2: 'video', 8: 'carousel', Image: 'image', Video: 'video', Sidecar: 'carousel' };
const formatOf = (node: NonNullable<Node>, reel: boolean): Format | null =>
  reel ? 'short' : (TYPES[`${node.media_type ?? string(node.__typename).replace(/^(?:XDT)?Graph/, '')}`] ?? null);

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
