import type { AccountReading, Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format, ReadingSource } from '../../model/vocabulary';
import { igTime, mediaNumber } from '../../reading/ids';
import { outgoing } from '../../reading/links';
import { exact, hidden, unread } from '../../reading/readings';
import { dig, isTree, type Tree, walk } from '../../reading/trees';
import { hashtagsIn, mentionsIn } from '../../reading/words';
import { type Link, linkOf, ORIGIN } from './links';

/** Captions have at most 2,200 characters. */
export const LONGEST_TEXT = 2200;
/** Where likes are hidden the data holds this number in their place. */
export const PLACEHOLDER = 3;
/** See lib/model/reading.ts. */
const LARGEST_COUNT = 1e13;
/** September 2010, before which there was no Instagram, and the year 2096, in seconds. */
const TIMES = [1_283_000_000, 4_000_000_000] as const;

const string = (value: unknown, longest = 300): string => (typeof value === 'string' ? value.slice(0, longest) : '');
const filled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
const handleOf = (value: unknown): string | null => (typeof value === 'string' && /^[\w.]{1,30}$/.test(value) ? value : null);
const count = (value: unknown, from: ReadingSource): Reading | null =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_COUNT ? exact(Number(value), from, `${value}`) : null;
const first = (node: Tree, paths: string[]): unknown => paths.map((path) => dig(node, path)).find((value) => value != null);

const LIKES = ['like_count', 'edge_media_preview_like.count', 'edge_liked_by.count'];
const COMMENTS = [
  'comment_count',
  ...['edge_media_to_parent_comment.count', 'edge_media_to_comment.count', 'edge_media_preview_comment.count'],
];
/** Plays and, of videos that are no reels, views: data of reels has both, and only plays are shown. */
const PLAYS = ['play_count', 'video_play_count'];
const VIEWS = ['view_count', 'video_view_count'];

/** Every post in a tree of data, by its shape, whatever it is wrapped in. Advertisements and stories carry zeros that are no counts, and are left out. */
export function mediaIn(tree: unknown, from: ReadingSource): PostReading[] {
  const found: PostReading[] = [];
  const ads = new Set<unknown>();
  walk(tree, (node) => {
    if (ads.has(node)) return true;
    if (isTree(node.ad)) ads.add(node.ad);
    const post = mediaOf(node, from);
    if (post) found.push(post);
    return post || isNone(node);
  });
  return found;
}

/** Stories have codes as posts do, and nothing that is counted in public. */
const isNone = (node: Tree): boolean => !!node.ad_id || /^(?:ad|story)$/.test(string(node.product_type));

function mediaOf(node: Tree, from: ReadingSource): PostReading | null {
  const code = string(node.code) || string(node.shortcode);
  if (code.length < 5 || linkOf(`/p/${code}/`).code !== code || isNone(node)) return null;
  const likes = first(node, LIKES);
  const concealed = node.like_and_view_counts_disabled;
  // Plays on Instagram alone are all plays where none are counted on Facebook.
  const plays = first(node, PLAYS) ?? (node.fb_play_count ? null : node.ig_play_count);
  const comments = first(node, COMMENTS);
  if (![likes, comments, plays].some((value) => typeof value === 'number') && concealed !== true) return null;
  const reel = node.product_type === 'clips';
  const views = plays ?? (reel ? null : first(node, VIEWS));
  const metrics: [string, Reading | null][] = [
    ['likes', likesOf(likes, concealed, from)],
    ['comments', count(comments, from)],
    ['shares', count(node.media_repost_count, from)],
    // Zero stands where nobody counted.
    ['views', views ? (concealed === true ? hidden(from) : count(views, from)) : null],
  ];
  const caption = string(first(node, ['caption.text', 'edge_media_to_caption.edges.0.node.text']), 2 * LONGEST_TEXT);
  const taken = first(node, ['taken_at', 'taken_at_timestamp']);
  const post = blank({ ...linkOf(`/p/${code}/`), reel }, string(node.pk) || string(node.id).split('_')[0]);
  return {
    ...post,
    author: handleOf(dig(node, 'user.username')) ?? handleOf(dig(node, 'owner.username')),
    published: momentOf(taken) ?? post.published,
    format: formatOf(node, reel),
    text: caption.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT),
    flags: {
      ...post.flags,
      pinned: filled(node.timeline_pinned_user_ids ?? node.pinned_for_users ?? node.clips_tab_pinned_user_ids),
      ...((node.is_paid_partnership === true || filled(node.sponsor_tags) || filled(dig(node, 'edge_media_to_sponsor_user.edges'))) && {
        paid: true,
      }),
      ...(filled(node.coauthor_producers) && { collaboration: true }),
    },
    metrics: Object.fromEntries(metrics.filter(([, reading]) => reading)),
    ...namesIn(caption),
  };
}

