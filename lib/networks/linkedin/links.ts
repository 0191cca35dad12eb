import type { Moment } from '../../model/capture';
import { attr } from '../../reading/dom';

/** A person or an organisation, as its address names it. */
export interface Owner {
  handle: string;
  url: string;
  person: boolean;
}

const OWNER = /^(?:https?:\/\/(?:[\w-]+\.)?linkedin\.com)?\/(in|company|school|showcase)\/([^/?#]{1,200})/i;
const POST = /(?:urn:li:|[-_])(activity|ugcPost|share)[:-](\d{15,20})(?!\d)/i;
const DAY_MS = 86_400_000;
/** No post is older than LinkedIn (2003). */
const OLDEST = 1.05e12;
/** A post has up to three ids, made within one moment; nobody answers a post that fast. */
const SAME_MS = 2000;

/** Whose page an address is. */
export function ownerIn(href: string | null | undefined): Owner | null {
  const [, kind = '', slug = ''] = OWNER.exec(href ?? '') ?? [];
  if (!slug) return null;
  const [part, name] = [kind.toLowerCase(), decoded(slug)];
  return { handle: part === 'in' ? `in/${name}` : name, url: `https://www.linkedin.com/${part}/${slug}/`, person: part === 'in' };
}
export const ownerOf = (link: Element | null | undefined): Owner | null => ownerIn(attr(link, 'href'));

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** Whether two handles are the same. */
export const same = (a: string | null | undefined, b: string | null | undefined): boolean => a?.toLowerCase() === b?.toLowerCase();

/** One name of a post. Activities, shares and ugcPosts number the same post differently. */
export interface Urn {
  kind: string;
  id: string;
}

/**
 * The post that an address, a URN or an attribute names. Comments name the post that they are about. Several people's shares of one post
 * are one entry, an "aggregate" of these shares, whose numbers are the post's and none of theirs.
 */
export function postIn(name: string | null | undefined): Urn | null {
  const urn = name?.replace(/%3a/gi, ':') ?? '';
  const [, kind, id] = (!/li:aggregate/.test(urn) && POST.exec(urn)) || [];
  return kind && id ? { kind: kind.toLowerCase() === 'ugcpost' ? 'ugcPost' : kind.toLowerCase(), id } : null;
}

export const postUrl = ({ kind, id }: Urn): string => `https://www.linkedin.com/feed/update/urn:li:${kind}:${id}/`;

const made = (id: string) => Number(BigInt(id) >> 22n);

/** Whether two ids were made within one moment, as the ids of one post are. */
export const together = (a: string, b: string): boolean => Math.abs(made(a) - made(b)) < SAME_MS;

/** When a post was made: its id carries the time in ms. */
export function publishedOf(id: string, now: number): Moment | null {
  const ms = made(id);
  return ms > OLDEST && ms < now + DAY_MS ? { value: ms, low: ms, high: ms, from: 'id' } : null;
}

/**
 * The post that a comment box is for: base64 of a message whose field 1 holds an activity, field 2 a ugcPost, each a zigzag number
 * ("CgsIgMDU…-replaceableCommentTools…").
 */
export function postInKey(key: string | null | undefined): Urn | null {
  const [, base64 = ''] = /^([\w+/-]{10,24})=*-replaceableCommentTools/.exec(key ?? '') ?? [];
  const bytes = bytesOf(base64);
  const kind = bytes[0] === 0x0a ? 'activity' : bytes[0] === 0x12 ? 'ugcPost' : null;
  if (!kind || bytes[1] !== bytes.length - 2 || bytes[2] !== 8) return null;
  let value = 0n;
  for (const byte of bytes.slice(3).reverse()) value = value * 128n + BigInt(byte & 127);
  return postIn(value % 2n ? null : `urn:li:${kind}:${value / 2n}`);
}

function bytesOf(base64: string): number[] {
  try {
    return Array.from(atob(base64.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
  } catch {
    return [];
  }
}
