import type { PostReading } from '../../model/capture';
import { isoMoment } from '../../reading/dates';
import { all, attr, closest, concealed, matches, one, parent } from '../../reading/dom';
import { snowflakeTime } from '../../reading/ids';
import type { PageContext } from '../network';
import { flagsOf } from './flags';
import { formatOf } from './format';
import { identify } from './identity';
import { metricsOf } from './metrics';
import { datedLink, testid, tweetOf, wording } from './tweet';

const LONGEST_TEXT = 2000;
/** Drawers for messages and the assistant, and the side column, may show posts that are not the page's. */
const ASIDE = testid('sidebarColumn', 'DMDrawer', 'chat-drawer-root', 'GrokDrawer');

/** The posts of the page in order. A photo opened over the page has posts of its own: those behind it are switched off. */
export function xPosts(page: Document): Element[] {
  const posts = all(page, 'article').filter((article) => isPost(article) && !concealed(article) && !closest(article, ASIDE));
  const inFront = posts.filter((article) => !closest(article, '[aria-hidden="true"]'));
  const modal = inFront.filter((article) => closest(article, '[aria-modal="true"]'));
  const front = modal.length > 0 ? modal : inFront.length > 0 ? inFront : posts;
  const column = front.filter((article) => closest(article, testid('primaryColumn')));
  return modal.length > 0 || column.length === 0 ? front : column;
}

/** Withheld posts are articles too, with neither link nor buttons, also inside the post that quotes them. */
function isPost(article: Element): boolean {
  const outer = parent(article);
  if (outer && closest(outer, 'article')) return false;
  return matches(article, testid('tweet')) || one(article, `${testid('tweet')},a[href*="/status/"]`) !== null;
}

/** Reads one post; null when nothing on it names its id without doubt. */
export function xRead(root: Element, at: PageContext): PostReading | null {
  const tweet = tweetOf(root);
  const identity = identify(tweet, at);
  if (!identity) return null;
  const { id, author } = identity;
  const published = snowflakeTime(id) ?? (datedLink(tweet) ? isoMoment(attr(tweet.own('time')[0], 'datetime')) : null);
  const words = tweet.own(testid('tweetText', 'twitter-article-title'))[0] ?? tweet.own('div[lang]')[0];
  return {
    id,
    aliases: [],
    url: `https://x.com/${author ?? 'i'}/status/${id}`,
    author,
    published,
    format: formatOf(tweet),
    text: wording(words).slice(0, LONGEST_TEXT),
    flags: flagsOf(tweet, id, author, at),
    metrics: metricsOf(tweet, published, at.counts),
  };
}
