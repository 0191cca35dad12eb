import type { AccountRecord, PostState } from '../model/rollup';
import { erFollowers, erViews, interactionCount, type Measure, per1000, viewRate } from './measures';

/** Figures of a brand that are the typical value of something measured on each of its posts. */
export const POST_KPIS = ['interactions', 'erFollowers', 'erViews', 'likes1000', 'comments1000', 'shares1000', 'viewRate'] as const;
export type PostKpi = (typeof POST_KPIS)[number];

/** What such a figure measures on a post. `account` gives the account that published it. */
export function measureOf(kpi: PostKpi, account: (post: PostState) => AccountRecord | undefined): Measure {
  switch (kpi) {
    case 'interactions':
      return interactionCount;
    case 'erFollowers':
      return (post) => erFollowers(post, account(post));
    case 'erViews':
      return (post) => erViews(post);
    case 'viewRate':
      return (post) => viewRate(post, account(post));
    case 'likes1000':
      return (post) => per1000(post, 'likes', account(post));
    case 'comments1000':
      return (post) => per1000(post, 'comments', account(post));
    case 'shares1000':
      return (post) => per1000(post, 'shares', account(post));
  }
}
