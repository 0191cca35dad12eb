import type { MetricName } from '../model/vocabulary';
import { all, matches } from '../reading/dom';
import type { Network } from './network';
import { accountOf } from './youtube/account';
import { CARDS, ownsCard, readCard } from './youtube/cards';
import { commentsOf } from './youtube/comments';
import { ownsText, readCommunity } from './youtube/community';
import { COMMUNITY } from './youtube/elements';
import { embeddedPosts } from './youtube/embedded';
import { localeOf } from './youtube/locale';
import { readMicrodata } from './youtube/markup';
import { postsIn, responseAccount } from './youtube/response';
import { surfaceOf } from './youtube/surface';
import { INFO, mainOf, readMain } from './youtube/watch';

const CARD: MetricName[] = ['views'];
const TEXT: MetricName[] = ['likes', 'comments'];

/**
 * YouTube: videos, Shorts and streams. Lists print views (rounded, exact in the labels of older layouts) and an age; a video's
 * own page prints exact views and likes, and comments once they have been scrolled to. Shares and saves are shown nowhere.
 * Channels' text posts print likes and comments, and nothing at all for none: that is left unread, since it cannot be told from a loss.
 * Counts are cut off, not rounded: 1,595,019 views are shown as "1.5M".
 */
export const youtube: Network = {
  id: 'youtube',
  name: 'YouTube',
  hosts: ['*://www.youtube.com/*', '*://m.youtube.com/*', '*://youtube.com/*'],
  version: 7,
  display: 'truncates',
  significant: 2,
  sharesCount: null,
  shows: { profile: CARD, post: ['views', 'likes'], feed: CARD, search: CARD },
  mayShow: { profile: TEXT, post: ['comments'], feed: TEXT, search: TEXT },
  // Of a card's lines only the age is recognised: the views are what stands before it.
  positional: { profile: CARD, post: CARD, feed: CARD, search: CARD },
  surface: surfaceOf,
  locale: localeOf,
  account: accountOf,
  posts: (page, at) => {
    const listed = all(page, `${CARDS},${COMMUNITY}`);
    return [mainOf(page, at) ?? [], listed.filter((post) => (matches(post, COMMUNITY) ? ownsText : ownsCard)(post, at))].flat();
  },
  read: (post, at) => READERS.find(([selector]) => matches(post, selector))?.[1](post, at) ?? null,
  embedded: embeddedPosts,
  response: (body, at) => postsIn(body, at, 'response'),
  responseAccount,
  comments: commentsOf,
};

const READERS = [
  [INFO, readMain],
  [COMMUNITY, readCommunity],
  [CARDS, readCard],
  ['[itemtype]', readMicrodata],
] as const;
