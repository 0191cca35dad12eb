import type { Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format, ReadingSource } from '../../model/vocabulary';
import { outgoing } from '../../reading/links';
import { exact } from '../../reading/readings';
import { hashtagsIn, mentionsIn } from '../../reading/words';
import { ORIGIN, pinIn, pinUrl, same } from './links';

/** A value of JSON. Nothing in it is sure: on a value of another kind every property is undefined. */
export type Tree = { [name: string]: Tree } | null | undefined;

/** No list of pins is as large or as deep. */
const MOST_NODES = 200_000;
const DEEPEST = 60;
const LONGEST_TEXT = 2000;
const NO_FLAGS = { pinned: false, promoted: false, repost: false, quote: false, reply: false };

export const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const folded = (words: unknown): string => string(words).slice(0, 10_000).replace(/\s+/gu, ' ').trim();
const list = (value: unknown): Tree[] => (Array.isArray(value) ? value : []);
const tree = (value: unknown): value is NonNullable<Tree> => typeof value === 'object' && value !== null;

/** A property of data, which is written like_this in Pinterest's API and likeThis where pages ask for it by query. */
export function prop(node: Tree, name: string): Tree {
  if (!tree(node) || Array.isArray(node)) return undefined;
  return Object.hasOwn(node, name) ? node[name] : node[name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())];
}

/** Every object in a tree, in order, as far as a page could be looked through. */
export function* nodesIn(root: unknown): Generator<NonNullable<Tree>> {
  const stack: [unknown, number][] = [[root, 0]];
  for (let count = 0; stack.length && count < MOST_NODES; count++) {
    const [node, depth] = stack.pop() as [unknown, number];
    if (!tree(node)) continue;
    if (!Array.isArray(node)) yield node;
    if (depth >= DEEPEST) continue;
    const children = Object.values(node);
    for (let index = Math.min(children.length, MOST_NODES) - 1; index >= 0; index--) {
      if (tree(children[index])) stack.push([children[index], depth + 1]);
    }
  }
}

/** A count in data: a whole number that may be one. */
export function count(value: unknown, from: ReadingSource): Reading | undefined {
  const number = typeof value === 'string' && /^\d{1,13}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) && (number as number) >= 0 && (number as number) <= 1e13
    ? exact(number as number, from, `${number}`)
    : undefined;
}

const numberOf = (node: Tree): string => {
  const id = string(prop(node, 'entity_id')) || string(prop(node, 'id'));
  return /^\d{5,20}$/.test(id) ? id : '';
};

/**
 * Number of the pin that a node describes; empty when it describes none. Boards, people and the sum over a picture's pins have numbers too;
 * only pins hold such a sum.
 */
export function pinOf(node: Tree): string {
  const kind = string(prop(node, 'type')) || string(prop(node, '__typename'));
  const known = tree(prop(node, 'pinner')) || tree(prop(node, 'aggregated_pin_data')) || (kind && prop(node, 'image_signature'));
  return known && (!kind || /pin$/i.test(kind)) ? numberOf(node) : '';
}

/** The pin whose page Pinterest wants to be found for this one: another pin of the same picture, mostly. */
export const canonicalOf = (node: Tree): string | null => pinIn(string(prop(prop(node, 'pin_join'), 'seo_canonical_url')) || null);

/** All kinds of reaction together. An empty tally says nothing, an empty list says none: it was asked for. */
function reactions(node: Tree, from: ReadingSource): Reading | undefined {
  const total = count(prop(node, 'total_reaction_count'), from);
  if (total) return total;
  const kinds: unknown = prop(node, 'reaction_counts_data');
  const tally: unknown = prop(node, 'reaction_counts');
  const counts: unknown[] = Array.isArray(kinds)
    ? kinds.map((kind: Tree) => prop(kind, 'reaction_count'))
    : tree(tally) && !Array.isArray(tally)
      ? Object.values(tally)
      : [];
  if (!counts.length) return Array.isArray(kinds) ? exact(0, from) : undefined;
  let sum = 0;
  for (const each of counts) {
    const read = count(each, from);
    if (!read) return undefined;
    sum += read.value ?? 0;
  }
  return count(sum, from);
}

