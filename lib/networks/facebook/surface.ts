import type { Surface } from '../../model/capture';
import { addressOf, handleIn, partsOf, postLink } from './links';

const FEEDS = /^(?:home(?:\.php)?|feed|watch|reels|gaming|groups)?$/;
/** Parts of an account's page that hold posts. */
const TABS = /^(?:posts|reels|videos|live)$/;

/** What an address shows: an account's posts, one post, a feed or a search; null for what holds no posts or is private. */
export function surfaceOf(address: URL): Surface | null {
  const url = addressOf(address.href);
  if (!url) return null;
  url.searchParams.delete('comment_id');
  const post = postLink(url.href);
  if (post) return { kind: 'post', handle: post.handle, postId: post.id };
  const [first = '', , third] = partsOf(url);
  // Members, media … of a group.
  if (FEEDS.test(first)) return first === 'groups' && third ? null : { kind: 'feed', handle: null };
  if (first === 'search' || first === 'hashtag') return { kind: 'search', handle: null };
  const handle = handleIn(url, true);
  const tab = handle && tabOf(url, handle);
  return tab && TABS.test(tab) ? { kind: 'profile', handle, tab } : null;
}

/** "posts", "reels", "followers" …; the part that an account's page opens with is its posts. */
export function tabOf(url: URL, handle: string): string {
  const parts = partsOf(url);
  const tab = url.searchParams.get('sk') ?? parts[parts.indexOf(handle) + 1] ?? '';
  return tab.toLowerCase().replace(/_tab$|^profile\.php$/, '') || 'posts';
}
