import type { MetricName } from '../model/vocabulary';
import { accountOf } from './facebook/account';
import { cardsIn } from './facebook/card';
import { commentsOf } from './facebook/comments';
import { embeddedPosts } from './facebook/embedded';
import { readPost } from './facebook/post';
import { accountIn, postsIn } from './facebook/stories';
import { surfaceOf } from './facebook/surface';
import { isTile, readTile, tilesIn } from './facebook/tiles';
import type { Network } from './network';

const PRINTED: MetricName[] = ['likes', 'comments', 'shares'];
const VIEWS: MetricName[] = ['views'];
const SHARES: MetricName[] = ['shares'];
const lists = (metrics: MetricName[]) => ({ post: metrics, feed: metrics, search: metrics });

/**
 * Facebook: pages, people, groups. Below a post stand its reactions (our `likes`, with the kinds that have a label), comments and shares;
 * nothing is printed for zero, and the numbers may have no word beside them. Counts are cut off: 8,879 is "8,8 K". A post has a number and
 * a name ("pfbid…") that does not tell the number, so that both are kept where a page says both. Dates may be shuffled letters: then only
 * data tells them.
 *
 * Real samples were seen of one profile (French, 2024), home feeds (English, 2025; Portuguese, 2026, its counts in the buttons), a post
 * signed out (English, 2025), an advertisement (2021), the mobile site (2021), and of the data of three pages. None was seen of reels' and
 * videos' tabs, a reel's own page (read from its data alone), group pages, searches, hidden reactions and paid partnerships; of the desktop
 * until 2020 and mbasic only what others say of their structure is known. The views of videos' tabs stand beside their links and are unread.
 */
export const facebook: Network = {
  id: 'facebook',
  name: 'Facebook',
  hosts: ['www.', '', 'web.', 'm.', 'mbasic.'].map((site) => `*://${site}facebook.com/*`),
  version: 8,
  display: 'truncates',
  significant: 2,
  sharesCount: 'reposts',
  shows: lists(PRINTED),
  mayShow: { ...lists(VIEWS), profile: [...PRINTED, ...VIEWS] },
  // Comments and reactions are named by words, ids and pictures; where numbers stand alone nothing names shares, nor the views of reels.
  positional: { ...lists(SHARES), profile: [...SHARES, ...VIEWS] },
  surface: surfaceOf,
  account: accountOf,
  posts: (page, at) => {
    const tiles = tilesIn(page, at);
    return tiles.length ? tiles : cardsIn(page);
  },
  read: (element, at) => (isTile(element) ? readTile : readPost)(element, at),
  embedded: embeddedPosts,
  response: (body, { counts }) => postsIn(body, 'response', counts),
  responseAccount: (body, at) => accountIn(body, at, 'response'),
  comments: commentsOf,
};
