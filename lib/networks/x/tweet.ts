import { all, attr, closest, matches, one, parent, text } from '../../reading/dom';

/** One post element together with what is its own: quoted posts inside it are cut out of every query. */
export interface Tweet {
  root: Element;
  quotes: Element[];
  /** Matches that belong to this post and not to one that it quotes. */
  own(selector: string): Element[];
}

/** Selects elements by X's names for tests: the same in every language, and older than any of its class names. */
export const testid = (...names: string[]): string => names.map((name) => `[data-testid="${name}"]`).join();

const NAME = testid('User-Name');
const GROUP = '[role="group"]';
const STATUS = /^(?:https?:\/\/[^/]+)?\/(\w+|i\/web)\/status(?:es)?\/(\d{1,20})(?:[/?#]|$)/;

/** A link to a post: whose it is (null where the address does not say) and its id. */
export interface StatusLink {
  handle: string | null;
  id: string;
}

/** Reads the address of a post; null for any other address. */
export function statusLink(href: string | null): StatusLink | null {
  const [, handle, id] = STATUS.exec(href ?? '') ?? [];
  return handle && id ? { handle: handle.startsWith('i/') || handle === 'i' ? null : handle, id } : null;
}

/** Wraps a post element. */
export function tweetOf(root: Element): Tweet {
  const quotes = quotesIn(root);
  return { root, quotes, own: (selector) => all(root, selector).filter((element) => !quotes.some((quote) => quote.contains(element))) };
}

/** A quoted post is a block that acts as a link (an anchor could not hold the links in it), or, when withheld, an article of its own. */
function quotesIn(root: Element): Element[] {
  const blocks = all(root, '[role="link"]:not(a),[role="blockquote"],article').filter(
    (block) => matches(block, 'article') || (one(block, `${NAME},time`) !== null && one(block, GROUP) === null),
  );
  const outer = blocks.filter((block) => !blocks.some((other) => other !== block && other.contains(block)));
  const names = all(root, NAME).filter((name) => !outer.some((quote) => quote.contains(name)));
  const second = names[1];
  return second ? [...outer, blockAround(second, names[0] ?? root, root)] : outer;
}

/** The largest block around a second author's name that holds neither the first one's nor the buttons. */
function blockAround(name: Element, first: Element, root: Element): Element {
  let block = name;
  for (let up = parent(block); up && up !== root && !up.contains(first) && !one(up, GROUP); up = parent(up)) block = up;
  return block;
}

/** The link of the post's own date: it names author and id. Null where there is none (ads) or where several disagree. */
export function datedLink(tweet: Tweet): StatusLink | null {
  const links = tweet.own('time').flatMap((time) => statusLink(attr(closest(time, 'a[href]'), 'href')) ?? []);
  return links.every((link) => link.id === links[0]?.id) ? (links[0] ?? null) : null;
}

/** The link to a post's figures, beside its buttons. */
export function analyticsLink(tweet: Tweet): Element | null {
  return tweet.own('a[href$="/analytics"]').find((link) => statusLink(attr(link, 'href'))) ?? null;
}

/** Text of an element, with its emoji, which X draws as pictures, and its line breaks. */
export function wording(element: Element | null | undefined): string {
  if (!element) return '';
  if (!one(element, 'img[alt]')) return (element.textContent ?? '').trim();
  let words = '';
  const walker = element.ownerDocument.createTreeWalker(element, 5 /* elements and text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3) words += node.nodeValue ?? '';
    else if (node.nodeName === 'IMG') words += attr(node as Element, 'alt') ?? '';
  }
  return words.trim();
}

/** Handle of an element that is a link to an account and shows its @name; null for any other element. */
export function mentioned(link: Element): string | null {
  const [, handle] = /^(?:https?:\/\/[^/]+)?\/(\w{1,20})\/?$/.exec(attr(link, 'href') ?? '') ?? [];
  return handle && text(link).toLowerCase() === `@${handle.toLowerCase()}` ? handle : null;
}
