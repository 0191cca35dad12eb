import type { Surface } from '../../model/capture';
import { all, attr, closest, concealed, contains, matches, one, text } from '../../reading/dom';

/** Selects by the client's own test id; `how` is "^" where the id only begins like that. */
export const named = (id: string, how = '') => `[data-testid${how}="${id}"]`;
/** A post of a thread. */
export const THREAD_ROW = named('postThreadItem-by-', '^');
/** Elements that the client marks as a post: rows of feeds and profiles, and rows of a thread. */
export const ROW = `${named('feedItem-by-', '^')},${THREAD_ROW}`;
export const WORDS = `${named('postText')},[data-word-wrap]`;
export const REPLY = named('replyBtn');
export const LIKE = named('likeBtn');
export const BUTTON = 'button,[role="button"]';
export const PICTURE = 'img[src*="/img/avatar"]';
export const AVATAR = `${named('userAvatar', '^')},${PICTURE}`;

/** What an address within the network names: `/profile/<who>/<part>/<key>/<list>`. */
export interface Address {
  who: string;
  part?: string;
  key?: string;
  list?: string;
}
const ADDRESS =
  /^(?:https?:\/\/[\w.-]*bsky\.app)?\/profile\/@?(?<who>[\w.:-]{1,253})(?:\/(?<part>[\w-]+)(?:\/(?<key>[\w.:~-]{1,64})(?:\/(?<list>[\w-]+))?)?)?\/?(?:[?#]|$)/i;

/** What an address names; undefined where it is no account's. */
export const addressIn = (href: string | null | undefined): Address | undefined =>
  ADDRESS.exec(href?.replace(/%3a/gi, ':') ?? '')?.groups as Address | undefined;
/** What a link's address names. */
export const addressOf = (link: Element | null | undefined) => addressIn(attr(link, 'href'));
/** Handle or DID, when the link leads to a profile's front. */
export const profileOf = (link: Element | null) => {
  const address = addressOf(link);
  return address && !address.part ? address.who : null;
};
/** Address of an account. */
export const profileUrl = (handle: string | null) => handle && `https://bsky.app/profile/${handle}`;

/** Whether two names of an account are the same. */
export const same = (a: string | null | undefined, b: string | null | undefined) => a?.toLowerCase() === b?.toLowerCase();
/** Whether an account is named by its DID. */
export const isDid = (name: string) => name.startsWith('did:');

/** What a post element is and whose it is. */
export interface Scope {
  post: Element;
  /** The posts and cards that are embedded in it: their links, text and numbers belong to others. */
  embeds: Element[];
  /** All matches in the post itself, in page order. */
  own(selector: string): Element[];
  words: Element | undefined;
  /** The link with the post's time and address. */
  time: Element | undefined;
  /** The opened post of a thread, which has no such link and alone prints its counts in full rows. */
  opened: boolean;
  /** The record key; null when the element tells none. */
  id: string | null;
  /** Handle of the author, or the DID where the handle is broken. */
  author: string | null;
  did: string | null;
}

/** Takes a post element apart; `surface` is the page's address. */
export function scopeOf(post: Element, surface: Surface): Scope {
  // A link with a face in it shows another's, but for that to the lists of who liked it.
  const embeds = all(post, '[role="link"]').filter(
    (link) => !matches(link, 'a') || (one(link, AVATAR) && !profileOf(link) && !addressOf(link)?.list),
  );
  const own = (selector: string) => all(post, selector).filter((element) => !embeds.some((embed) => contains(embed, element)));
  const handle = /-by-(?!handle\.invalid$)(.+)$/.exec(attr(post, 'data-testid') ?? '')?.[1] ?? null;
  // Links to the post itself: that with its time, or on the opened post the lists of who liked it.
  const links = own('a[href*="/post/"]').filter((link) => {
    const address = addressOf(link);
    return address?.key && address.part === 'post' && !closest(link, WORDS) && (!handle || isDid(address.who) || same(address.who, handle));
  });
  const time = links.find((link) => !addressOf(link)?.list);
  const opened = !time && matches(post, THREAD_ROW);
  const told = addressOf(time ?? links[0]);
  const torn = links.some((link) => addressOf(link)?.key !== told?.key);
  // An opened post without a single count is the one that the page's address names, if no other row lacks its date. A part of a row is none.
  const addressed =
    opened &&
    !told &&
    !concealed(post) &&
    !matches(post, `:is(${ROW}) *`) &&
    alone(post, surface.postId) &&
    (!handle || !surface.handle || same(handle, surface.handle))
      ? surface.postId
      : null;
  const linked = told && !isDid(told.who) ? told.who : null;
  return {
    post,
    embeds,
    own,
    words: own(WORDS)[0],
    time,
    opened,
    // Links to two posts: one of them has strayed in, and nothing says which.
    id: torn ? null : (told?.key ?? addressed ?? null),
    author: linked ?? handle ?? told?.who ?? own('a').map(profileOf).find(Boolean) ?? null,
    did: didIn(own(PICTURE)[0]),
  };
}

/** Whether all other rows of the thread have links of their own, and none to the post that the address names. */
function alone(post: Element, opened: string | undefined): boolean {
  const thread = closest(post, named('postThreadScreen')) ?? closest(post, 'body');
  return all(thread ?? post, THREAD_ROW).every((row) => {
    if (row === post || concealed(row)) return true;
    const keys = all(row, 'a[href*="/post/"]').map((link) => addressOf(link)?.key);
    return keys.length > 0 && !keys.includes(opened);
  });
}

/** DID in the address of an account's picture. */
export const didIn = (picture: Element | null | undefined): string | null =>
  /\/(did:[a-z]+:[\w.:-]{1,80})\//.exec(attr(picture, 'src') ?? '')?.[1] ?? null;

/** Text without the invisible marks that the client puts around names to keep their direction. */
export const plain = (element: Element | null | undefined): string =>
  text(element)
    .replace(/\p{Bidi_C}/gu, '')
    .trim();
