import type { Surface } from '../model/capture';
import type { MetricName } from '../model/vocabulary';
import { accountOf, handleFor } from './bluesky/account';
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
  version: 1,
  display: 'truncates',
  significant: 2,
  shows: { profile: PRINTED, feed: PRINTED, search: PRINTED, post: [...PRINTED, 'quotes', 'saves'] },
  surface: surfaceOf,
  account: accountOf,
  posts: postsOf,
  read: readPost,
  embedded: embeddedPosts,
};

/** Settings, messages, notifications, bookmarks and lists of people are nobody's page of posts. */
function surfaceOf(url: URL, page: Document): Surface | null {
  const path = url.pathname.replace(/\/{2,}/g, '/');
  const nobodys = (kind: 'feed' | 'search', tab?: string): Surface => ({ kind, handle: null, ...(tab && { tab }) });
  if (path === '/') return nobodys('feed');
  if (/^\/(?:search|hashtag|topic)(?:\/|$)/i.test(path)) return nobodys('search');
  const address = addressIn(path);
  if (!address) return null;
  const { who, part, key, list } = address;
  if (!part) return { kind: 'profile', handle: handleFor(who, page) };
  if (part === 'post' && key && !list) return { kind: 'post', handle: handleFor(who, page), postId: key };
  if (list === 'quotes') return nobodys('feed', list);
  if (part === 'search') return nobodys('search');
  return (part === 'feed' || part === 'lists') && key && !list ? nobodys('feed', part) : null;
}
