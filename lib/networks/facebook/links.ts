import type { PostReading } from '../../model/capture';

const BASE = 'https://www.facebook.com/';
const HOST = /^(?:(?:www|m|web|mbasic|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/;
/** The number of a post, a comment or an account. */
export const NUMBER = /^\d{5,25}$/;
/** A post by its number, or by the name that stands in for it in links since 2022. */
const ID = /^(?:\d{5,25}|pfbid\w{20,120})$/;
/** Names have letters of any script; pages' have their number behind a dash. */
const NAME = /^[\p{L}\p{M}\p{N}._-]{2,100}$/u;
/** First parts of paths that are no account's name. */
const RESERVED = /^(?:\w+\.php|watch|marketplace|groups|gaming|events|messages|notifications|settings|friends|saved)$/i;

type Kind = 'post' | 'photo' | 'video' | 'reel';

/** Pages that have the id in a parameter ("permalink.php?story_fbid="), and the parameters. */
const PAGES = /^(?:permalink|story|photo|watch|video|groups)\b/;
const PARAMETERS: [name: string, kind: Kind][] = [
  ['story_fbid', 'post'],
  ['multi_permalinks', 'post'],
  ['fbid', 'photo'],
  ['v', 'video'],
];
/** The others: an account's, a group's, or a reel of no account. */
const PATH = /^(?:groups\/[^/]+\/|([^/]+)\/)?(posts|permalink|videos|photos|reel)\/(?:.+\/)?(\w+)$/;
const PLACES: Record<string, Kind> = { videos: 'video', photos: 'photo', reel: 'reel' };

/** What a link to a post says. */
export interface PostLink {
  id: string;
  /** The account in the link, where it names one. */
  handle: string | null;
  kind: Kind;
  /** A photo's link names the post with several photos, or the group's post, that it is part of. */
  within: string | null;
}

/** An address of Facebook itself; null for any other, and for none. */
export function addressOf(href: string | null | undefined): URL | null {
  const url = href && href.length < 4000 && URL.canParse(href, BASE) ? new URL(href, BASE) : null;
  return url && HOST.test(url.hostname) ? url : null;
}

/** Parts of a path. */
export function partsOf(url: URL): string[] {
  try {
    return decodeURIComponent(url.pathname).split('/').filter(Boolean);
  } catch {
    return [];
  }
}

/** A part of an address where it is what a pattern says. */
export const matching = (pattern: RegExp, part: string | null | undefined): string | null => (part && pattern.test(part) ? part : null);
const named = (part: string | undefined): string | null => (part && !RESERVED.test(part) ? matching(NAME, part) : null);

/** The account that a link leads to (its name in the address, else its number); null for any other link. */
export function handleOf(href: string | null | undefined): string | null {
  const url = addressOf(href);
  return url && handleIn(url, false);
}

/** The account in an address. `inside`: pages below an account's own count as well. */
export function handleIn(url: URL, inside: boolean): string | null {
  const [first, second, third, fourth] = partsOf(url);
  if (first === 'profile.php') return matching(NUMBER, url.searchParams.get('id'));
  if (first === 'people' || first === 'pages') return matching(NUMBER, third);
  if (first === 'groups') return matching(NUMBER, third === 'user' ? fourth : null);
  return second && !inside ? null : named(first);
}

/** The post that a link leads to; null for any other link, and for one to a comment below a post. */
export function postLink(href: string | null | undefined): PostLink | null {
  const url = addressOf(href);
  if (!url) return null;
  const query = url.searchParams;
  const path = partsOf(url).join('/');
  const [, owner, place, last] = PATH.exec(path) ?? [];
  const [parameter = '', asked] = (PAGES.test(path) && PARAMETERS.find(([name]) => query.has(name))) || [];
  const kind = place ? (PLACES[place] ?? 'post') : asked;
  const id = matching(ID, place ? last : query.get(parameter));
  const handle = place ? named(owner) : matching(NUMBER, query.get('id'));
  if (!id || !kind || (owner && !handle) || query.has('comment_id')) return null;
  const [, within = null] = /(?:^|\/)(?:pcb|gm)\.(\d{5,25})(?:$|\/)/.exec(query.get('set') ?? path) ?? [];
  return { id, handle, kind, within };
}

/** Address of an account: Facebook takes its number as well as its name. */
export const accountUrl = (handle: string): string => `${BASE}${encodeURIComponent(handle)}`;

/** Where the address of each kind has the id. */
const ADDRESSES = { reel: 'reel/', video: 'watch/?v=', photo: 'photo/?fbid=', post: 'permalink.php?story_fbid=' };

/** Address of a post. Facebook leads from the number alone to where it belongs. */
const postUrl = (id: string, handle: string | null, kind: Kind): string =>
  `${kind === 'post' && handle ? `${accountUrl(handle)}/posts/` : BASE + ADDRESSES[kind]}${id}`;

/** A post of which nothing is known but its name. */
export const blank = (id: string, author: string | null, kind: Kind = 'post'): PostReading => ({
  ...{ id, aliases: [], url: postUrl(id, author, kind), author, published: null, format: null, text: '' },
  flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
  metrics: {},
});

const folded = (handle: string | null | undefined) => handle?.toLowerCase().replace(/\./g, '');
/** Whether two names are one account's; Facebook counts neither case nor dots. */
export const same = (one: string | null | undefined, other: string | null | undefined): boolean => !!one && folded(one) === folded(other);

/** The only value of a list in which all are the same; null where it is empty or they differ. */
export function only<T>(values: Iterable<T>): T | null {
  const [first, ...others] = new Set(values);
  return first !== undefined && !others.length ? first : null;
}

/** Names of a post beside its id, each once. */
export const besides = (id: string, names: (string | false | null | undefined)[]): string[] =>
  [...new Set(names.filter((name) => name && name !== id) as string[])].slice(0, 8);

/** What an id in base 64 says that begins with "feed", "comm" or "S:_" ("feedback:123", "comment:123_456"); empty for others. */
export function unpacked(id: string | null | undefined): string {
  try {
    return id && /^(?:ZmVl|Y29t|UzpfS)/.test(id) ? atob(id) : '';
  } catch {
    return '';
  }
}
