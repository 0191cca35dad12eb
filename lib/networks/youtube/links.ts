const HOST = /^(?:https?:)?\/\/(?:www\.|m\.)?youtube\.com(?=\/|$)/i;
const CHANNEL = /^\/(?:@|channel\/|c\/|user\/)([^/?#]{1,120})/;

export interface VideoLink {
  id: string;
  short: boolean;
}

/** Path of a link on YouTube itself, with its query; null for other sites. */
function pathOf(href: string | null | undefined): string | null {
  const path = (href ?? '').slice(0, 600).replace(HOST, '');
  return path.startsWith('/') && !path.startsWith('//') ? path : null;
}

/** Whether a text is a video's id: always eleven characters, which playlists' ids never are. */
export const isVideoId = (text: string): boolean => /^[\w-]{11}$/.test(text);

/** The video that a link opens; null when it opens something else. */
export function videoLink(href: string | null | undefined): VideoLink | null {
  const path = pathOf(href);
  const watch = path && /^\/watch\?(?:[^#]*&)?v=([\w-]{11})(?=[&#]|$)/.exec(path)?.[1];
  if (watch) return { id: watch, short: false };
  const page = path && /^\/(shorts|live)\/([\w-]{11})(?=[/?#]|$)/.exec(path);
  return page?.[2] ? { id: page[2], short: page[1] === 'shorts' } : null;
}

/** Handle (without @), channel id or name that a link to a channel carries; null when it is none. */
export function channelLink(href: string | null | undefined): string | null {
  const name = CHANNEL.exec(pathOf(href) ?? '')?.[1];
  if (!name) return null;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The page of a channel, from its handle or its id. */
export const channelUrl = (name: string): string =>
  `https://www.youtube.com/${/^UC[\w-]{22}$/.test(name) ? 'channel/' : '@'}${encodeURIComponent(name)}`;
