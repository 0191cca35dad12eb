import { attr } from '../../reading/dom';

export const ORIGIN = 'https://www.threads.com';

/** What an address leads to: an account, or a post where there is an id. */
export interface Link {
  /** Null for the short addresses of posts, which name nobody. */
  handle: string | null;
  /** Shortcode of a post without the key that links to private posts carry. */
  id: string | null;
  /** What follows the account's or the post's name. */
  rest: string;
}

/** Letters of the key at the end of links to private posts. */
const KEY = 28;

/** Reads an address of Threads, whole or from its path on; null for any other. */
export function linkOf(href: string | null | undefined): Link | null {
  const [, path] = /^(?:https?:\/\/(?:www\.)?threads\.(?:com|net))?(\/(?!\/)[^?#]*)/i.exec(href ?? '') ?? [];
  const [first = '', ...parts] = (path ?? '').replace(/%40/g, '@').split('/').filter(Boolean);
  const handle = /^@([\w.]{1,40})$/.exec(first)?.[1] ?? null;
  const code = handle ? /^post$/i.test(parts[0] ?? '') && parts[1] : /^(?:t|post)$/i.test(first) && parts[0];
  if (code && /^[\w-]{5,60}$/.test(code)) {
    const id = code.length > 30 ? code.slice(0, -KEY) : code;
    return { handle, id, rest: parts.slice(handle ? 2 : 1).join('/') };
  }
  return handle ? { handle, id: null, rest: parts.join('/') } : null;
}

/** What a link element leads to. */
export const linkIn = (element: Element | null | undefined): Link | null => linkOf(attr(element, 'href'));

/** Whether two handles are known and one. */
export const same = (a: string | null, b: string | null): boolean => a !== null && a.toLowerCase() === b?.toLowerCase();
