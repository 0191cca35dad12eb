import type { PostReading } from '../../model/capture';
import { all, attr, closest, one, parent, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { identify } from './identity';
import { mentioned, type Tweet, testid, tweetOf } from './tweet';

/** How the drawings of the little icons above a post begin, in today's design and the one before 2023. */
const PIN = /^M(?:7 4\.5C7 3\.12|20\.235 14\.61)/;
const ARROWS = /^M(?:4\.75 3\.79|4\.5 3\.88|23\.615 15\.477|23\.77 15\.67)/;
const HEART = /^M(?:20\.884 13\.19|16\.697 5\.5|12 21\.638)/;

const CELL = testid('cellInnerDiv');
/** Where an @name is no "Replying to @name". */
const ELSEWHERE = `${testid('User-Name', 'tweetText', 'socialContext', 'card.wrapper', 'birdwatch-pivot', 'twitterArticleReadView')},[role="group"],div[lang]`;

const same = (a: string | null, b: string | null) => a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
const comesAfter = (a: Node, b: Node) => (b.compareDocumentPosition(a) & 4) /* DOCUMENT_POSITION_FOLLOWING */ !== 0;

/** What sets a post apart, by icons, links and places: never by words. */
export function flagsOf(tweet: Tweet, id: string, author: string | null, at: PageContext): PostReading['flags'] {
  const context = tweet.own(testid('socialContext'))[0] ?? null;
  const profile = at.surface.kind === 'profile' ? at.surface.handle : null;
  const icon = context ? iconBefore(tweet, context) : '';
  const link = context ? (closest(context, 'a[href]') ?? one(context, 'a[href]')) : null;
  const by = link ? accountOf(link) : null;
  const known = PIN.test(icon) || ARROWS.test(icon) || HEART.test(icon);
  return {
    pinned: PIN.test(icon) || (!known && context !== null && link === null && same(author, profile) && firstOfList(tweet.root)),
    promoted: isPromoted(tweet.root),
    repost: ARROWS.test(icon) || (!known && same(by, profile)),
    quote: tweet.quotes.length > 0,
    reply: repliesTo(tweet, author) || continues(tweet.root) || (at.surface.postId !== undefined && answers(tweet.root, id, at)),
  };
}

function iconBefore(tweet: Tweet, context: Element): string {
  const path = tweet.own('svg path')[0];
  return path && comesAfter(context, path) ? (attr(path, 'd') ?? '') : '';
}

const accountOf = (link: Element) => /^(?:https?:\/\/[^/]+)?\/(\w{1,20})\/?$/.exec(attr(link, 'href') ?? '')?.[1] ?? null;

function firstOfList(root: Element): boolean {
  const cell = closest(root, CELL);
  let before = cell?.previousElementSibling ?? null;
  while (before && !one(before, 'article')) before = before.previousElementSibling;
  return cell !== null && before === null;
}

/** Advertisements are wrapped whole; videos are wrapped so inside a post, and buttons to follow beside it. */
function isPromoted(root: Element): boolean {
  const wrap = closest(root, testid('placementTracking'));
  return wrap !== null && all(wrap, 'article').length === 1;
}

/** "Replying to @name", whatever its words: a link to another account, outside the header and the text. */
function repliesTo(tweet: Tweet, author: string | null): boolean {
  return tweet.own('a[href]').some((link) => {
    const handle = mentioned(link);
    return handle !== null && !same(handle, author) && !closest(link, ELSEWHERE);
  });
}

/** A line runs from the picture of the post before down to this one. */
function continues(root: Element): boolean {
  const before = closest(root, CELL)?.previousElementSibling;
  const avatar = before && one(before, `article ${testid('Tweet-User-Avatar')}`);
  const column = avatar && parent(avatar);
  return column ? [...column.children].some((child) => child !== avatar && !text(child) && !one(child, '[data-testid],img,svg')) : false;
}

/** On a post's page: after the post come the answers to it, before it what it answers, and below a heading what has nothing to do with it. */
function answers(root: Element, id: string, at: PageContext): boolean {
  const place = placeOf(root, at);
  if (!place.focal) return false;
  if (id === at.surface.postId || !comesAfter(root, place.focal)) return place.first !== root;
  return place.end === null || !comesAfter(root, place.end);
}

interface Place {
  focal: Element | null;
  first: Element | null;
  /** The first heading after the conversation. */
  end: Element | null;
}
const places = new WeakMap<PageContext, Place>();

function placeOf(root: Element, at: PageContext): Place {
  const done = places.get(at);
  if (done) return done;
  const list = parent(closest(root, CELL) ?? root) ?? root;
  const articles = all(list, 'article');
  const focal = articles.find((article) => identify(tweetOf(article), at)?.id === at.surface.postId) ?? null;
  const heads = focal ? all(list, 'h1,h2,[role="heading"]').filter((head) => comesAfter(head, focal) && !closest(head, 'article')) : [];
  const place = { focal, first: articles[0] ?? null, end: heads[0] ?? null };
  places.set(at, place);
  return place;
}
