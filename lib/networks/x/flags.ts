import type { PostReading } from '../../model/capture';
import { after, all, attr, before, childCount, closest, contains, matches, one, parent, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { isPaid } from './facts';
import { accountOf, same, TWEET, type Tweet, testid } from './tweet';

/** How the drawings of the little icons above a post begin, in today's design and the one before 2023. */
const PIN = /^M(?:7 4\.5C7 3\.12|20\.235 14\.61)/;
const ARROWS = /^M(?:4\.75 3\.79|4\.5 3\.88|23\.615 15\.477|23\.77 15\.67)/;

export const CELL = testid('cellInnerDiv');
const AVATAR = testid('Tweet-User-Avatar');
const WRAP = testid('placementTracking');
/** What is around a whole list is no advertisement's: no need to climb beyond its cell. */
const WRAP_OR_CELL = `${WRAP},${CELL}`;

/** What sets a post apart, by icons, links and places: never by words. */
export function flagsOf(tweet: Tweet, author: string | null, at: PageContext): PostReading['flags'] {
  const { root } = tweet;
  const { surface } = at;
  const profile = surface.kind === 'profile' ? surface.handle : null;
  const context = tweet.marked('socialContext')[0];
  const drawing = context && (tweet.quoting ? tweet.own('svg path')[0] : one(root, 'svg path'));
  const icon = attr(drawing, 'd') ?? '';
  const link = context ? (closest(context, 'a[href]') ?? one(context, 'a[href]')) : null;
  // Advertisements are wrapped whole; videos are wrapped so inside a post, and buttons to follow beside it.
  const wrap = closest(root, WRAP_OR_CELL);
  const cell = wrap && (attr(wrap, 'data-testid') === 'cellInnerDiv' ? wrap : closest(wrap, CELL));
  const flags: PostReading['flags'] = {
    pinned: PIN.test(icon) || (context !== undefined && !link && !ARROWS.test(icon) && same(author, profile)),
    promoted: wrap !== null && wrap !== cell && all(wrap, 'article').length === 1,
    repost: ARROWS.test(icon) || same(accountOf(attr(link, 'href')), profile),
    quote: tweet.quoting,
    reply:
      repliesTo(tweet, author) ||
      continued(cell) !== null ||
      (surface.postId !== undefined && answersIn(parent(cell ?? root) ?? root, at).has(root)),
  };
  if (isPaid(tweet)) flags.paid = true;
  return flags;
}

/** "Replying to @name", whatever its words: a link to another account, outside the header, the text, and all else that has a name. */
function repliesTo({ elsewhere, marked }: Tweet, author: string | null): boolean {
  const own = `/${author}`;
  const texts = marked('tweetText');
  return elsewhere.some(({ element, href }) => {
    // Most links of a post lead to its author.
    const handle = href === own ? null : accountOf(href);
    if (handle === null || same(handle, author) || texts.some((words) => contains(words, element))) return false;
    if (!same(`@${handle}`, text(element))) return false;
    return matches(closest(element, '[data-testid],div[lang]') ?? element, TWEET);
  });
}

/** The post before, where a line runs from its picture down to this one. */
export function continued(cell: Element | null): Element | null {
  const above = before(cell);
  // Not "article …" in one selector, nor what stands next to it: browsers take ten times as long for those.
  const avatar = above && one(above, AVATAR);
  const line = avatar && after(avatar);
  return line && !childCount(line) ? closest(avatar, 'article') : null;
}

/** On a post's page: after the post come the answers to it, before it what it answers, and below a heading what has nothing to do with it. */
function answersIn(list: Element, { lists }: PageContext): Set<Element> {
  const known = lists?.get(list) as Set<Element> | undefined;
  if (known) return known;
  const items = all(list, 'article,h1,h2,[role="heading"]').filter((item) => !matches(item, 'article *'));
  const heading = items.findIndex((item, place) => place > 0 && !matches(item, 'article'));
  const answers = new Set(items.slice(1, heading < 0 ? undefined : heading + 1));
  lists?.set(list, answers);
  return answers;
}
