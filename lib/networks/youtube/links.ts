const SITE = '^(?:(?:https?:)?//(?:www\\.|m\\.)?youtube\\.com)?/';
const VIDEO = new RegExp(`${SITE}(?:(shorts/)|live/|watch\\?(?:[^#]*&)?v=)([\\w-]{11})(?![\\w-])`, 'i');
const CHANNEL = new RegExp(`${SITE}(?:@|channel/|c/|user/)([^/?#]{1,120})`, 'i');

export interface VideoLink {
  id: string;
  short: boolean;
}

/** Whether a text is a video's id: always eleven characters, which playlists' ids never are. */
export const isVideoId = (text: string): boolean => /^[\w-]{11}$/.test(text);

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
