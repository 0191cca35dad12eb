import type { MetricName } from '../model/vocabulary';
import type { Network } from './network';
import { xAccount } from './x/account';
import { xResponse, xResponseAccount } from './x/data';
import { xPosts, xRead } from './x/post';
import { xSurface } from './x/surface';

const METRICS: MetricName[] = ['comments', 'shares', 'likes', 'saves', 'views'];

/**
 * X (Twitter). `shares` are reposts as the button counts them, which counts quotes too; until 2023 a post's own page could print both
 * apart, and nothing else. `saves` are bookmarks. Views exist since December 2022. Labels carry every digit; visible text is cut off (346,668 → "346K").
 */
export const x: Network = {
  id: 'x',
  name: 'X',
  hosts: ['*://x.com/*', '*://twitter.com/*', '*://mobile.x.com/*', '*://mobile.twitter.com/*'],
  version: 7,
  display: 'truncates',
  significant: 2,
  sharesCount: 'reposts',
  shows: { profile: METRICS, post: METRICS, feed: METRICS, search: METRICS },
  surface: xSurface,
  account: xAccount,
  posts: xPosts,
  read: xRead,
  response: xResponse,
  responseAccount: xResponseAccount,
};
