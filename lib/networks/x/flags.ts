import type { PostReading } from '../../model/capture';
import { all, attr, closest, matches, one, parent } from '../../reading/dom';
import type { PageContext } from '../network';
import { accountOf, mentioned, same, TWEET, type Tweet, testid } from './tweet';

/** How the drawings of the little icons above a post begin, in today's design and the one before 2023. */
const PIN = /^M(?:7 4\.5C7 3\.12|20\.235 14\.61)/;
const ARROWS = /^M(?:4\.75 3\.79|4\.5 3\.88|23\.615 15\.477|23\.77 15\.67)/;

const CELL = testid('cellInnerDiv');

/** What sets a post apart, by icons, links and places: never by words. */
export function flagsOf(tweet: Tweet, author: string | null, { surface }: PageContext): PostReading['flags'] {
  const { root } = tweet;
  const profile = surface.kind === 'profile' ? surface.handle : null;
  const context = tweet.own(testid('socialContext'))[0];
  const icon = context ? (attr(tweet.own('svg path')[0], 'd') ?? '') : '';
  const link = context ? (closest(context, 'a[href]') ?? one(context, 'a[href]')) : null;
  // Advertisements are wrapped whole; videos are wrapped so inside a post, and buttons to follow beside it.
  const wrap = closest(root, testid('placementTracking'));
  return {
    pinned: PIN.test(icon) || (context !== undefined && !link && !ARROWS.test(icon) && same(author, profile)),
    promoted: wrap !== null && all(wrap, 'article').length === 1,
    repost: ARROWS.test(icon) || same(accountOf(link), profile),
    quote: tweet.quoting,
    reply: repliesTo(tweet, author) || continues(root) || (surface.postId !== undefined && answers(root)),
  };
}

/** "Replying to @name", whatever its words: a link to another account, outside the header, the text, and all else that has a name. */
function repliesTo(tweet: Tweet, author: string | null): boolean {
  return tweet.own('a[href]').some((link) => {
    const handle = mentioned(link);
    return handle !== null && !same(handle, author) && matches(closest(link, '[data-testid],div[lang]') ?? link, TWEET);
  });
}

/** A line runs from the picture of the post before down to this one. */
function continues(root: Element): boolean {
  const before = closest(root, CELL)?.previousElementSibling;
  const avatar = before && one(before, `article ${testid('Tweet-User-Avatar')}`);
  return avatar?.nextElementSibling?.childElementCount === 0;
}

/** On a post's page: after the post come the answers to it, before it what it answers, and below a heading what has nothing to do with it. */
function answers(root: Element): boolean {
  const list = parent(closest(root, CELL) ?? root) ?? root;
  const items = all(list, 'article,h1,h2,[role="heading"]').filter((item) => !matches(item, 'article *'));
  const place = items.indexOf(root);
  return place > 0 && items.slice(1, place).every((item) => matches(item, 'article'));
}
