import type { PostReading } from '../../model/capture';
import { all, attr, closest, matches, one, parent, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { isPaid } from './facts';
import { accountOf, same, TWEET, type Tweet, testid } from './tweet';

/** How the drawings of the little icons above a post begin, in today's design and the one before 2023. */
const PIN = /^M(?:7 4\.5C7 3\.12|20\.235 14\.61)/;
const ARROWS = /^M(?:4\.75 3\.79|4\.5 3\.88|23\.615 15\.477|23\.77 15\.67)/;

const CELL = testid('cellInnerDiv');
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
  const icon = context ? (attr(tweet.own('svg path')[0], 'd') ?? '') : '';
  const link = context ? (closest(context, 'a[href]') ?? one(context, 'a[href]')) : null;
  // Advertisements are wrapped whole; videos are wrapped so inside a post, and buttons to follow beside it.
  const wrap = closest(root, WRAP_OR_CELL);
  const cell = wrap && closest(wrap, CELL);
  return {
    pinned: PIN.test(icon) || (context !== undefined && !link && !ARROWS.test(icon) && same(author, profile)),
    promoted: wrap !== null && wrap !== cell && all(wrap, 'article').length === 1,
    repost: ARROWS.test(icon) || same(accountOf(attr(link, 'href')), profile),
    quote: tweet.quoting,
    ...(isPaid(tweet) && { paid: true }),
    reply: repliesTo(tweet, author) || continues(cell) || (surface.postId !== undefined && answers(root, parent(cell ?? root) ?? root, at)),
  };
}

/** "Replying to @name", whatever its words: a link to another account, outside the header, the text, and all else that has a name. */
function repliesTo({ links }: Tweet, author: string | null): boolean {
  return links.some(({ element, href }) => {
    const handle = accountOf(href);
    if (handle === null || same(handle, author) || !same(`@${handle}`, text(element))) return false;
    return matches(closest(element, '[data-testid],div[lang]') ?? element, TWEET);
  });
}

/** A line runs from the picture of the post before down to this one. */
function continues(cell: Element | null): boolean {
  const above = cell?.previousElementSibling;
  // Not "article …" in one selector: browsers take ten times as long for it.
  const avatar = above && one(above, AVATAR);
  return avatar?.nextElementSibling?.childElementCount === 0 && closest(avatar, 'article') !== null;
}

/** The answers of the list that was last looked at, for one reading: else each answer would look at all the others. */
const answersIn = new WeakMap<PageContext, { list: Element; answers: Set<Element> }>();

/** On a post's page: after the post come the answers to it, before it what it answers, and below a heading what has nothing to do with it. */
function answers(root: Element, list: Element, at: PageContext): boolean {
  const known = answersIn.get(at);
  if (known?.list === list) return known.answers.has(root);
  const items = all(list, 'article,h1,h2,[role="heading"]').filter((item) => !matches(item, 'article *'));
  const heading = items.findIndex((item, place) => place > 0 && !matches(item, 'article'));
  const found = new Set(items.slice(1, heading < 0 ? undefined : heading + 1));
  answersIn.set(at, { list, answers: found });
  return found.has(root);
}
