import type { Surface } from '../../model/capture';
import { statusLink } from './tweet';

const HOST = /^(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com$/i;
/** X allows 15 characters; some early accounts have up to 20. */
const HANDLE = /^\w{1,20}$/;
/** First segments of pages that are private or nobody's. */
const NOBODY =
  /^(?:i|messages|notifications|settings|compose|login|logout|signup|account|tos|privacy|about|jobs|download|intent|share|bookmarks|lists|topics|communities|grok|chat|help)$/;
/** Pages below a post that show accounts or the owner's figures, and no post. */
const NO_POSTS = /^(?:likes|retweets|reposts|analytics)$/;
const TABS: Record<string, string> = { '': 'posts', with_replies: 'replies', photo: 'posts' };

const feed = (tab: string): Surface => ({ kind: 'feed', handle: null, tab });

/** What an X address is; null for pages that hold no posts or are private. */
export function xSurface(url: URL): Surface | null {
  if (!HOST.test(url.hostname)) return null;
  const post = statusLink(url.pathname);
  if (post) {
    if (NO_POSTS.test(post.below)) return null;
    return post.below === 'quotes' ? feed('quotes') : { kind: 'post', handle: post.handle, postId: post.id };
  }
  const [handle = '', second = '', third] = url.pathname.replace('/@', '/').split('/').filter(Boolean);
  const head = handle.toLowerCase();
  const tab = second.toLowerCase();
  if (head === 'search' || head === 'hashtag') return { kind: 'search', handle: null };
  if (/^(?:home|explore)?$/.test(head)) return feed(head || 'home');
  if (head === 'i' && third && /^(?:lists|communities|topics)$/.test(tab)) return feed(tab);
  if (NOBODY.test(head) || !HANDLE.test(handle) || /^(?:status|lists$)/.test(tab)) return null;
  return { kind: 'profile', handle, tab: TABS[tab] ?? tab };
}
