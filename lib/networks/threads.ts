import type { PostReading } from '../model/capture';
import type { MetricName } from '../model/vocabulary';
import type { Network } from './network';
import { accountOf } from './threads/account';
import { accountIn, knownPosts, postsIn } from './threads/data';
import { same } from './threads/links';
import { postsOf, readPost } from './threads/posts';
import { surfaceOf } from './threads/surface';

const PRINTED: MetricName[] = ['likes', 'comments', 'shares'];

/**
 * Threads. Its buttons print likes, replies, reposts and quotes together, and how often a post was sent, which is not ours to count;
 * quotes alone are only in the data that the page was loaded with. Counts are cut off.
 *
 * Real samples were seen of profiles, signed out, in English (December 2025, February 2026), and of data of 2023. None was seen of a post's
 * page, the home feed, a search, other languages, pages when signed in, quoted posts, pinned and promoted posts, hidden likes, the counts in
 * words below the buttons that were printed until 2024 (in words that are known they are read), and views on a post's page (not read).
 */
export const threads: Network = {
  id: 'threads',
  name: 'Threads',
  hosts: ['*://www.threads.com/*', '*://threads.com/*', '*://www.threads.net/*', '*://threads.net/*'],
  version: 5,
  display: 'truncates',
  significant: 2,
  sharesCount: 'reposts-and-quotes',
  shows: { profile: PRINTED, post: PRINTED, feed: PRINTED, search: PRINTED },
  mayShow: { profile: ['quotes'], post: ['quotes'], feed: ['quotes'], search: ['quotes'] },
  // An empty button is a zero: where its number was lost, nothing tells.
  positional: { profile: PRINTED, post: PRINTED, feed: PRINTED, search: PRINTED },
  surface: surfaceOf,
  account: accountOf,
  posts: postsOf,
  read: readPost,
  embedded(page, at) {
    const known = [...knownPosts(page, at).values()];
    const { kind, handle, postId } = at.surface;
    if (known[0] && postsOf(page)[0]) return known;
    if (kind === 'post') return known.some(({ id }) => id === postId) ? known : [];
    const own = known.some(({ author }) => same(author, handle));
    return kind !== 'profile' ? known : own ? known.filter(({ author, flags }) => flags.repost || same(author, handle)) : [];
  },
  response(body, { counts }) {
    const posts = new Map<string, PostReading>();
    for (const post of postsIn(body, 'response', counts)) if (!posts.has(post.id)) posts.set(post.id, post);
    return [...posts.values()];
  },
  responseAccount: (body, at) => accountIn(body, at.surface.handle, 'response', at.url),
};