/** Hashtags and mentions of a caption that is known by its text alone. */
export function namesIn(caption: string): Pick<PostReading, 'hashtags' | 'mentions'> {
  const [hashtags, mentions] = [hashtagsIn(caption), mentionsIn(caption)];
  return { ...(hashtags[0] && { hashtags }), ...(mentions[0] && { mentions }) };
}

/** Likes as data has them: below zero (until 2023) or said so where they are hidden. */
function likesOf(likes: unknown, concealed: unknown, from: ReadingSource): Reading | null {
  if (concealed === true || (typeof likes === 'number' && likes < 0)) return hidden(from);
  return likes === PLACEHOLDER && concealed == null && from === 'response' ? unread(from) : count(likes, from);
}

/** A post of which nothing is known but its link and, for the oldest, its number. */
export function blank({ id = '', code = '', reel }: Link, pk = ''): PostReading {
  const number = mediaNumber(id) ?? (/^\d{1,20}$/.test(pk) ? pk : null);
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

function momentOf(seconds: unknown): Moment | null {
  if (!Number.isSafeInteger(seconds) || Number(seconds) < TIMES[0] || Number(seconds) > TIMES[1]) return null;
  const ms = Number(seconds) * 1000;
  return { value: ms, low: ms, high: ms, from: 'embedded' };
}

const TYPES = new Map<unknown, Format>([
  ...([
    [1, 'image'],
    [2, 'video'],
    [8, 'carousel'],
  ] as const),
  ...([
    ['Image', 'image'],
    ['Video', 'video'],
    ['Sidecar', 'carousel'],
  ] as const),
]);
const formatOf = (node: Tree, reel: boolean): Format | null =>
  reel ? 'short' : (TYPES.get(node.media_type ?? string(node.__typename).replace(/^(?:XDT)?Graph/, '')) ?? null);

/** What data says of the account of that name; null where it has no such account with its count of followers. */
export function accountIn(tree: unknown, handle: string | null, from: ReadingSource, page: URL): Partial<AccountReading> | null {
  let found: Partial<AccountReading> | null = null;
  walk(tree, (node) => {
    const own = !found && handle && handleOf(node.username)?.toLowerCase() === handle.toLowerCase();
    const followers = own ? count(first(node, ['follower_count', 'edge_followed_by.count']), from) : null;
    if (followers) found = { followers, ...factsOf(node, from, page) };
    return found;
  });
  return found;
}

function factsOf(node: Tree, from: ReadingSource, page: URL): Partial<AccountReading> {
  const native = string(node.pk) || string(node.id);
  const facts: Partial<AccountReading> = {
    nativeId: /^\d{1,20}$/.test(native) ? native : undefined,
    name: string(node.full_name) || undefined,
    following: count(first(node, ['following_count', 'edge_follow.count']), from) ?? undefined,
    posts: count(first(node, ['media_count', 'edge_owner_to_timeline_media.count']), from) ?? undefined,
    verified: typeof node.is_verified === 'boolean' ? node.is_verified : undefined,
    bio: string(node.biography, 1000).replace(/\s+/gu, ' ').trim() || undefined,
    link: outgoing(string(first(node, ['bio_links.0.url', 'external_url']), 4000) || null, page) ?? undefined,
    category: string(first(node, ['category_name', 'category'])) || undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}
