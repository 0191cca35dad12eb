import type { MetricName } from '../model/vocabulary';
import { accountOf } from './mastodon/account';
import { knownAccount, postsIn } from './mastodon/data';
import { embeddedPosts } from './mastodon/embedded';
import { readPost } from './mastodon/post';
import { postsOf } from './mastodon/scope';
import { localeOf, surfaceOf } from './mastodon/surface';
import type { Network } from './network';

const PRINTED: MetricName[] = ['likes', 'comments', 'shares'];

/**
 * Mastodon on any server, and what is built on it (glitch-soc, Hometown): today's app, the app since 2.x, and the pages that servers made
 * themselves until 3.5. `shares` is what the button in lists shows: boosts and quotes together, added up where an opened post prints them apart.
 * Versions differ in how they abbreviate (4.6 cuts off, 4.5 rounds), and in what lists count: before 4.0 only replies, then hidden beyond one ("1+").
 *
 * A post's id is that of the server it was read on, "host/number"; its original's is an alias where the page names it.
 *
 * Real samples were seen of 4.2, 4.5 and 4.8, of profiles, opened posts and the home feed; none of static pages, of the interface with several
 * columns, of searches and of forks, which are read by the markup that their source code makes.
 */
export const mastodon: Network = {
  id: 'mastodon',
  name: 'Mastodon',
  hosts: [],
  marks: '#mastodon,#mastodon-status,.public-layout,.activity-stream',
  version: 5,
  display: 'either',
  significant: 2,
  sharesCount: 'reposts-and-quotes',
  shows: { profile: PRINTED, post: ['likes', 'shares'], feed: ['comments'], search: ['comments'] },
  mayShow: { post: ['comments', 'quotes'], feed: ['likes', 'shares'], search: ['likes', 'shares'] },
  surface: surfaceOf,
  locale: localeOf,
  account: accountOf,
  posts: postsOf,
  read: readPost,
  embedded: embeddedPosts,
  response: (body, at) => postsIn(body, at, 'response'),
  responseAccount: (body, at) => knownAccount(body, at, 'response'),
};
