import type { AccountReading, PostReading } from '../../model/capture';
import type { Format } from '../../model/vocabulary';
import { snowflakeTime } from '../../reading/ids';
import { outgoing, outgoingLinks } from '../../reading/links';
import { exact } from '../../reading/readings';
import { dig, isTree, type Tree, walk } from '../../reading/trees';
import type { PageContext } from '../network';
import { same } from './tweet';

const LONGEST_TEXT = 2000;
const LONGEST_BIO = 1000;
const LONGEST_NAME = 300;
const LARGEST = 1e13;

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const first = (node: unknown, ...paths: string[]): unknown => paths.map((path) => dig(node, path)).find((value) => value !== undefined);
/** The first text at these places. */
const words = (node: unknown, ...paths: string[]): string => paths.map((path) => string(dig(node, path))).find(Boolean) ?? '';
const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST ? value + 0 : null;

/** Handle, wherever the generations of X's data keep it: today's, those of 2022 to 2025, of 2021, and the public interface's. */
const HANDLES = [
  ...['core.user_results.result.core', 'core.user_results.result.legacy', 'core.user_result.result.legacy', 'core.user.legacy'],
  ...['author', 'user_results.result.core', 'user'],
].map((path) => `${path}.screen_name`);
const HANDLE = /^\w{1,20}$/;

/**
 * What a post is in X's data: an id, and beside it or one step below the counts that every generation has had. The second version of the
 * public interface has other names for likes, views and accounts.
 */
function countsOf(node: Tree): Tree | null {
  const holder = [node.legacy, node.counts, node.public_metrics, node].find(
    (part) => isTree(part) && ('favorite_count' in part || 'retweet_count' in part),
  );
  return isTree(holder) ? holder : null;
}
const idOf = (node: Tree): string => {
  const id = words(node, 'rest_id', 'id_str', 'id');
  return /^\d{1,20}$/.test(id) ? id : '';
};
const RETWEETED = ['_result', '_id_str', ''].flatMap((end) => ['legacy.', ''].map((path) => `${path}retweeted_status${end}`));

/** The posts in a body, by their shape: each once, in order. What reposts another is none itself: its numbers are nobody's. */
export function xResponse(body: unknown, at: PageContext): PostReading[] {
  const posts = new Map<string, PostReading>();
  const marks = new Map<unknown, Partial<PostReading['flags']>>();
  const handles = new Map<string, string>();
  const authors = new Map<string, string>();
  const mark = (result: unknown, flags: Partial<PostReading['flags']>) => {
    for (const each of [result, dig(result, 'result'), dig(result, 'tweet'), dig(result, 'result.tweet')])
      if (isTree(each)) marks.set(each, { ...flags, ...marks.get(each) });
  };
  walk(body, (node) => {
    if (node.type === 'TimelinePinEntry') mark(dig(node, 'entry.content.itemContent.tweet_results'), { pinned: true });
    if (dig(node, 'socialContext.contextType') === 'Pin') mark(node.tweet_results, { pinned: true });
    if (isTree(node.promotedMetadata ?? node.promoted_metadata)) mark(node.tweet_results ?? node.tweet, { promoted: true });
    const id = idOf(node);
    const handle = words(node, 'screen_name', 'username');
    if (id && HANDLE.test(handle)) handles.set(id, handle);
    const counts = id ? countsOf(node) : null;
    if (!counts) return false;
    const original = RETWEETED.map((path) => dig(node, path)).find(Boolean);
    if (isTree(original)) mark(original, { repost: true });
    const wraps =
      original !== undefined ||
      (/^RT @\w+:/.test(words(node, 'legacy.full_text', 'full_text', 'text')) && (counts.favorite_count ?? counts.like_count) === 0);
    if (wraps || posts.has(id)) return false;
    posts.set(id, postOf(node, id, counts, marks.get(node) ?? {}, at));
    authors.set(id, words(node, 'legacy.user_id_str', 'user_id_str', 'author_id'));
    return false;
  });
  return [...posts.values()].map((post) => {
    const author = post.author ?? handles.get(authors.get(post.id) ?? '') ?? null;
    return { ...post, author, url: `https://x.com/${author ?? 'i'}/status/${post.id}` };
  });
}

function postOf(node: Tree, id: string, counts: Tree, marks: Partial<PostReading['flags']>, { url }: PageContext): PostReading {
  const legacy = [node.legacy, node.details, node].find((part) => isTree(part) && 'full_text' in part) ?? node;
  const handle = words(node, ...HANDLES);
  const note = dig(node, 'note_tweet.note_tweet_results.result');
  const created = Date.parse(words(legacy, 'created_at'));
  const dated = created >= 0 ? { value: created, low: created, high: created, from: 'embedded' as const } : null;
  const paid = dig(node, 'content_disclosure.advertising_disclosure.is_paid_promotion') === true;
  return {
    id,
    aliases: [],
    url: null,
    author: HANDLE.test(handle) ? handle : null,
    published: snowflakeTime(id) ?? dated,
    format: formatOf(node, legacy),
    text: textOf(legacy, note),
    flags: {
      ...{ pinned: false, promoted: false, repost: false, ...marks, ...(paid && { paid }) },
      quote: dig(legacy, 'is_quote_status') === true,
      reply: words(legacy, 'in_reply_to_status_id_str') !== '',
    },
    metrics: metricsOf(node, counts),
    ...factsOf(legacy, isTree(dig(note, 'entity_set')) ? dig(note, 'entity_set') : dig(legacy, 'entities'), url),
  };
}

