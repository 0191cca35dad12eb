import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { MetricName, ReadingSource } from '../../model/vocabulary';
import { all, attr } from '../../reading/dom';
import { exact, rounded } from '../../reading/readings';
import { collect as nodes } from '../../reading/trees';
import { hashtagsIn, mentionsIn } from '../../reading/words';
import type { PageContext } from '../network';
import { idTime, postUrl } from './links';

/** A value of JSON. Nothing in it is sure: on a value of another kind every property is undefined. */
export type Tree = { [name: string]: Tree } | null | undefined;

/** Names of the counts on the web (statsV2, stats) and in answers made for the apps (statistics). */
const METRICS: [MetricName, string, string][] = [
  ['likes', 'diggCount', 'digg_count'],
  ['comments', 'commentCount', 'comment_count'],
  ['shares', 'shareCount', 'share_count'],
  ['saves', 'collectCount', 'collect_count'],
  ['views', 'playCount', 'play_count'],
];
const LONGEST_TEXT = 2000;
/** The second is of 2021: an assignment to a property of the window, and others after it. */
const JSON_SCRIPT = 'script[type="application/json"],script#sigi-persisted-data';
const ASSIGNED = /^\s*window\['\w+'\]\s*=|;\s*window\['\w+'\]\s*=[\s\S]*$/g;
const known = new WeakMap<PageContext, { trees: Tree[]; posts: PostReading[]; words: Map<string, string> }>();

/** A caption as it is kept. */
export const folded = (words: string): string => words.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT);

/** What is a text, else nothing. */
export const string = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The data that the document came with, read once for each reading of the page. It stays behind when the app moves on. */
function knownOf(page: Document, at: PageContext) {
  let data = known.get(at);
  if (!data) {
    const trees = all(page, JSON_SCRIPT).map((script): Tree => {
      try {
        return JSON.parse((script.textContent ?? '').replace(ASSIGNED, ''));
      } catch {
        return null;
      }
    });
    data = { trees, posts: trees.flatMap((tree) => postsIn(tree, at.now)), words: new Map() };
    known.set(at, data);
  }
  return data;
}

/** The trees of data in the document. */
export const pageData = (page: Document, at: PageContext): Tree[] => knownOf(page, at).trees;

/** The posts in the document's data. */
export const pagePosts = (page: Document, at: PageContext): PostReading[] => knownOf(page, at).posts;

/** Nodes of a tree that `wanted` accepts, in order; what is inside an accepted node is not looked at. */
export const collect = (root: unknown, wanted: (node: NonNullable<Tree>) => unknown): NonNullable<Tree>[] =>
  nodes(root, wanted as (node: object) => unknown) as NonNullable<Tree>[];

/** A text that the page has translated into its language; empty where it has not. */
export function wordsOf(page: Document, at: PageContext, key: string): string {
  const { trees, words } = knownOf(page, at);
  const found = words.get(key) ?? string(trees.flatMap((tree) => collect(tree, (node) => string(node[key])))[0]?.[key]);
  words.set(key, found);
  return found;
}

/** The interface language, also where the document's own tag is lost. */
export function localeOf(page: Document): string | null {
  const own = attr(page.documentElement, 'lang');
  if (own) return own;
  for (const script of all(page, JSON_SCRIPT)) {
    const said = /"language":"([\w-]{2,12})"/.exec(script.textContent ?? '')?.[1];
    if (said) return said;
  }
  return null;
}

/** A count in data. From 10,000 on TikTok keeps one decimal of thousands, millions and billions ("192100"), mostly in its data too. */
export function dataCount(value: unknown, from: ReadingSource = 'embedded'): Reading | undefined {
  const raw = typeof value === 'number' ? `${value}` : string(value);
  const count = Number(raw);
  if (!/^\d{1,13}$/.test(raw)) return undefined;
  const step = count < 1e6 ? 100 : count < 1e9 ? 1e5 : 1e8;
  // Nobody knows whether the last digit was rounded or what follows was cut off.
  return count < 10_000 || count % step ? exact(count, from, raw) : rounded(count, count - step / 2, count + step - 1, from, raw);
}

/** Posts in TikTok's own data, wherever in it they stand: what the document carries and what the app loads have the same shapes. */
export const postsIn = (tree: unknown, now: number, from: ReadingSource = 'embedded'): PostReading[] =>
  collect(tree, (node) => /^\d{15,20}$/.test(idOf(node)) && countsOf(node).some((counts) => counts && 'diggCount' in counts)).map((item) =>
    readItem(item, now, from),
  );

const idOf = ({ id, aweme_id, itemInfos }: NonNullable<Tree>): string => string(id) || string(aweme_id) || string(itemInfos?.id);

/** The counts of an item, the exact ones first, under the names that they have on the web. Until 2020 they stood among all that an item is. */
function countsOf({ stats, statsV2, statistics, itemInfos }: NonNullable<Tree>): Tree[] {
  const app = isObject(statistics) && Object.fromEntries(METRICS.map(([, web, name]) => [web, statistics[name]]));
  return [statsV2, stats, app || null, itemInfos].filter(isObject);
}

const isObject = (value: Tree): value is NonNullable<Tree> => typeof value === 'object' && value !== null;

function readItem(item: NonNullable<Tree>, now: number, from: ReadingSource): PostReading {
  const id = idOf(item);
  const { author, authorInfos, itemInfos } = item;
  const handle = string(author?.uniqueId) || string(author?.unique_id) || string(author) || string(authorInfos?.uniqueId) || null;
  const images = imagesOf(item);
  const metrics: PostReading['metrics'] = {};
  for (const [name, key] of METRICS) {
    for (const counts of countsOf(item)) metrics[name] ??= dataCount(counts?.[key], from);
    if (!metrics[name]) delete metrics[name];
  }
  // A post that people liked was seen: TikTok holds the views of photo posts back.
  if (metrics.views?.value === 0 && metrics.likes?.value) delete metrics.views;
  const words = string(item.desc) || string(itemInfos?.text);
  const language = string(item.textLanguage) || string(item.desc_language);
  return {
    id,
    aliases: [],
    url: postUrl(handle, id, !!images),
    author: handle,
    published: idTime(id, now),
    format: images ? (images > 1 ? 'carousel' : 'image') : (item.video ?? itemInfos?.video) ? 'short' : null,
    text: folded(words),
    flags: {
      pinned: flag(item.isPinnedItem) || flag(item.is_top),
      promoted: flag(item.isAd) || flag(item.is_ads),
      ...{ repost: false, quote: false, reply: false },
    },
    metrics,
    ...factsOf(words.slice(0, LONGEST_TEXT)),
    ...(/^[a-z]{2,3}(?:-\w+)*$/i.test(language) && language !== 'un' && { language: language.slice(0, 35) }),
  };
}

/** Hashtags and mentions of words; what there is none of is left out. */
export function factsOf(words: string): Pick<PostReading, 'hashtags' | 'mentions'> {
  const facts = { hashtags: hashtagsIn(words), mentions: mentionsIn(words) };
  return Object.fromEntries(Object.entries(facts).filter(([, names]) => names.length));
}

const flag = (value: unknown): boolean => value === true || value === 1;

/** How many pictures a photo post has; 0 for a video. */
function imagesOf({ imagePost, image_post_info }: NonNullable<Tree>): number {
  const images: unknown = imagePost?.images ?? image_post_info?.images;
  return Array.isArray(images) ? images.length : 0;
}
