import type { AccountRecord } from '../model/rollup';
import type { ReadingKind } from '../model/vocabulary';
import { missing } from './measures';
import type { Figure, Reason } from './result';

const REASONS: Partial<Record<ReadingKind, Reason>> = { hidden: 'hidden', unread: 'unread' };

/**
 * Followers of a brand: its accounts' latest known counts added up, with their bounds. Exact only when every one is.
 * With one account unknown the sum is unknown: a part of it would rank the brand too low.
 */
export function followersOf(accounts: (AccountRecord | undefined)[]): Figure {
  const sum = { value: 0, low: 0, high: 0 };
  let as: Figure['as'] = 'exact';
  for (const account of accounts) {
    const latest = account?.followers.findLast((point) => point.followers.value !== null)?.followers;
    if (!latest || latest.value === null || latest.low === null || latest.high === null) {
      const last = account?.followers.at(-1)?.followers.as;
      return missing((last && REASONS[last]) ?? 'followers-unknown');
    }
    sum.value += latest.value;
    sum.low += latest.low;
    sum.high += latest.high;
    if (latest.as !== 'exact') as = 'rounded';
  }
  if (!accounts.length) return missing('followers-unknown');
  return { ...sum, n: accounts.length, as, reason: null, evidence: [] };
}
