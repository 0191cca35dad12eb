import type { MetricName } from '../model/vocabulary';
import type { Network } from './network';
import { accountOf, responseAccount } from './tiktok/account';
import { commentsOf } from './tiktok/comments';
import { localeOf, postsIn } from './tiktok/data';
import { embeddedPosts, postsOf, readPost } from './tiktok/post';
import { surfaceOf } from './tiktok/surface';

const PRINTED: MetricName[] = ['likes', 'comments', 'shares', 'saves'];

/**
 * TikTok's web pages. A grid prints views alone; a post's own page and the feed print likes, comments, shares and saves, and the page's
 * data adds the views of the post it was opened with. Counts of 10,000 and more are shortened in the data too, so they are intervals there
 * as well; whether they are cut off or rounded is not known. `shares` counts how often a post was sent on, not reposts.
 *
 * Read from saved pages of October 2022 (profile) and of November and December 2025 (profile, posts one below the other), all in English.
 * No real sample was seen of: other languages, pinned cards, photo posts, search, Explore and tag grids, the reposts tab, the viewer that
 * opens over a grid, and mobile pages; these follow public notes on the names that TikTok gives its elements. Of 2020 and 2021 the data and
 * the action bar of a post's page are known, and no grid: whether its counts were views is not.
 * Ads in the feed have no known mark in the page: its data alone tells them. Comments carry no ids since 2025.
 */
export const tiktok: Network = {
  id: 'tiktok',
  name: 'TikTok',
  hosts: ['*://www.tiktok.com/*', '*://tiktok.com/*', '*://m.tiktok.com/*'],
  version: 4,
  display: 'either',
  significant: 2,
  sharesCount: 'sends',
  shows: { profile: ['views'], post: PRINTED, feed: PRINTED, search: ['views'] },
  surface: surfaceOf,
  locale: localeOf,
  account: accountOf,
  posts: postsOf,
  read: readPost,
  embedded: embeddedPosts,
  response: (body, at) => postsIn(body, at.now, 'response'),
  responseAccount,
  comments: commentsOf,
};
