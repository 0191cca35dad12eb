import type { Surface } from '../model/capture';
import type { MetricName } from '../model/vocabulary';
import { accountOf, handleFor } from './bluesky/account';
import { responseAccount, responsePosts } from './bluesky/data';
import { embeddedPosts } from './bluesky/embedded';
import { postsOf, readPost } from './bluesky/post';
import { addressIn } from './bluesky/scope';
import type { Network } from './network';

const PRINTED: MetricName[] = ['likes', 'comments', 'shares'];

/**
 * Bluesky's web client (bskyweb with social-app), read from saved pages of January and November 2026.
 * `shares` is what its button shows: reposts and quotes together.
 */
export const bluesky: Network = {
  id: 'bluesky',
  name: 'Bluesky',
  hosts: ['*://bsky.app/*', '*://*.bsky.app/*'],
  version: 7,
  display: 'truncates',
  significant: 2,
  sharesCount: 'reposts-and-quotes',
  shows: { profile: PRINTED, feed: PRINTED, search: PRINTED, post: [...PRINTED, 'quotes', 'saves'] },
  // The repost button's label has no number, and nothing at all is printed for zero.
  positional: { profile: ['shares'], feed: ['shares'], search: ['shares'], post: ['shares'] },
  surface: surfaceOf,
  account: accountOf,
  posts: postsOf,
  read: readPost,
  embedded: embeddedPosts,
  response: responsePosts,
  responseAccount,
};

/** Settings, messages, notifications, bookmarks and lists of people are nobody's page of posts. */
function surfaceOf({ pathname }: URL, page: Document): Surface | null {
  const nobodys = (kind: 'feed' | 'search', tab?: string): Surface => ({ kind, handle: null, ...(tab && { tab }) });
  if (pathname === '/') return nobodys('feed');
  if (/^\/(?:search|hashtag|topic)(?:\/|$)/i.test(pathname)) return nobodys('search');
  const address = addressIn(pathname);
  if (!address) return null;
  const { who, part, key, list } = address;
  if (!part) return { kind: 'profile', handle: handleFor(who, page) };
  if (part === 'search') return nobodys('search');
  if (list === 'quotes') return nobodys('feed', list);
  if (!key || list) return null;
  if (part === 'post') return { kind: 'post', handle: handleFor(who, page), postId: key };
  return part === 'feed' || part === 'lists' ? nobodys('feed', part) : null;
}
