import type { PageContext } from '../network';

const SITE = '^(?:(?:https?:)?//(?:www\\.|m\\.)?youtube\\.com)?/';
const VIDEO = new RegExp(`${SITE}(?:(shorts/)|live/|watch\\?(?:[^#]*&)?v=)([\\w-]{11})(?![\\w-])`, 'i');
const OWNER = '(?:@|channel/|c/|user/)([^/?#]{1,120})';
const CHANNEL = new RegExp(SITE + OWNER, 'i');
const POST = new RegExp(`${SITE}(?:post/|${OWNER}/(?:community|posts)\\?(?:[^#]*&)?lb=)(Ug[\\w-]{8,60})(?![\\w-])`, 'i');

export interface VideoLink {
  id: string;
  short: boolean;
}

/** Whether a text is a video's id: always eleven characters, which playlists' ids never are. */
export const isVideoId = (text: string): boolean => /^[\w-]{11}$/.test(text);

/** The video of an id that a page is about: Shorts have pages of their own, on which nothing else is played. */
export const linkOf = (id: string, { surface }: PageContext): VideoLink => ({ id, short: surface.tab === 'shorts' });

/** The video that a page is about; undefined for a page of another kind. */
export const videoOf = ({ surface: { postId, tab } }: PageContext): string | undefined => (tab === 'post' ? undefined : postId);

/** The video that a link opens; null when it opens something else. */
export function videoLink(href: string | null): VideoLink | null {
  const [, short, id] = VIDEO.exec(href ?? '') ?? [];
  return id ? { id, short: !!short } : null;
}

/** Handle (without @), channel id or name that a link to a channel carries; null when it is none. */
export function channelLink(href: string | null | undefined): string | null {
  const name = CHANNEL.exec(href ?? '')?.[1];
  if (!name) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The text post that a link opens; null when it opens something else. */
export const postLink = (href: string | null): string | null => POST.exec(href ?? '')?.[2] ?? null;
