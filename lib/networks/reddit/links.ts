/** A post as its address names it: whose page it stands on, and its id. */
export interface Thread {
  /** "r/name" of a community, or the name of a person who posts on a page of their own; null where the address leaves it out. */
  owner: string | null;
  id: string;
  path: string;
}

export const ORIGIN = /^https?:\/\/(?:[\w-]+\.)*reddit\.com(?=\/)/i;
const OWNER = /^\/(r|u|user)\/([\w-]{1,50})(?=[/?#]|$)/i;
const THREAD = /\/(?:comments|gallery)\/([a-z0-9]{2,12})(?=[/?#]|$)/i;
/** Everything after the post's title in an address is a single comment. */
const TITLED = /^(?:\/\w+\/[\w-]+)?\/comments\/\w+(?:\/[^/?#]*)?/i;

/** The account that an address begins with. A person's own page is a community named "u_name" to Reddit. */
export function ownerIn(path: string): string | null {
  const [, kind = '', name = ''] = OWNER.exec(path) ?? [];
  if (!name) return null;
  if (kind.toLowerCase() !== 'r') return name;
  return /^u_./i.test(name) ? name.slice(2) : `r/${name}`;
}

/** The post that an address names; null when it names none. */
export function threadIn(href: string | null | undefined): Thread | null {
  const path = href?.replace(ORIGIN, '') ?? '';
  const id = path.startsWith('/') ? THREAD.exec(path)?.[1] : undefined;
  return id ? { owner: ownerIn(path), id: id.toLowerCase(), path: TITLED.exec(path)?.[0] ?? `/comments/${id}` } : null;
}

/** The id in a full name ("t3_1abc" is a post, "t1_…" a comment). */
export const postId = (name: string | null | undefined): string | null =>
  /^t3_([a-z0-9]{2,12})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? null;

/** Address of an account's page. */
export const accountUrl = (handle: string | null): string | null =>
  handle && `https://www.reddit.com/${handle.startsWith('r/') ? handle : `user/${handle}`}/`;

/** Whether two names are of the same account. */
export const same = (a: string | null | undefined, b: string | null | undefined): boolean => a?.toLowerCase() === b?.toLowerCase();
