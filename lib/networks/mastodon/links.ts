import { attr } from '../../reading/dom';

/** What an address of a Mastodon server names: an account, a part of its page, or one post. */
export interface Address {
  host: string;
  user: string;
  /** The account's own server; null where it is the server of the address. */
  domain: string | null;
  id: string | null;
  /** What follows, in lower case: "media", "reblogs", …; empty for none. */
  part: string;
}

const ACCOUNT = /^(?:\/(?:web|deck))?\/(?:@([\w.-]{1,100})(?:@([\w.:-]{1,200}))?|users\/([\w.-]{1,100}))(?:\/(.*))?$/;
/** Posts without their account: the app until 3.5, and the dialogs that static pages link to. */
const BARE = /^\/(?:web\/statuses|interact|authorize_interaction)\/(\d{1,20})(?:\/|$)/;
const ID = /^\d{1,20}$/;

/** The path of an address as a person would write it; empty where it makes no sense. */
export function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname).replace(/(?<!\/)\/+$/, '');
  } catch {
    return '';
  }
}

/** @example addressIn('/@lune@a.example/123/reblogs', page) // { host, user: 'lune', domain: 'a.example', id: '123', part: 'reblogs' } */
export function addressIn(href: string | null, page: URL): Address | null {
  if (!href || href.length > 1000 || !URL.canParse(href, page.href)) return null;
  const url = new URL(href, page.href);
  if (!/^https?:$/.test(url.protocol)) return null;
  const path = pathOf(url);
  const bare = BARE.exec(path)?.[1];
  if (bare) return { host: url.host, user: '', domain: null, id: bare, part: url.searchParams.get('type') ?? '' };
  const [, user, domain, named, rest = ''] = ACCOUNT.exec(path) ?? [];
  const name = user ?? named;
  if (!name) return null;
  const parts = rest.toLowerCase().split('/').filter(Boolean);
  if (parts[0] === 'statuses') parts.shift();
  const id = ID.test(parts[0] ?? '') ? (parts.shift() ?? null) : null;
  return { host: url.host, user: name, domain: domain ?? null, id, part: parts.join('/') };
}

/** The topic whose posts an address lists, as the address writes it. */
export const topicIn = (url: URL): string | null =>
  /^(?:\/(?:web|deck))?\/(?:tags|timelines\/tag)\/([^/]+)$/.exec(pathOf(url))?.[1] ?? null;

export const addressOf = (link: Element | null | undefined, page: URL): Address | null => addressIn(attr(link, 'href'), page);

/** Handle with its server ("lune@a.example"), the same wherever the account is read. `domain` is the name of the page's server. */
export function handleOf({ host, user, domain }: Address, page: URL, local: string): string | null {
  if (!user) return null;
  return `${user}@${(domain ?? (host === page.host ? local : host)).toLowerCase()}`;
}

/** "@lune" and "@lune@a.example", as names are written beside a post. */
export function handleIn(words: string, local: string): string | null {
  const [, user, domain] = /^@([\w.-]{1,100})(?:@([\w.:-]{1,200}))?$/.exec(words.trim()) ?? [];
  return user ? `${user}@${(domain ?? local).toLowerCase()}` : null;
}

export const same = (a: string | null, b: string | null): boolean => a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
