import type { Reading } from '../../model/reading';
import { type CountStyle, readCount } from '../../reading/counts';
import { all, attr, childCount, closest, contains, one, parent, rawText, text, walkerOf } from '../../reading/dom';

/** One post element together with what is its own: quoted posts inside it are cut out of every answer. */
export interface Tweet {
  root: Element;
  quoting: boolean;
  /** Elements with this test id (one of MARKS), in page order. */
  marked(name: string): readonly Element[];
  /** Links with an address, in page order. */
  links: Link[];
  /** Those of them that lead to posts and to the pages below them; the others. */
  below: Link[];
  elsewhere: Link[];
  times: readonly Element[];
  /** Whatever else matches. Looks through the whole post once more. */
  own(selector: string): readonly Element[];
}

export interface Link {
  element: Element;
  href: string;
}

/** A link to a post: whose it is (null where the address does not say), its id, and the page below it. */
export interface StatusLink {
  handle: string | null;
  id: string;
  below: string;
}

/** Selects elements by X's names for tests: the same in every language, and older than any of its class names. */
export const testid = (...names: string[]): string => names.map((name) => `[data-testid="${name}"]`).join();

export const NAME = 'User-Name';
/** The marks that fields ask for; those that say one thing, as when what was done can be undone, are asked for by the first. */
const MARKS =
  'User-Name tweetText socialContext reply retweet,unretweet like,unlike bookmark,removeBookmark tweetPhoto videoPlayer,previewInterstitial card.wrapper cardPoll twitter-article-title article-cover-image';
/** Comparing a page's strings with ours takes longer than to look one up: each mark of a post is looked up once. */
const PLACES = new Map<string | null, number>(
  MARKS.split(' ').flatMap((names, place) => names.split(',').map((name): [string, number] => [name, place])),
);
const NONE: readonly Element[] = [];

/** The mark beside the name of an account that X vouches for, or that pays for it. */
export const BADGE = testid('icon-verified', 'verificationBadge');
export const TWEET = testid('tweet');
export const GROUP = '[role="group"]';

/** Blocks that may be a quoted post. */
const BLOCK = 'article,[role="blockquote"],[role="link"]:not(a)';
/** Pages below a post that list accounts or posts. */
const LIST = /\/(?:likes|retweets|quotes|with_comments)$/;

