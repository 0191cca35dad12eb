import { matches } from '../reading/dom';
import type { Network } from './network';
import { accountOf } from './youtube/account';
import { cardsOf, readCard } from './youtube/cards';
import { embeddedPosts } from './youtube/embedded';
import { localeOf } from './youtube/locale';
import { readMicrodata } from './youtube/markup';
import { surfaceOf } from './youtube/surface';
import { isMain, mainOf, readMain } from './youtube/watch';

/**
 * YouTube: videos, Shorts and streams. Lists print views (rounded, exact in the labels of older layouts) and an age; a video's
 * own page prints exact views and likes, and comments once they have been scrolled to. Shares and saves are shown nowhere.
 * Counts are cut off, not rounded: 1,595,019 views are shown as "1.5M".
 */
export const youtube: Network = {
  id: 'youtube',
  name: 'YouTube',
  hosts: ['*://www.youtube.com/*', '*://m.youtube.com/*', '*://youtube.com/*'],
  version: 1,
  display: 'truncates',
  significant: 2,
  sharesCount: null,
  shows: { profile: ['views'], post: ['views', 'likes'], feed: ['views'], search: ['views'] },
  surface: surfaceOf,
  locale: localeOf,
  account: accountOf,
  posts: (page, at) => [mainOf(page, at) ?? [], cardsOf(page, at)].flat(),
  read: (element, at) => (isMain(element) ? readMain : matches(element, '[itemtype]') ? readMicrodata : readCard)(element, at),
  embedded: embeddedPosts,
};
