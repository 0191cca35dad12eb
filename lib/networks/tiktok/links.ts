import type { Moment } from '../../model/capture';

const POST = /^(?:https?:\/\/(?:\w+\.)?tiktok\.com)?\/@([\w.]{0,64})\/(video|photo)\/(\d{15,20})(?!\d)/i;
/** TikTok (as Musical.ly) began in August 2014. */
const OLDEST = 1.4e12;
const DAY_MS = 86_400_000;

export interface PostLink {
  id: string;
  author: string | null;
  photo: boolean;
}

/** The post that a link or path opens; null when it opens something else. */
export function postLink(href: string | null): PostLink | null {
  const [, author, kind, id] = POST.exec(href ?? '') ?? [];
  return id ? { id, author: author || null, photo: kind?.toLowerCase() === 'photo' } : null;
}

/** Handle that a link to an account, or to something of an account, carries. */
export const handleIn = (href: string | null): string | null =>
  /^(?:https?:\/\/(?:\w+\.)?tiktok\.com)?\/@([\w.]{1,64})(?![\w.])/i.exec(href ?? '')?.[1] ?? null;

/** Address of a post. */
export const postUrl = (author: string | null, id: string, photo: boolean): string | null =>
  author && `https://www.tiktok.com/@${author}/${photo ? 'photo' : 'video'}/${id}`;

/** Handles are the same in any case. */
export const same = (a: string | null | undefined, b: string | null | undefined): boolean => !!a && a.toLowerCase() === b?.toLowerCase();

/** When a post was made: the upper 32 bits of its id are seconds. Null where that cannot be a time. */
export function idTime(id: string, now: number): Moment | null {
  const ms = Number(BigInt(id) >> 32n) * 1000;
  return ms > OLDEST && ms < now + DAY_MS ? { value: ms, low: ms, high: ms, from: 'id' } : null;
}
