import type { Surface } from '../../model/capture';
import { channelLink, isVideoId } from './links';

/** Parts of a channel's page under one name each: YouTube renamed some, and old links keep the old name. */
const TABS: Record<string, string> = { featured: 'home', streams: 'live', community: 'posts' };
/** Lists of several channels' videos, most of them under /feed/. What else is there (history, playlists, you …) is private. */
const FEEDS = /^(?:home|subscriptions|trending|explore|recommended|playlist)$/;

/** What a YouTube address is; null where there is nothing to capture, or nothing that may be. */
export function surfaceOf(url: URL): Surface | null {
  if (!/^(?:www\.|m\.)?youtube\.com$/.test(url.hostname)) return null;
  const [first = '', second = '', third = ''] = url.pathname.split('/').filter(Boolean);
  const query = (name: string) => url.searchParams.get(name) ?? '';
  const section = first.toLowerCase();
  if (/^(?:watch|shorts|live)$/.test(section)) {
    const postId = section === 'watch' ? query('v') : second;
    return isVideoId(postId) ? { kind: 'post', handle: null, postId, tab: section === 'shorts' ? section : 'watch' } : null;
  }
  const tab = section === 'feed' ? second.toLowerCase() : section || 'home';
  if (tab === 'results' || (tab === 'hashtag' && second)) return { kind: 'search', handle: null, tab };
  // Watch later and liked videos are seen by their owner alone.
  if (FEEDS.test(tab)) return tab === 'playlist' && /^(?:WL|LL|LM)?$/.test(query('list')) ? null : { kind: 'feed', handle: null, tab };
  const short = first.startsWith('@');
  const handle = channelLink(short ? `/${first}` : `/${section}/${second}`);
  const part = (short ? second : third).toLowerCase() || 'home';
  return handle ? { kind: 'profile', handle, tab: TABS[part] ?? part } : null;
}
