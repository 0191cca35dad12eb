import type { AccountReading, Moment, PostReading } from '../../model/capture';
import type { Format } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { outgoing, outgoingLinks } from '../../reading/links';
import { exact } from '../../reading/readings';
import { dig, isTree, type Tree, walk } from '../../reading/trees';
import { hashtagsIn, mentionsIn } from '../../reading/words';
import type { PageContext } from '../network';
import { publishedOf } from './post';
import { profileUrl, same } from './scope';

const LONGEST_TEXT = 2000;
const LONGEST_BIO = 1000;
const LONGEST_NAME = 200;
const LARGEST = 1e13;
const POST = /^at:\/\/(did:[a-z]+:[\w.:-]{1,80}|[\w.-]{1,253})\/app\.bsky\.feed\.post\/([\w.:~-]{1,64})$/;

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const words = (node: unknown, path: string): string => string(dig(node, path));
const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST ? value + 0 : null;
const told = (value: number | null) => (value === null ? null : exact(value, 'response', `${value}`));

/** The posts in a body, by their shape: an address in the network's own scheme, an author, and counts. Each once, in order. */
export function responsePosts(body: unknown, at: PageContext): PostReading[] {
  const posts = new Map<string, PostReading>();
  const marks = new Map<unknown, Partial<PostReading['flags']>>();
  walk(body, (node) => {
    const reason = words(node, 'reason.$type');
    const own = same(words(node, 'reason.by.did'), words(node, 'post.author.did'));
    if (/reasonPin$/.test(reason)) marks.set(node.post, { pinned: true });
    if (/reasonRepost$/.test(reason) && !own) marks.set(node.post, { repost: true });
    const [uri, , key = ''] = POST.exec(string(node.uri)) ?? [];
    if (uri && 'likeCount' in node && isTree(node.author) && !posts.has(uri))
      posts.set(uri, postOf(node, uri, key, marks.get(node) ?? {}, at));
    return false;
  });
  return [...posts.values()];
}

function postOf(node: Tree, uri: string, id: string, marks: Partial<PostReading['flags']>, { now, url }: PageContext): PostReading {
  // What a quoted post says stands under another name.
  const record = isTree(node.record) ? node.record : node.value;
  const embed = isTree(node.embed) ? node.embed : list(node.embeds)[0];
  const handle = words(node, 'author.handle');
  const author = handle && handle !== 'handle.invalid' ? handle : words(node, 'author.did') || null;
  const text = words(record, 'text').replace(/\s+/gu, ' ').trim();
  // Until August 2024 posts carried no count of quotes; the client takes none for zero, and its button shows reposts alone.
  const quotes = node.quoteCount === undefined ? 0 : whole(node.quoteCount);
  const reposts = whole(node.repostCount);
  const found = {
    likes: told(whole(node.likeCount)),
    comments: told(whole(node.replyCount)),
    shares: told(quotes === null || reposts === null ? null : quotes + reposts),
    quotes: told(whole(node.quoteCount)),
    saves: told(whole(node.bookmarkCount)),
  };
  return {
    id,
    aliases: [uri],
    url: author && `${profileUrl(author)}/post/${id}`,
    author,
    published: publishedOf(id, now) ?? madeAt(record),
    format: formatOf(embed),
    text: text.slice(0, LONGEST_TEXT),
    flags: {
      ...{ pinned: false, promoted: false, repost: false, ...marks },
      quote: quotesPost(embed),
      reply: isTree(dig(record, 'reply')),
    },
    metrics: Object.fromEntries(Object.entries(found).filter(([, reading]) => reading)),
    ...factsOf(record, text, embed, url),
  };
}

const madeAt = (record: unknown): Moment | null => isoMoment(words(record, 'createdAt'), 'embedded');

const kindOf = (embed: unknown): string => /embed\.(\w+)/.exec(words(embed, '$type'))?.[1] ?? '';
const quotesPost = (embed: unknown): boolean =>
  /^record/.test(kindOf(embed)) && [dig(embed, 'record.uri'), dig(embed, 'record.record.uri')].some((uri) => POST.test(string(uri)));

function formatOf(embed: unknown): Format | null {
  if (!isTree(embed)) return 'text';
  const kind = kindOf(embed);
  if (kind === 'recordWithMedia') return formatOf(embed.media);
  if (kind === 'images') return list(embed.images).length > 1 ? 'carousel' : 'image';
  if (kind === 'external') return /^https:\/\/(?:media\.)?(?:tenor|giphy)\.com\//.test(words(embed, 'external.uri')) ? 'image' : 'link';
  return kind === 'video' ? 'video' : kind === 'record' && quotesPost(embed) ? 'text' : null;
}

function factsOf(record: unknown, text: string, embed: unknown, page: URL): Partial<PostReading> {
  const facets = list(dig(record, 'facets')).flatMap((facet) => list(dig(facet, 'features')));
  const card = words(embed, 'external.uri') || words(embed, 'media.external.uri');
  const facts = {
    hashtags: hashtagsIn(text),
    mentions: mentionsIn(text),
    links: outgoingLinks(
      [...facets.map((feature) => words(feature, 'uri')), card].filter(Boolean).map((href) => ({ href })),
      page,
    ),
  };
  const language = string(list(dig(record, 'langs'))[0]);
  const filled = Object.fromEntries(Object.entries(facts).filter(([, each]) => each.length));
  return /^[a-z]{2,3}(?:-\w{2,8}){0,2}$/i.test(language) ? { language, ...filled } : filled;
}

/** What a body says of the page's own account. */
export function responseAccount(body: unknown, { surface, url }: PageContext): Partial<AccountReading> | null {
  let found: Partial<AccountReading> | null = null;
  walk(body, (node) => {
    const followers = told(whole(node.followersCount));
    if (found || !followers || !surface.handle || !same(string(node.handle), surface.handle) || !/^did:/.test(string(node.did)))
      return found;
    const following = told(whole(node.followsCount));
    const posts = told(whole(node.postsCount));
    const name = string(node.displayName).trim().slice(0, LONGEST_NAME);
    const bio = string(node.description).trim().slice(0, LONGEST_BIO);
    const link = outgoing(string(node.website) || null, url);
    const vouched = [dig(node, 'verification.verifiedStatus'), dig(node, 'verification.trustedVerifierStatus')];
    found = {
      nativeId: string(node.did).slice(0, 200),
      handle: string(node.handle),
      followers,
      ...{ ...(following && { following }), ...(posts && { posts }), ...(name && { name }), ...(bio && { bio }), ...(link && { link }) },
      ...(isTree(node.verification) && { verified: vouched.includes('valid') }),
    };
    return true;
  });
  return found;
}
