import type { Surface } from '../../model/capture';
import { channelLink, isVideoId } from './links';

/** Parts of a channel's page under one name each: YouTube renamed some, and old links keep the old name. */
const TABS: Record<string, string> = { featured: 'home', streams: 'live', community: 'posts' };
/** Pages of several channels' videos, most of them under /feed/. What else is there (history, playlists, you …) is private. */
const LISTS: Record<string, 'feed' | 'search'> = {
  home: 'feed',
  subscriptions: 'feed',
  trending: 'feed',
  explore: 'feed',
  recommended: 'feed',
  playlist: 'feed',
  results: 'search',
  hashtag: 'search',
};

/** What a YouTube address is; null where there is nothing to capture, or nothing that may be. */
export function surfaceOf(url: URL): Surface | null {
  if (!/^(?:www\.|m\.)?youtube\.com$/.test(url.hostname)) return null;
  const [first = '', second = '', third = ''] = url.pathname.split('/').filter(Boolean);
  const section = first.toLowerCase();
  if (/^(?:watch|shorts|live)$/.test(section)) {
    const postId = section === 'watch' ? (url.searchParams.get('v') ?? '') : second;
    return isVideoId(postId) ? { kind: 'post', handle: null, postId, tab: section === 'shorts' ? section : 'watch' } : null;
  }
  const list = section === 'feed' ? second.toLowerCase() : section || 'home';
  const kind = LISTS[list];
  if (kind) {
    // Watch later and liked videos are seen by their owner alone.
    const named = list === 'hashtag' ? second : list !== 'playlist' || /^(?!WL$|LL$|LM$)./.test(url.searchParams.get('list') ?? '');
    return named ? { kind, handle: null, tab: list } : null;
  }
  const short = first.startsWith('@');
  const handle = channelLink(short ? `/${first}` : `/${section}/${second}`);
  const tab = (short ? second : third).toLowerCase() || 'home';
  return handle ? { kind: 'profile', handle, tab: TABS[tab] ?? tab } : null;
}