/** Blocks of the pages that a pin of several pages, or of a video, is made of. */
const blocksOf = (node: Tree): Tree[] =>
  list(prop(prop(node, 'story_pin_data'), 'pages')).flatMap((page) => list(prop(page, 'blocks')).slice(0, 100));
const isVideo = (block: Tree): boolean => /video/i.test(string(prop(block, '__typename'))) || tree(prop(block, 'video'));

function formatOf(node: Tree): Format | null {
  const pages = list(prop(prop(node, 'story_pin_data'), 'pages')).length;
  if (pages > 1 || tree(prop(node, 'carousel_data'))) return 'carousel';
  if (tree(prop(node, 'videos')) || blocksOf(node).some(isVideo)) return 'video';
  // Of a pin made of pages the data may hold no page.
  if (pages || prop(node, 'story_pin_data_id')) return null;
  return prop(node, 'image_signature') || prop(node, 'images') ? 'image' : null;
}

/** "Wed, 14 Feb 2024 18:52:16 +0000" */
function created(value: unknown): Moment | null {
  const said = string(value);
  const ms = /^\w{3}, \d{1,2} \w{3} \d{4} [\d:]{8} \+0000$/.test(said) ? Date.parse(said) : Number.NaN;
  return ms >= 0 ? { value: ms, low: ms, high: ms, from: 'embedded' } : null;
}

/** Who published a pin: who made it, where the data says, or who saved it. Whoever saved a picture first is named by the data and shown nowhere. */
function publisherOf(node: Tree): { author: string | null; repost: boolean } {
  const saver = string(prop(prop(node, 'pinner'), 'username'));
  const maker = string(prop(prop(node, 'native_creator'), 'username'));
  const first = (prop(node, 'is_repin') as unknown) === true ? string(prop(prop(node, 'origin_pinner'), 'username')) : '';
  const origin = maker || first;
  return { author: maker || saver || null, repost: !!origin && !!saver && !same(origin, saver) };
}

/** The post that a pin's node describes. */
export function toPost(node: NonNullable<Tree>, from: ReadingSource): PostReading {
  const id = pinOf(node);
  const sums = prop(node, 'aggregated_pin_data');
  const { author, repost } = publisherOf(node);
  const views = blocksOf(node).flatMap((block) => count(prop(prop(block, 'video_data'), 'seo_view_count'), from) ?? []);
  const metrics = {
    likes: reactions(node, from),
    comments: count(prop(sums, 'comment_count') ?? prop(node, 'comment_count'), from),
    shares: count(prop(node, 'share_count'), from),
    saves: count(prop(prop(sums, 'aggregated_stats'), 'saves'), from),
    views: views.length === 1 ? views[0] : undefined,
  };
  const title = folded(prop(node, 'title')) || folded(prop(node, 'grid_title'));
  const about = folded(prop(node, 'description')) || folded(prop(node, 'closeup_description'));
  const text = `${title} ${title === about ? '' : about}`.trim().slice(0, LONGEST_TEXT);
  const link = outgoing(string(prop(node, 'link')) || null, new URL(ORIGIN));
  const facts = { hashtags: hashtagsIn(text), mentions: mentionsIn(text), links: link ? [link] : [] };
  return {
    id,
    aliases: [],
    url: pinUrl(id),
    author,
    published: created(prop(node, 'created_at')),
    format: formatOf(node),
    text,
    flags: {
      ...NO_FLAGS,
      promoted: (prop(node, 'is_promoted') as unknown) === true || tree(prop(node, 'promoter')),
      repost,
      ...(tree(prop(node, 'sponsorship')) && { paid: true }),
    },
    metrics: Object.fromEntries(Object.entries(metrics).filter(([, reading]) => reading)),
    ...Object.fromEntries(Object.entries(facts).filter(([, names]) => names.length)),
  };
}
