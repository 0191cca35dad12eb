import type { AccountReading, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format, ReadingSource } from '../../model/vocabulary';
import { type CountStyle, countIn } from '../../reading/counts';
import { all } from '../../reading/dom';
import { igTime, mediaNumber } from '../../reading/ids';
import { outgoing } from '../../reading/links';
import { exact, hidden } from '../../reading/readings';
import { dig, isTree, type Tree, walk } from '../../reading/trees';
import { hashtagsIn, mentionsIn } from '../../reading/words';
import type { PageContext } from '../network';
import { linkOf, ORIGIN, same } from './links';

const LONGEST_TEXT = 2000;
/** See lib/model/reading.ts. */
const LARGEST_COUNT = 1e13;
/** Threads began in July 2023; its data counts seconds. */
const TIMES = [1_600_000_000, 4_000_000_000] as const;
const DESCRIBES = /"(?:text_post_app_info|follower_count)":/;
const FORMATS = new Map<unknown, Format>([
  ...([
    [1, 'image'],
    [2, 'video'],
  ] as const),
  ...([
    [8, 'carousel'],
    [19, 'text'],
  ] as const),
]);

const string = (value: unknown, longest = 300): string => (typeof value === 'string' ? value.slice(0, longest) : '');
const whole = (value: unknown): number | null =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LARGEST_COUNT ? Number(value) : null;
const counted = (count: number | null, from: ReadingSource): Reading | null => (count === null ? null : exact(count, from, `${count}`));
const handleOf = (value: unknown): string | null => (typeof value === 'string' && /^[\w.]{1,40}$/.test(value) ? value : null);

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
  for (const script of all(page, 'script[type="application/json"]')) {
    const code = script.textContent ?? '';
    if (!DESCRIBES.test(code)) continue;
    try {
      found.trees.push(JSON.parse(code));
    } catch {
      // Broken or cut off: not ours to repair.
    }
  }
  for (const post of found.trees.flatMap((tree) => postsIn(tree, 'embedded', at.counts)))
    if (!found.posts.has(post.id)) found.posts.set(post.id, post);
  return found;
}

/** The posts that the document's data speaks of, by id. */
export const knownPosts = (page: Document, at: PageContext): Map<string, PostReading> => known(page, at).posts;

/** What the document's data says of the account of that name. */
export const knownAccount = (page: Document, at: PageContext, handle: string | null): Partial<AccountReading> | null =>
  known(page, at).trees.reduce<Partial<AccountReading> | null>((found, tree) => found ?? accountIn(tree, handle, 'embedded', at.url), null);

/** Every post in a tree of data, whatever it is wrapped in. Posts that others quote, suggestions and advertisements are left out. */
export function postsIn(tree: unknown, from: ReadingSource, counts: CountStyle): PostReading[] {
  const found: PostReading[] = [];
  const others = new Set<unknown>();
  const replies = new Map<unknown, Reading | null>();
  walk(tree, (node) => {
    if (others.has(node)) return true;
    // In 2023 the replies were told in words beside the post ("1,234 replies"). Those of a repost may be the wrapper's own.
    const words = string(node.view_replies_cta_string);
    if (words) replies.set(node.post, countIn(words, counts, from));
    for (const other of [node.ad, node.relatedPosts]) if (isTree(other)) others.add(other);
    const post = postOf(node, from);
    const said = replies.get(node);
    if (post && said?.as === 'exact' && !post.flags.repost) post.metrics = { comments: said, ...post.metrics };
    if (post) found.push(post);
    return post;
  });
  return found;
}

function postOf(node: Tree, from: ReadingSource): PostReading | null {
  const { text_post_app_info: info } = node;
  const link = linkOf(`/t/${string(node.code)}`);
  if (!isTree(info) || !link?.id) return null;
  const inner = dig(info, 'share_info.reposted_post');
  // The wrapper of a repost counts nothing of its own.
  const reposted =
    isTree(inner) && inner !== node && !isTree(dig(inner, 'text_post_app_info.share_info.reposted_post')) && postOf(inner, from);
  if (reposted) return { ...reposted, flags: { ...reposted.flags, repost: true } };
  // What is gone after a day shows its counts to its author alone.
  const passing = info.is_ghost_post === true;
  const concealed = passing || node.like_and_view_counts_disabled === true;
  const [quotes, reposts, replies] = [info.quote_count, info.repost_count, info.direct_reply_count].map(whole);
  // Where likes are hidden, whatever stands for reposts and quotes may be no count.
  const metrics: [string, Reading | null][] = [
    ['likes', concealed ? hidden(from) : counted(whole(node.like_count), from)],
    ['comments', passing ? hidden(from) : counted(replies ?? null, from)],
    ['shares', concealed || quotes == null || reposts == null ? null : counted(quotes + reposts, from)],
    ['quotes', concealed ? null : counted(quotes ?? null, from)],
  ];
  const taken = whole(node.taken_at) ?? 0;
  const time = taken >= TIMES[0] && taken <= TIMES[1] ? taken * 1000 : 0;
  const format = FORMATS.get(node.media_type) ?? null;
  const attached = info.link_preview_attachment ? 'link' : node.giphy_media_info || info.linked_inline_media ? null : format;
  const words = string(dig(node, 'caption.text'), 2 * LONGEST_TEXT);
  const [hashtags, mentions] = [hashtagsIn(words), mentionsIn(words)];
  const card = outgoing(string(dig(info, 'link_preview_attachment.url'), 4000) || null, new URL(ORIGIN));
  return {
    ...blank(link.id, handleOf(dig(node, 'user.username'))),
    published: time ? { value: time, low: time, high: time, from: 'embedded' } : igTime(link.id),
    format: format === 'text' ? attached : format,
    text: words.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT),
    flags: {
      pinned: !!dig(info, 'pinned_post_info.is_pinned_to_profile'),
      promoted: false,
      repost: false,
      quote: !!(dig(info, 'share_info.quoted_post') || dig(info, 'share_info.quoted_attachment_post')),
      reply: !!info.is_reply,
      ...(node.is_paid_partnership === true && { paid: true }),
    },
    metrics: Object.fromEntries(metrics.filter(([, reading]) => reading)),
    ...(hashtags[0] && { hashtags }),
    ...(mentions[0] && { mentions }),
    ...(card && { links: [card] }),
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

/** What data says of the account of that name; null where it has no such account with its count of followers. */
export function accountIn(tree: unknown, handle: string | null, from: ReadingSource, page: URL): Partial<AccountReading> | null {
  let found: Partial<AccountReading> | null = null;
  walk(tree, (node) => {
    const followers = !found && same(handleOf(node.username), handle) ? counted(whole(node.follower_count), from) : null;
    if (!followers) return found;
    const native = string(node.pk) || string(node.id);
    const facts: Partial<AccountReading> = {
      followers,
      nativeId: /^\d{1,20}$/.test(native) ? native : undefined,
      name: string(node.full_name) || undefined,
      verified: typeof node.is_verified === 'boolean' ? node.is_verified : undefined,
      bio: string(node.biography, 1000).replace(/\s+/gu, ' ').trim() || undefined,
      link: outgoing(string(dig(node, 'bio_links.0.url'), 4000) || null, page) ?? undefined,
    };
    found = Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
    return found;
  });
  return found;
}
