import type { Surface } from '../../model/capture';
import { channelLink, postLink, videoLink } from './links';

/** Parts of a channel's page under one name each: YouTube renamed some, and old links keep the old name. */
const TABS: Record<string, string> = { featured: 'home', streams: 'live', community: 'posts' };
/** Lists of several channels' videos, most of them under /feed/. What else is there (history, playlists, you …) is private. */
const FEEDS = /^(?:home|subscriptions|trending|playlist)$/;

/** What a YouTube address is; null where there is nothing to capture, or nothing that may be. */
export function surfaceOf({ href, pathname, searchParams }: URL): Surface | null {
  const [first = '', second = '', third = ''] = pathname.toLowerCase().split('/').filter(Boolean);
  const video = videoLink(href);
  const postId = video?.id ?? postLink(href);
  if (postId) return { kind: 'post', handle: null, postId, tab: !video ? 'post' : video.short ? 'shorts' : 'watch' };
  const handle = channelLink(href);
  if (handle) {
    const part = (first.startsWith('@') ? second : third) || 'home';
    return { kind: 'profile', handle, tab: TABS[part] ?? part };
  }
  const tab = first === 'feed' ? second : first || 'home';
  // Watch later and liked videos are seen by their owner alone.
  const own = tab === 'playlist' && /^(?:WL|LL|LM)?$/.test(searchParams.get('list') ?? '');
  const search = tab === 'results' || (tab === 'hashtag' && second);
  const kind = search ? 'search' : FEEDS.test(tab) && !own ? 'feed' : null;
  return kind && { kind, handle, tab };
}
