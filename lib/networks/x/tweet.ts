import type { Reading } from '../../model/reading';
import { type CountStyle, readCount } from '../../reading/counts';
import { all, attr, closest, matches, one, text } from '../../reading/dom';

/** One post element together with what is its own: quoted posts inside it are cut out of every query. */
export interface Tweet {
  root: Element;
  quoting: boolean;
  /** Matches that belong to this post and not to one that it quotes. */
  own(selector: string): Element[];
}

/** A link to a post: whose it is (null where the address does not say), its id, and the page below it. */
export interface StatusLink {
  handle: string | null;
  id: string;
  below: string;
}

/** Selects elements by X's names for tests: the same in every language, and older than any of its class names. */
export const testid = (...names: string[]): string => names.map((name) => `[data-testid="${name}"]`).join();

export const NAME = testid('User-Name');
/** The mark beside the name of an account that X vouches for, or that pays for it. */
export const BADGE = testid('icon-verified', 'verificationBadge');
export const TWEET = testid('tweet');
export const GROUP = '[role="group"]';
/** The link to a post's figures, beside its buttons. */
export const FIGURES = 'a[href*="/status/"][href$="/analytics"]';

const LISTS = ['likes', 'retweets', 'quotes', 'with_comments'].map((list) => `a[href*="/status/"][href$="/${list}"]`).join();

const STATUS = /^(?:https?:\/\/[^/]+)?\/(?:i|i\/web|@?(\w+))\/(?:status(?:es)?|article)\/(\d{1,20})(?:\/(\w*)|[?#]|$)/i;
const ACCOUNT = /^(?:https?:\/\/[^/]+)?\/(\w{1,20})\/?$/;

/** Reads the address of a post; null for any other address. */
export function statusLink(href: string | null): StatusLink | null {
  const [, handle, id, below = ''] = STATUS.exec(href ?? '') ?? [];
  return id ? { handle: handle ?? null, id, below: below.toLowerCase() } : null;
}

/** Handle of the account that a link leads to. */
export const accountOf = (link: Element | null): string | null => ACCOUNT.exec(attr(link, 'href') ?? '')?.[1] ?? null;

/** Whether two handles are known and one. */
export const same = (a: string | null, b: string | null): boolean => a !== null && a.toLowerCase() === b?.toLowerCase();

/** Handle of an element that is a link to an account and shows its @name; null for any other element. */
export function mentioned(link: Element): string | null {
  const handle = accountOf(link);
  return same(`@${handle}`, text(link)) ? handle : null;
}

/** The count in a link beside its words; null where two pieces of it have digits. */
export function onlyCount(link: Element, style: CountStyle): Reading | null {
  const [count, ...more] = all(link, '*')
    .flatMap((part) => (part.childElementCount ? [] : text(part)))
    .filter((piece) => /\p{Nd}/u.test(piece));
  const alone = count && more.length === 0 && !/\p{Nd}/u.test(text(link).replace(count, ''));
  return alone ? readCount(count, style) : null;
}

/**
 * Wraps a post element. A quoted post is a block that acts as a link (an anchor could not hold the links in it), until 2021 one that is called
 * a blockquote, or, when withheld, an article.
 */
export function tweetOf(root: Element): Tweet {
  const quotes = all(root, 'article,[role="blockquote"],[role="link"]:not(a)').filter(
    (block) => matches(block, 'article') || one(block, `${NAME},time`),
  );
  return {
    root,
    quoting: quotes.length > 0,
    own: (selector) => all(root, selector).filter((element) => !quotes.some((quote) => quote.contains(element))),
  };
}

/** Which post this is and whose; null when nothing on it names its id without doubt: its date and its figures, or else what is in it. */
export function identify(tweet: Tweet): { id: string; author: string | null } | null {
  const linked = (selector: string) =>
    tweet.own(selector).flatMap((element) => statusLink(attr(closest(element, 'a[href]'), 'href')) ?? []);
  const named = accountOf(tweet.own(`${NAME} a[href]`)[0] ?? null);
  const sure = linked(`time,${FIGURES}`);
  const others = linked('a[href*="/status/"]').filter(({ handle }) => !handle || !named || same(handle, named));
  // Lists of accounts belong to the post that shows them; a photo or a video may be an older post's.
  const links = sure.length > 0 ? [...sure, ...linked(LISTS)] : others;
  const [first] = links;
  return first && links.every(({ id }) => id === first.id) ? { id: first.id, author: first.handle ?? named } : null;
}

/** Text of an element with its line breaks, and its emoji, which X draws as pictures. */
export function wording(node: Node): string {
  if (node instanceof Element) return attr(node, 'alt') ?? [...node.childNodes].map(wording).join('');
  return node.nodeType === 3 /* text */ ? (node.nodeValue ?? '') : '';
}
