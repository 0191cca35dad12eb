import { all, attr, closest, matches, one, text } from '../../reading/dom';

/** Selects by the client's own test id. */
export const named = (id: string) => `[data-testid="${id}"]`;
export const THREAD_ROW = '[data-testid^="postThreadItem-by-"]';
/** Elements that the client marks as a post: rows of feeds and profiles, and rows of a thread. */
export const ROW = `[data-testid^="feedItem-by-"],${THREAD_ROW}`;
export const WORDS = `${named('postText')},[data-word-wrap]`;
export const BUTTON = 'button,[role="button"]';
export const AVATAR = '[data-testid^="userAvatar"],img[src*="/img/avatar"]';

/** What an address within the network names: `/profile/<who>/<part>/<key>/<list>`. Missing segments are empty. */
export interface Address {
  who: string;
  part: string;
  key: string;
  list: string;
}
const ADDRESS = /^\/profile\/@?([\w.:-]{1,253})(?:\/([\w-]+)(?:\/([\w.:~-]{1,64})(?:\/([\w-]+))?)?)?\/?$/i;

export function addressIn(href: string | null | undefined): Address | null {
  const path = href?.replace(/^https?:\/\/[\w.-]*bsky\.app\//i, '/').replace(/[?#].*$/, '');
  const found = ADDRESS.exec(path?.replace(/%3a/gi, ':') ?? '');
  return found && { who: found[1] ?? '', part: found[2] ?? '', key: found[3] ?? '', list: found[4] ?? '' };
}

export const addressOf = (link: Element | null | undefined) => addressIn(attr(link, 'href'));
/** Handle or DID, when the link leads to a profile's front. */
export const profileOf = (link: Element | null | undefined) => {
  const address = addressOf(link);
  return address && !address.part ? address.who : null;
};

/** Whether two names of an account can be one; a DID says nothing about a handle. */
export const same = (a: string | null | undefined, b: string | null | undefined) => a?.toLowerCase() === b?.toLowerCase();
export const isDid = (name: string) => name.startsWith('did:');

/** A post element without the posts and cards that are embedded in it: their links, text and numbers belong to others. */
export interface Scope {
  post: Element;
  embeds: Element[];
  /** Author as the test id has it; null where the handle is broken or the row has no test id. */
  handle: string | null;
  words: Element | null;
  /** The link with the post's time and address. */
  time: Element | null;
  /** The opened post of a thread, which has no such link and alone prints its counts in full rows. */
  opened: boolean;
}

export function scopeOf(post: Element): Scope {
  const embeds = all(post, '[role="link"]').filter(
    (link) => !matches(link, 'a') || (one(link, AVATAR) !== null && profileOf(link) === null),
  );
  const handle = /-by-(?!handle\.invalid$)(.+)$/.exec(attr(post, 'data-testid') ?? '')?.[1] ?? null;
  const scope = { post, embeds, handle, words: null, time: null, opened: false };
  const time = own(scope, 'a[href*="/post/"]').find((link) => !closest(link, WORDS) && fits(addressOf(link), handle, '')) ?? null;
  return { ...scope, words: own(scope, WORDS)[0] ?? null, time, opened: !time && matches(post, THREAD_ROW) };
}

const fits = (address: Address | null, handle: string | null, list: string | null) =>
  address?.part === 'post' &&
  address.key !== '' &&
  (list === null ? address.list !== '' : address.list === list) &&
  (!handle || isDid(address.who) || same(address.who, handle));

/** All matches in the post itself, in page order. */
export function own({ post, embeds }: Pick<Scope, 'post' | 'embeds'>, selector: string): Element[] {
  return all(post, selector).filter((element) => !embeds.some((embed) => embed.contains(element)));
}

/** Author and key, from the link with the time, or from the lists ("liked-by") of the opened post. */
export function identityOf(scope: Scope): Address | null {
  if (!scope.opened) return addressOf(scope.time);
  return (
    own(scope, 'a[href*="/post/"]')
      .map(addressOf)
      .find((address) => fits(address, scope.handle, null)) ?? null
  );
}

/** Handle of the post's author, or the DID where the handle is broken. */
export function authorOf(scope: Scope): string | null {
  const linked = identityOf(scope)?.who;
  if (linked && !isDid(linked)) return linked;
  return scope.handle ?? linked ?? own(scope, 'a').map(profileOf).find(Boolean) ?? null;
}

/** DID in the address of an account's picture. */
export function didIn(picture: Element | null | undefined): string | null {
  return /\/(did:[a-z]+:[\w.:-]{1,80})\//.exec(attr(picture, 'src')?.replace(/%3a/gi, ':') ?? '')?.[1] ?? null;
}

/** Text without the invisible marks that the client puts around names to keep their direction. */
export function plain(element: Element | null | undefined): string {
  return text(element)
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}