const STATUS = /^(?:https?:\/\/[^/]+)?\/(?:i|i\/web|@?(\w+))\/(?:status(?:es)?|article)\/(\d{1,20})(?:\/(\w*)|[?#]|$)/i;
const ACCOUNT = /^(?:https?:\/\/[^/]+)?\/(\w{1,20})\/?$/;

/** Reads the address of a post; null for any other address. */
export function statusLink(href: string | null): StatusLink | null {
  const [, handle, id, below = ''] = STATUS.exec(href ?? '') ?? [];
  return id ? { handle: handle ?? null, id, below: below.toLowerCase() } : null;
}

/** Handle of the account that an address leads to. */
export const accountOf = (href: string | null | undefined): string | null => ACCOUNT.exec(href ?? '')?.[1] ?? null;

/** Whether two handles are known and one. */
export const same = (a: string | null, b: string | null): boolean => a !== null && (a === b || a.toLowerCase() === b?.toLowerCase());

/** Whether a link below a post leads to its figures; it stands beside the buttons. */
export const isFigures = ({ href }: Link): boolean => href.endsWith('/analytics');

const DIGIT = /\p{Nd}/u;

/** The count in an element beside its words, read by itself; null where two pieces of it have digits. */
export function onlyCount(element: Element, style: CountStyle, read = readCount): Reading | null {
  const pieces = [element, ...all(element, '*')].flatMap((part) => (childCount(part) ? [] : text(part)));
  const [count, ...more] = pieces.filter((piece) => DIGIT.test(piece));
  // Digits beside those of the one piece would be glued to them.
  return count && !more.length && !DIGIT.test(text(element).replace(count, '')) ? read(count, style) : null;
}

/** Marks that every post has several of and no field asks for: touching them would cost as much as all the others. */
const UNASKED = `[data-testid]:not(${testid('app-text-transition-container', 'caret')},[data-testid*="Avatar"])`;

/**
 * Wraps a post element. Each element that a script touches costs more than the browser's own search for it, so that a post is searched a few
 * times as a whole, and what its fields have in common is shared.
 */
export function tweetOf(root: Element): Tweet {
  const sorted: (Element[] | undefined)[] = [];
  for (const mark of all(root, UNASKED)) {
    const place = PLACES.get(attr(mark, 'data-testid'));
    if (place === undefined) continue;
    const others = sorted[place];
    if (others) others.push(mark);
    else sorted[place] = [mark];
  }
  const of = (name: string) => sorted[PLACES.get(name) ?? -1] ?? NONE;
  const times = all(root, 'time');
  const quotes = quotesIn(root, of(NAME), times);
  const outside = (elements: readonly Element[]) =>
    quotes.length ? elements.filter((element) => !quotes.some((quote) => contains(quote, element))) : elements;
  const links = linksIn(outside(all(root, 'a')));
  return {
    root,
    quoting: quotes.length > 0,
    marked: (name) => outside(of(name)),
    ...links,
    times: outside(times),
    own: (selector) => outside(all(root, selector)),
  };
}

/** Anchors that lead somewhere, sorted by where. */
function linksIn(anchors: readonly Element[]): Pick<Tweet, 'links' | 'below' | 'elsewhere'> {
  const links: Link[] = [];
  const below: Link[] = [];
  const elsewhere: Link[] = [];
  for (const element of anchors) {
    const href = attr(element, 'href');
    if (href === null) continue;
    const link = { element, href };
    links.push(link);
    (href.includes('/status/') ? below : elsewhere).push(link);
  }
  return { links, below, elsewhere };
}

/**
 * Quoted posts: blocks that act as a link (an anchor could not hold the links in it), until 2021 ones that are called a blockquote, with a
 * name or a date in them; or, when withheld, articles. Found from the names and dates up, since there are few.
 */
function quotesIn(root: Element, names: readonly Element[], times: Element[]): Element[] {
  const quotes = one(root, 'article') ? all(root, 'article') : [];
  const climb = (sign: Element) => {
    let block = closest(sign, BLOCK);
    while (block && block !== root && contains(root, block)) {
      if (block !== sign && !quotes.includes(block)) quotes.push(block);
      const above = parent(block);
      block = above && closest(above, BLOCK);
    }
  };
  for (const name of names) climb(name);
  // Most dates stand in the block with the name: what holds the block holds them.
  for (const time of times) if (!names.some((name) => contains(name, time))) climb(time);
  return quotes;
}

/** Which post this is and whose; null when nothing on it names its id without doubt: its date and its figures, or else what is in it. */
export function identify(tweet: Tweet): { id: string; author: string | null } | null {
  const sure: StatusLink[] = [];
  const add = (to: StatusLink[], href: string | null) => {
    const link = statusLink(href);
    if (link) to.push(link);
  };
  const { below } = tweet;
  let dated: string | null = null;
  for (const time of tweet.times) {
    const around = closest(time, 'a[href]');
    const href = tweet.links.find(({ element }) => element === around)?.href ?? null;
    add(sure, href);
    dated ??= href;
  }
  // What is below the page that the date leads to is that post's: it needs no second reading.
  for (const link of below) if (isFigures(link) && link.href !== `${dated}/analytics`) add(sure, link.href);
  const named = sure[0]?.handle ? null : nameOf(tweet);
  let links = sure;
  if (sure.length > 0) {
    // Lists of accounts belong to the post that shows them; a photo or a video may be an older post's.
    for (const { href } of below) if (LIST.test(href)) add(links, href);
  } else {
    for (const { href } of below) add(links, href);
    links = links.filter(({ handle }) => !handle || !named || same(handle, named));
  }
  const [first] = links;
  return first && links.every(({ id }) => id === first.id) ? { id: first.id, author: first.handle ?? named } : null;
}

/** Handle in the block with the author's name. */
function nameOf({ links, root }: Tweet): string | null {
  const names = all(root, testid(NAME));
  return accountOf(links.find(({ element }) => names.some((name) => contains(name, element)))?.href);
}

const LONGEST_WORDING = 20_000;

/** Text of an element with its line breaks, and its emoji, which X draws as pictures. */
export function wording(element: Element): string {
  const instead = attr(element, 'alt');
  if (instead !== null || !one(element, '[alt]')) return instead ?? rawText(element);
  const walker = walkerOf(element, 1 + 4 /* elements and texts */);
  let said = '';
  for (let node = walker.nextNode(); node && said.length < LONGEST_WORDING; ) {
    const alt = node.nodeType === 3 /* text */ ? null : attr(node as Element, 'alt');
    said += alt ?? (node.nodeType === 3 ? node.nodeValue : '');
    node = alt === null ? walker.nextNode() : following(walker);
  }
  return said;
}

/** Goes on after a node whose inside does not matter. */
function following(walker: TreeWalker): Node | null {
  let node = walker.nextSibling();
  while (!node && walker.parentNode()) node = walker.nextSibling();
  return node;
}
