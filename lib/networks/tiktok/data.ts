import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format, MetricName, ReadingSource } from '../../model/vocabulary';
import { all, attr } from '../../reading/dom';
import { exact, rounded } from '../../reading/readings';
import type { PageContext } from '../network';
import { idTime, postUrl } from './links';

/** A value of JSON. Nothing in it is sure: on a value of another kind every property is undefined. */
export type Tree = { [name: string]: Tree } | null | undefined;

const METRICS: [MetricName, string][] = [
  ['likes', 'diggCount'],
  ['comments', 'commentCount'],
  ['shares', 'shareCount'],
  ['saves', 'collectCount'],
  ['views', 'playCount'],
];
const LONGEST_TEXT = 2000;
const JSON_SCRIPT = 'script[type="application/json"]';
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
        return JSON.parse(script.textContent ?? '');
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
export function collect(node: Tree, wanted: (node: NonNullable<Tree>) => unknown): NonNullable<Tree>[] {
  if (typeof node !== 'object' || !node) return [];
  return wanted(node) ? [node] : Object.values(node).flatMap((child) => collect(child, wanted));
}

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

/** Posts in TikTok's own data, wherever in it they stand: what the document carries and what the app loads have the same shape. */
export function postsIn(tree: Tree, now: number, from: ReadingSource = 'embedded'): PostReading[] {
  return collect(tree, ({ id, stats }) => /^\d{15,20}$/.test(string(id)) && stats?.diggCount !== undefined).map((item) => {
    const id = string(item.id);
    const { author, stats, statsV2, imagePost } = item;
    const handle = string(author?.uniqueId) || string(author) || null;
    const metrics: PostReading['metrics'] = {};
    for (const [name, key] of METRICS) {
      const reading = dataCount(statsV2?.[key] ?? stats?.[key], from);
      if (reading) metrics[name] = reading;
    }
    // A post that people liked was seen: TikTok holds the views of photo posts back.
    if (metrics.views?.value === 0 && metrics.likes?.value) delete metrics.views;
    return {
      id,
      aliases: [],
      url: postUrl(handle, id, !!imagePost),
      author: handle,
      published: idTime(id, now),
      format: formatOf(item),
      text: folded(string(item.desc)),
      flags: { pinned: flag(item.isPinnedItem), promoted: flag(item.isAd), repost: false, quote: false, reply: false },
      metrics,
    };
  });
}

const flag = (value: unknown): boolean => value === true;

function formatOf({ imagePost, video }: NonNullable<Tree>): Format | null {
  const images: unknown = imagePost?.images;
  if (Array.isArray(images)) return images.length > 1 ? 'carousel' : 'image';
  return video ? 'short' : null;
}
