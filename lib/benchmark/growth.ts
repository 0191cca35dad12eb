import type { AccountRecord, FollowerPoint } from '../model/rollup';
import { mainReason, missing } from './measures';
import type { Figure, Reason } from './result';

const WEEK = 7 * 86_400_000;

/** What an account's followers grew by each week, and how many there were at first. */
interface Growth {
  value: number;
  low: number;
  high: number;
  followers: number;
  readings: number;
}

/**
 * Weekly growth of a brand's followers, compound: (last / first)^(1 / weeks) − 1, as Fanpage Karma defines it
 * (https://academy.fanpagekarma.com). First and last known count of each account within the period, at least a week apart;
 * accounts are weighted by the followers that they had at first, and one unknown account makes the brand unknown.
 * Rounded counts move in steps: a change that may be no change at all is not measurable, rather than 0.
 */
export function growthWeekly(accounts: (AccountRecord | undefined)[], from: number | null, now: number): Figure {
  const grown: Growth[] = [];
  const reasons: Reason[] = [];
  for (const account of accounts) {
    const growth = growthOf(account, from, now);
    if (typeof growth === 'string') reasons.push(growth);
    else grown.push(growth);
  }
  if (reasons.length || !grown.length) return missing(reasons.length ? mainReason(reasons) : 'followers-unknown');
  const all = grown.reduce((sum, { followers }) => sum + followers, 0);
  const weighted = (of: (growth: Growth) => number) => grown.reduce((sum, growth) => sum + of(growth) * (growth.followers / all), 0);
  const [value, low, high] = [weighted((growth) => growth.value), weighted((growth) => growth.low), weighted((growth) => growth.high)];
  if (low < high && low <= 0 && high >= 0) return missing('below-step');
  const readings = grown.reduce((sum, growth) => sum + growth.readings, 0);
  return { value, low, high, n: readings, as: 'estimated', reason: null, evidence: [] };
}

function growthOf(account: AccountRecord | undefined, from: number | null, now: number): Growth | Reason {
  const inPeriod = ({ takenAt, followers }: FollowerPoint) => followers.value !== null && takenAt >= (from ?? 0) && takenAt <= now;
  const points = account?.followers.filter(inPeriod) ?? [];
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'followers-unknown';
  const weeks = (last.takenAt - first.takenAt) / WEEK;
  if (weeks < 1) return 'short-window';
  const [before, after] = [first.followers, last.followers];
  if (before.value === null || before.low === null || before.high === null || before.low <= 0) return 'followers-unknown';
  if (after.value === null || after.low === null || after.high === null) return 'followers-unknown';
  const weekly = (earlier: number, later: number) => (later / earlier) ** (1 / weeks) - 1;
  return {
    value: weekly(before.value, after.value),
    low: weekly(before.high, after.low),
    high: weekly(before.low, after.high),
    followers: before.value,
    readings: points.length,
  };
}
