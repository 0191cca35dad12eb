import type { MetricName } from '../model/vocabulary';
import { linkedinAccount } from './linkedin/account';
import { linkedinComments } from './linkedin/comments';
import { postsInData, postsInPage } from './linkedin/data';
import { accountInData } from './linkedin/data-account';
import { postsOf, readPost } from './linkedin/post';
import { surfaceOf } from './linkedin/surface';
import type { Network } from './network';

const METRICS: MetricName[] = ['likes', 'comments', 'shares'];

/**
 * LinkedIn, in its three layouts of today: the classic one, that of 2026, and the pages that visitors without an account see, which
 * print no shares. `likes` are all reactions, `shares` the reposts that the counter under a post names. Zero is never printed. People
 * are "in/name", companies, schools and showcase pages "name": one name may belong to a person and to a company at once.
 * Seen of none of these, and built from what others wrote: a company's page in the classic layout and in that of 2026, a post's page
 * and search results of 2026, buttons that hold the counts themselves (late 2026), any language but English. The classic layout before 2023
 * counted no reposts; until 2019 its counters had other names.
 */
export const linkedin: Network = {
  id: 'linkedin',
  name: 'LinkedIn',
  hosts: ['*://www.linkedin.com/*', '*://*.linkedin.com/*'],
  version: 6,
  display: 'either',
  significant: 1,
  sharesCount: 'reposts-and-quotes',
  shows: { profile: METRICS, post: METRICS, feed: METRICS, search: METRICS },
  surface: surfaceOf,
  account: linkedinAccount,
  posts: postsOf,
  read: readPost,
  comments: linkedinComments,
  embedded: postsInPage,
  response: (body, { now, url }) => postsInData(body, now, 'response', url),
  responseAccount: accountInData,
};
