import { all, attr, matches, text } from '../../reading/dom';

/** What an address of Instagram names: a post, with its author where the address says so, or an account. */
export interface Link {
  /** A post's code without its key: private posts have one of 28 letters behind it. */
  id?: string;
  /** The code as written. */
  code?: string;
  reel?: boolean;
  handle?: string | null;
  /** What follows: a tab of the account, a part of the post ("liked_by", "c"). */
  rest?: string;
}
export interface Linked extends Link {
  element: Element;
}

/** First parts of addresses that are no account. */
const RESERVED =
  /^(?:about|accounts|archive|challenge|create|developer|direct|directory|explore|legal|notifications|p|popular|press|privacy|reels?|stories|tv|web|your_activity)$/i;

export const ORIGIN = 'https://www.instagram.com';

/** Reads an address; empty when it is none of Instagram's or names neither a post nor an account. */
export function linkOf(href: string | null | undefined): Link {
  const [, path] = /^(?:https?:\/\/(?:www\.)?instagram\.com)?(\/(?!\/)[^?#]*)/i.exec(href ?? '') ?? [];
  const parts = (path ?? '').split('/').filter(Boolean);
  const first = parts[0] ?? '';
  const handle = /^[\w.]{1,30}$/.test(first) && !RESERVED.test(first) ? first : null;
  const [kind = '', code = '', ...rest] = handle ? parts.slice(1) : parts;
  if (/^(?:p|reels?|tv)$/i.test(kind) && /^[\w-]{5,60}$/.test(code) && code !== 'audio')
    return { id: code.length > 30 ? code.slice(0, -28) : code, code, reel: /^r/i.test(kind), handle, rest: rest.join('/') };
  return handle ? { handle, rest: parts.slice(1).join('/') } : {};
}

/** The links in an element, itself included, in page order. */
export const linksIn = (root: Element): Linked[] =>
  [...(matches(root, 'a') ? [root] : []), ...all(root, 'a[href]')].map((element) => ({ ...linkOf(attr(element, 'href')), element }));

/** What a link element names. */
export const linkIn = (element: Element | null | undefined): Link => linkOf(attr(element, 'href'));

/** Whether a link leads to an account and shows nothing but its name. */
export const isName = ({ id, rest, handle, element }: Linked): boolean => !!handle && !id && !rest && text(element) === handle;
