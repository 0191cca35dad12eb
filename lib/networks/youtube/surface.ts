import type { Surface } from '../../model/capture';
import { channelLink, isVideoId } from './links';

/** Parts of a channel's page under one name each: YouTube renamed some, and old links keep the old name. */
const TABS: Record<string, string> = { featured: 'home', streams: 'live', community: 'posts' };
/** Pages under /feed/ that list other people's videos. The rest (history, playlists, you …) is private. */
const FEEDS = ['subscriptions', 'trending', 'explore', 'recommended', 'shorts'];
/** Lists that only their owner sees: watch later, liked. */
const PRIVATE_LISTS = ['WL', 'LL', 'LM'];

/** What a YouTube address is; null where there is nothing to capture, or nothing that may be. */
export function surfaceOf(url: URL): Surface | null {
  if (!/^(?:www\.|m\.)?youtube\.com$/.test(url.hostname)) return null;
  const parts = url.pathname.split('/').filter(Boolean);
  const first = (parts[0] ?? '').toLowerCase();
  const second = parts[1] ?? '';
  const feed = (kind: 'feed' | 'search', tab: string): Surface => ({ kind, handle: null, tab });

  if (!first) return feed('feed', 'home');
  if (first === 'feed') return FEEDS.includes(second.toLowerCase()) ? feed('feed', second.toLowerCase()) : null;
  if (first === 'results') return feed('search', 'results');
  if (first === 'hashtag') return second ? feed('search', 'hashtag') : null;
  if (first === 'playlist') {
    const list = url.searchParams.get('list') ?? '';
    return list && !PRIVATE_LISTS.includes(list) ? feed('feed', 'playlist') : null;
  }
  if (first === 'watch' || first === 'shorts' || first === 'live') {
    const postId = first === 'watch' ? (url.searchParams.get('v') ?? '') : second;
    if (!isVideoId(postId)) return null;
    return { kind: 'post', handle: null, postId, tab: first === 'shorts' ? 'shorts' : 'watch' };
  }
  return profile(parts);
}

function profile(parts: string[]): Surface | null {
  const [first = '', second = '', third = ''] = parts;
  const short = first.startsWith('@');
  const handle = channelLink(short ? `/${first}` : `/${first.toLowerCase()}/${second}`);
  if (!handle || handle.length > 100 || /\s/u.test(handle)) return null;
  const tab = (short ? second : third).toLowerCase() || 'home';
  return { kind: 'profile', handle, tab: TABS[tab] ?? tab };
}
