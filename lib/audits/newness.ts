import type { Facts } from './facts';

const DAY = 86_400_000;
/** Before that there is no rhythm, no audience and no past to judge. */
const YOUNG = 28 * DAY;

/**
 * Whether a brand is known to be new: every one of its accounts has published nothing before the last four weeks. That is known only of an account of which
 * as many posts are captured as it says that it has, all of them dated. No network's page is read for when an account was made; of any other account the age
 * is unknown, and it is taken for an old one.
 */
export function isKnownToBeNew({ accounts, posts, row }: Pick<Facts, 'accounts' | 'posts' | 'row'>, now: number): boolean {
  return row.accounts.every((key) => {
    const own = posts.filter(({ accountKey }) => accountKey === key);
    const most = accounts.find(({ accountKey }) => accountKey === key)?.posts?.high ?? Number.POSITIVE_INFINITY;
    const recent = own.every(({ published }) => published !== null && now - published.low < YOUNG);
    return own.length > 0 && own.length >= most && recent;
  });
}
