import type { MetricName } from '../model/vocabulary';
import type { Network } from './network';
import { redditAccount } from './reddit/account';
import { redditComments } from './reddit/comments';
import { accountInData, postsInData, postsInPage } from './reddit/data';
import { postsOf, readPost } from './reddit/post';
import { surfaceOf } from './reddit/surface';

const METRICS: MetricName[] = ['likes', 'comments'];

/**
 * Reddit: the layout of today (custom elements with exact attributes), the old one (old.reddit.com, `.thing`), and that of 2018–2024.
 * `likes` are the score, up-votes less down-votes, which Reddit blurs a little; it is never below zero here, and what is lower is unread.
 * Accounts are people ("name") and communities ("r/name"); on a community's own page its posts are its own, whoever wrote them, and
 * everywhere else a post belongs to its writer. A cross-post counts for itself; the post that it shows does not.
 * Seen of real pages: one post's page of today (signed in, English, a cross-post). Built from what others wrote: lists, people's and
 * communities' pages, search results, advertisements, the old layout, that of 2018–2024, hidden scores, any language but English.
 */
export const reddit: Network = {
  id: 'reddit',
  name: 'Reddit',
  hosts: ['*://www.reddit.com/*', '*://old.reddit.com/*', '*://*.reddit.com/*'],
  version: 5,
  display: 'either',
  significant: 1,
  sharesCount: null,
  shows: { profile: METRICS, post: METRICS, feed: METRICS, search: METRICS },
  // A search result's row of counts is votes, then comments, in every language.
  positional: { search: METRICS },
  surface: surfaceOf,
  account: redditAccount,
  posts: postsOf,
  read: readPost,
  comments: redditComments,
  embedded: postsInPage,
  response: (body, at) => postsInData(body, at),
  responseAccount: accountInData,
};
