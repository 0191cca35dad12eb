import type { Network } from './network';
import { accountOf, responseAccount } from './pinterest/account';
import { commentsOf } from './pinterest/comments';
import { embeddedPosts, responsePosts } from './pinterest/known';
import { COUNTRIES } from './pinterest/links';
import { postsOf, readPost } from './pinterest/posts';
import { surfaceOf } from './pinterest/surface';

/**
 * Pinterest's web pages. A grid of pins prints no counts at all: what is known of its pins comes from the data that the page carries or
 * received. A pin's own page prints its reactions (`likes`, all kinds together) and its comments; saves and how often it was sent on
 * (`shares`) stand in its data alone. Saves and comments are those of the picture wherever it was pinned, as Pinterest shows them
 * ("aggregated"), and not those of the one copy (`repin_count`). A pin saved from somebody else's is a repost, by its creator.
 *
 * Read from saved pages of October and November 2024 (pins of a picture and of a video, a profile's boards; English and Russian, signed
 * out) and a body of December 2024. No real sample was seen of: pages as signed-in people see them, grids of pins, boards, search, ads,
 * comments, pages older than 2024; these follow public notes on the names that Pinterest gives its elements and on its data,
 * of 2025 and 2026 too.
 */
export const pinterest: Network = {
  id: 'pinterest',
  name: 'Pinterest',
  hosts: COUNTRIES.map((country) => `*://*.pinterest.${country}/*`),
  version: 4,
  display: 'either',
  significant: 1,
  sharesCount: 'sends',
  shows: { post: ['likes', 'comments'] },
  mayShow: {
    post: ['saves', 'shares', 'views'],
    profile: ['likes', 'comments', 'saves', 'shares', 'views'],
    feed: ['likes', 'comments', 'saves', 'shares', 'views'],
    search: ['likes', 'comments', 'saves', 'shares', 'views'],
  },
  surface: surfaceOf,
  account: accountOf,
  posts: postsOf,
  read: readPost,
  embedded: embeddedPosts,
  response: responsePosts,
  responseAccount,
  comments: commentsOf,
};
