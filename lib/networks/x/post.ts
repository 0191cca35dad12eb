import type { Moment, PostReading } from '../../model/capture';
import { all, attr, closest, concealed, matches, one } from '../../reading/dom';
import { snowflakeTime } from '../../reading/ids';
import type { PageContext } from '../network';
import { factsOf, isPaid } from './facts';
import { flagsOf } from './flags';
import { formatOf } from './format';
import { metricsOf } from './metrics';
import { identify, TWEET, type Tweet, testid, tweetOf, wording } from './tweet';

const LONGEST_TEXT = 2000;
/** Drawers for messages and the assistant, and the side column, may show posts that are not the page's. */
const ASIDE = `${testid('sidebarColumn')},[data-testid*="drawer" i]`;

/** The posts of the page in order. A photo opened over the page has posts of its own, before those behind it. */
export function xPosts(page: Document): Element[] {
  const posts = all(page, 'article').filter((article) => isPost(article) && !concealed(article) && !closest(article, ASIDE));
  const within = (place: string) => posts.filter((article) => closest(article, place));
  return [within('[aria-modal="true"]'), within(testid('primaryColumn')), posts].find(({ length }) => length > 0) ?? posts;
}

/** Withheld posts are articles too, with neither link nor buttons, also inside the post that quotes them. */
function isPost(article: Element): boolean {
  return !matches(article, 'article article') && (matches(article, TWEET) || one(article, 'a[href*="/status/"]') !== null);
}

/** Ids from before November 2010 carry no time. X writes dates in full, in UTC; no need for the reader of any page's dates. */
function dated(tweet: Tweet): Moment | null {
  const value = Date.parse(attr(tweet.own('time')[0], 'datetime') ?? '');
  return value >= 0 ? { value, low: value, high: value, from: 'attribute' } : null;
}

/** Reads one post; null when nothing on it names its id without doubt. */
export function xRead(root: Element, at: PageContext): PostReading | null {
  const tweet = tweetOf(root);
  const identity = identify(tweet);
  if (!identity) return null;
  const { id, author } = identity;
  const published = snowflakeTime(id) ?? dated(tweet);
  const words = tweet.own(testid('tweetText', 'twitter-article-title'))[0] ?? tweet.own('div[lang]')[0];
  return {
    id,
    aliases: [],
    url: `https://x.com/${author ?? 'i'}/status/${id}`,
    author,
    published,
    format: formatOf(tweet),
    text: words ? wording(words).trim().slice(0, LONGEST_TEXT) : '',
    flags: { ...flagsOf(tweet, author, at), ...(isPaid(tweet) && { paid: true }) },
    metrics: metricsOf(tweet, published, at.counts),
    ...factsOf(tweet, words, at.url),
  };
}