/** Counts of an edited post are split over its versions, and nothing says which part is shown: those are left out. */
function metricsOf(node: Tree, counts: Tree): PostReading['metrics'] {
  const split = first(node, 'previous_counts', 'legacy.previous_counts');
  const read = (name: string) => {
    const value = dig(split, name) ? null : whole(counts[name]);
    return value === null ? null : exact(value, 'response', `${value}`);
  };
  const seen = first(
    node,
    ...['views.count', 'ext_views.count', 'legacy.ext_views.count', 'ext.views.r.ok.count', 'view_count_info.count'],
    'public_metrics.impression_count',
  );
  const views = /^\d{1,13}$/.test(string(seen)) ? Number(seen) : whole(seen);
  const found = {
    ...{ likes: read('favorite_count') ?? read('like_count'), comments: read('reply_count'), shares: read('retweet_count') },
    ...{ quotes: read('quote_count'), saves: read('bookmark_count'), views: views ? exact(views, 'response', `${views}`) : null },
  };
  return Object.fromEntries(Object.entries(found).filter(([, reading]) => reading)) as PostReading['metrics'];
}

/** The text as the page shows it: without the names a reply begins with, with the addresses that its short links stand for. */
function textOf(legacy: unknown, note: unknown): string {
  const long = words(note, 'text');
  const full = words(legacy, 'full_text', 'text');
  const [start, end] = list(dig(legacy, 'display_text_range'));
  const range = typeof start === 'number' && typeof end === 'number' ? ([start, end] as const) : ([0, undefined] as const);
  let shown = long.slice(0, 2 * LONGEST_TEXT) || [...full.slice(0, 2 * LONGEST_TEXT)].slice(...range).join('');
  for (const link of list(dig(legacy, 'entities.urls')).slice(0, 20))
    if (/^https?:\/\/t\.co\/\w/.test(words(link, 'url')))
      shown = shown.replaceAll(words(link, 'url'), () => words(link, 'display_url', 'url').slice(0, 300));
  const plain = shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return plain.trim().slice(0, LONGEST_TEXT);
}

function factsOf(legacy: unknown, entities: unknown, page: URL): Partial<PostReading> {
  const named = (kind: string, name: string) => [
    ...new Set(list(dig(entities, kind)).flatMap((each) => words(each, name).slice(0, 140) || [])),
  ];
  const language = words(legacy, 'lang');
  const hrefs = list(dig(entities, 'urls')).map((each) => words(each, 'expanded_url'));
  const facts = {
    hashtags: named('hashtags', 'text').slice(0, 50),
    mentions: named('user_mentions', 'screen_name').slice(0, 50),
    links: outgoingLinks(
      hrefs.filter((href) => !/^https?:\/\/(?:\w+\.)?(?:x|twitter)\.com\//i.test(href)).map((href) => ({ href })),
      page,
    ),
  };
  const filled = Object.fromEntries(Object.entries(facts).filter(([, each]) => each.length));
  // X's own codes for texts without words begin with q; und and zxx are nobody's language.
  return /^(?!q|und|zxx)[a-z]{2,3}(?:-\w{2,8})?$/.test(language) ? { language, ...filled } : filled;
}

function formatOf(node: Tree, legacy: unknown): Format | null {
  if (isTree(node.article)) return 'text';
  // The public interface's second version names media alone.
  if (node.attachments) return null;
  const media = list(first(legacy, 'extended_entities.media', 'entities.media'));
  const [kind] = media.map((each) => words(each, 'type'));
  if (media.length > 1) return 'carousel';
  if (kind) return kind === 'photo' ? 'image' : 'video';
  const card = words(node, 'card.legacy.name', 'card.name');
  if (/^poll/.test(card)) return 'poll';
  if (/broadcast|audiospace/.test(card)) return 'live';
  return card ? (/^summary/.test(card) ? 'link' : null) : 'text';
}

/** What a body says of the page's own account. */
export function xResponseAccount(body: unknown, { surface, url }: PageContext): Partial<AccountReading> | null {
  let found: Partial<AccountReading> | null = null;
  walk(body, (node) => {
    const handle = words(node, 'core.screen_name', 'legacy.screen_name', 'screen_name');
    if (found || !surface.handle || !same(surface.handle, handle) || !idOf(node)) return found;
    const count = (name: 'followers' | 'following' | 'posts', ...paths: string[]) => {
      const value = whole(first(node, ...paths));
      return value === null ? {} : { [name]: exact(value, 'response', `${value}`) };
    };
    const counts: Partial<AccountReading> = {
      ...count('followers', 'relationship_counts.followers', 'legacy.followers_count', 'followers_count'),
      ...count('following', 'relationship_counts.following', 'legacy.friends_count', 'friends_count'),
      ...count('posts', 'tweet_counts.tweets', 'legacy.statuses_count', 'statuses_count'),
    };
    if (!counts.followers) return false;
    const name = words(node, 'core.name', 'legacy.name', 'name').slice(0, LONGEST_NAME);
    const bio = words(node, 'profile_bio.description', 'legacy.description', 'description').slice(0, LONGEST_BIO);
    const [site] = ['profile_bio', 'legacy', ''].flatMap((part) => list(dig(node, `${part && `${part}.`}entities.url.urls`)));
    const link = outgoing(words(site, 'expanded_url') || null, url);
    const category = words(node, 'professional.category.0.name', 'legacy.professional.category.0.name').slice(0, LONGEST_NAME);
    const badges = ['is_blue_verified', 'verification.verified', 'legacy.verified', 'verified'].map((path) => dig(node, path));
    const verified = badges.some((badge) => typeof badge === 'boolean') ? { verified: badges.includes(true) } : {};
    const facts = { ...(name && { name }), ...(bio && { bio }), ...(link && { link }), ...(category && { category }) };
    found = { nativeId: idOf(node), handle, ...counts, ...facts, ...verified };
    return true;
  });
  return found;
}
