import type { Moment, PostReading } from '../../model/capture';
import { all, attr, CONCEALED, closest, contains, matches, one, parent } from '../../reading/dom';
import { snowflakeTime } from '../../reading/ids';
import type { PageContext } from '../network';
import { factsOf } from './facts';
import { CELL, continued, flagsOf } from './flags';
import { formatOf } from './format';
import { metricsOf } from './metrics';
import { identify, type Tweet, testid, tweetOf, wording } from './tweet';

const LONGEST_TEXT = 2000;
/** Drawers for messages and the assistant, and the side column, may show posts that are not the page's. */
const NOWHERE = `${CONCEALED},${testid('sidebarColumn')},[data-testid*="drawer" i]`;
/** Where a page's posts are, the likeliest first: a photo opened over the page has posts of its own, before those behind it. */
const PLACES = ['[aria-modal="true"]', testid('primaryColumn')];
const SPECIAL = [NOWHERE, ...PLACES].join();

/** The posts of the page in order. */
export function xPosts(page: Document): Element[] {
  const ranks = new Map<Element, number>();
  const found: Element[][] = [...PLACES.map(() => []), [], []];
  let outer: Element | null = null;
  for (const article of all(page, 'article')) {
    // Withheld posts are articles too, also inside the post that quotes them.
    if (outer && contains(outer, article)) continue;
    outer = article;
    // They have neither link nor buttons.
    if (attr(article, 'data-testid') !== 'tweet' && !one(article, 'a[href*="/status/"]')) continue;
    // Cells of one list are in one place: what is above them is looked at once.
    const nearest = closest(article, `${SPECIAL},${CELL}`);
    const list = nearest && !matches(nearest, SPECIAL) ? parent(nearest) : null;
    const rank = (list && ranks.get(list)) ?? rankOf(list ?? article);
    if (list) ranks.set(list, rank);
    found[rank]?.push(article);
  }
  return found.slice(0, -1).find(({ length }) => length > 0) ?? [];
}

/** Which of the places an element is in; the one after them is the rest of the page, the last is what nobody sees. */
function rankOf(element: Element): number {
  if (closest(element, NOWHERE)) return PLACES.length + 1;
  const rank = PLACES.findIndex((place) => closest(element, place));
  return rank < 0 ? PLACES.length : rank;
}

/** Ids from before November 2010 carry no time. X writes dates in full, in UTC; no need for the reader of any page's dates. */
function dated(tweet: Tweet): Moment | null {
  const value = Date.parse(attr(tweet.times[0], 'datetime') ?? '');
  return value >= 0 ? { value, low: value, high: value, from: 'attribute' } : null;
}

/** Reads one post; null when nothing on it names its id without doubt. */
export function xRead(root: Element, at: PageContext): PostReading | null {
  const tweet = tweetOf(root);
  const identity = identify(tweet);
  if (!identity) return null;
  const { id, author } = identity;
  const published = snowflakeTime(id) ?? dated(tweet);
  const said = tweet.marked('tweetText')[0] ?? tweet.marked('twitter-article-title')[0] ?? tweet.own('div[lang]')[0];
  const words = said ? wording(said).trim() : '';
  const above = at.surface.postId ? continued(closest(root, CELL)) : null;
  const answers = above && identify(tweetOf(above))?.id;
  const post: PostReading = {
    id,
    aliases: [],
    url: `https://x.com/${author ?? 'i'}/status/${id}`,
    author,
    published,
    format: formatOf(tweet),
    text: words.slice(0, LONGEST_TEXT),
    flags: flagsOf(tweet, author, at),
    metrics: metricsOf(tweet, published, at.counts),
  };
  if (answers) post.answers = answers;
  return Object.assign(post, factsOf(tweet, said, words, at.url));
}
