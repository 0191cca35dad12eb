import type { Surface } from '../../model/capture';
import { linkOf } from './links';

const HOST = /^(?:www\.)?threads\.(?:com|net)$/i;
/** Tabs of an account that list posts; others (followers, insights) do not. */
const TAB = /^(?:replies|media|reposts)?$/;
/** Pages below a post that still show the post; others list people. */
const OPENED = /^(?:media)?$/;
/** Lists of several accounts' posts. Saved and liked posts, activity, messages and settings are private. */
const FEED = /^(?:|for_you|following|custom_feed)$/;

/** What a Threads address is; null where there is nothing to capture, or nothing that may be. */
export function surfaceOf({ hostname, pathname }: URL): Surface | null {
  if (!HOST.test(hostname)) return null;
  const link = linkOf(pathname);
  const part = (link?.rest ?? '').toLowerCase().split('/')[0] ?? '';
  if (link?.id) return OPENED.test(part) ? { kind: 'post', handle: link.handle, postId: link.id } : null;
  if (link) return TAB.test(part) ? { kind: 'profile', handle: link.handle, tab: part || 'posts' } : null;
  const first = pathname.toLowerCase().split('/')[1] ?? '';
  if (/^(?:search|tag)$/.test(first)) return { kind: 'search', handle: null };
  return FEED.test(first) ? { kind: 'feed', handle: null, tab: first || 'home' } : null;
}
