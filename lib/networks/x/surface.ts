import type { Surface } from '../../model/capture';

const HOST = /^(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com$/i;
/** X allows 15 characters; some early accounts have up to 20. */
const HANDLE = /^\w{1,20}$/;
const ID = /^\d{1,20}$/;

/** First segments that are mixed feeds; any other one in `NOBODY` is a page that we do not read (private, sign-up, legal). */
const FEEDS = new Set(['', 'home', 'explore']);
const NOBODY = new Set(
  (
    'i messages notifications settings compose login logout signup account tos privacy about jobs download intent share oauth sessions ' +
    'who_to_follow follower_requests bookmarks lists topics communities events moments logged_out search-advanced premium_sign_up ' +
    'verified-choose grok chat help personalization redirect rules widgets statuses'
  ).split(' '),
);
const TABS: Record<string, string> = { with_replies: 'replies', photo: 'posts', header_photo: 'posts' };
/** Pages below a post that show accounts or the owner's figures, and no post. */
const BELOW_POST_NO_POSTS = new Set(['likes', 'retweets', 'reposts', 'analytics']);

const feed = (tab: string): Surface => ({ kind: 'feed', handle: null, tab });
const post = (handle: string | null, postId: string): Surface => ({ kind: 'post', handle, postId });

/** What an X address is; null for pages that hold no posts or are private. */
export function xSurface(url: URL): Surface | null {
  if (!HOST.test(url.hostname)) return null;
  const [first = '', second = '', third = '', fourth = ''] = url.pathname.replace('/@', '/').split('/').filter(Boolean);
  const head = first.toLowerCase();
  const next = second.toLowerCase();
  if (head === 'search' || head === 'hashtag') return { kind: 'search', handle: null };
  if (FEEDS.has(head)) return feed(head || 'home');
  if (head === 'i') return inner(next, third, fourth);
  if (NOBODY.has(head) || !HANDLE.test(first)) return null;

  if (next === 'status' || next === 'statuses' || next === 'article') {
    const below = fourth.toLowerCase();
    if (!ID.test(third) || BELOW_POST_NO_POSTS.has(below)) return null;
    return below === 'quotes' ? feed('quotes') : post(first, third);
  }
  if (next === 'lists') return third ? feed('list') : null;
  return { kind: 'profile', handle: first, tab: next ? (TABS[next] ?? next) : 'posts' };
}

/** Addresses below `/i/`: lists, communities, and posts whose author the address does not name. */
function inner(next: string, third: string, fourth: string): Surface | null {
  if (next === 'status' && ID.test(third)) return post(null, third);
  if (next === 'web' && third.toLowerCase() === 'status' && ID.test(fourth)) return post(null, fourth);
  if ((next === 'lists' || next === 'communities' || next === 'topics') && third) return feed(next);
  return null;
}
