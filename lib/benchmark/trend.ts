import { median } from 'simple-statistics';
import type { PostState } from '../model/rollup';
import { theilSen } from '../stats/theil-sen';
import { type Measure, mainReason, measureAll, missing, typicalFigure } from './measures';
import type { Figure, Reason, TrendPoint } from './result';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** The first Monday of the epoch: 1 January 1970 was a Thursday. */
const FIRST_MONDAY = 4 * DAY;

/** Monday 00:00 UTC of the week that a time lies in. @example weekOf(Date.UTC(2026, 10, 22)) // Monday 16 November 2026 */
export function weekOf(time: number): number {
  return Math.floor((time - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
}

/** Posts by week of publication, oldest first. A post whose date is vaguer than a week ("3 months ago") belongs to none. */
function byWeek(posts: PostState[]): [week: number, posts: PostState[]][] {
  const weeks = new Map<number, PostState[]>();
  for (const post of posts) {
    if (!post.published || post.published.high - post.published.low > WEEK) continue;
    const week = weekOf(post.published.value);
    const inWeek = weeks.get(week);
    if (inWeek) inWeek.push(post);
    else weeks.set(week, [post]);
  }
  return [...weeks].sort(([a], [b]) => a - b);
}

/** Typical value of a measure by week, oldest first. */
export function weekly(posts: PostState[], measure: Measure): TrendPoint[] {
  return byWeek(posts).flatMap(([week, inWeek]) => {
    const { value, low, high, n } = typicalFigure(inWeek, measure);
    return value === null ? [] : [{ week, value, low, high, n }];
  });
}

/** Fewer weeks make no trend. */
const FEWEST_WEEKS = 8;
/** Two years: pairs of weeks grow with their square. */
const MOST_WEEKS = 104;

/**
 * By which fraction a measure grows each week: Theil–Sen slope of the logarithms of the weekly medians over the latest weeks with posts.
 * `n` is the number of weeks.
 */
export function weeklyChange(posts: PostState[], measure: Measure): Figure {
  const evidence: string[] = [];
  const reasons: Reason[] = [];
  const points = byWeek(posts).flatMap(([week, inWeek]) => {
    const measured = measureAll(inWeek, measure);
    reasons.push(...measured.reasons);
    if (!measured.values.length) return [];
    evidence.push(...measured.evidence);
    const logs = measured.values.map(({ value, half }) => Math.log(value + half));
    return [{ x: week / WEEK, y: median(logs) }];
  });
  if (!points.length) return missing(mainReason(reasons));
  const slope = points.length < FEWEST_WEEKS ? null : theilSen(points.slice(-MOST_WEEKS));
  if (!slope) return missing('few-weeks');
  const change = (log: number) => Math.exp(log) - 1;
  const bounds = { value: change(slope.value), low: change(slope.low), high: change(slope.high) };
  return { ...bounds, n: Math.min(points.length, MOST_WEEKS), as: 'estimated', reason: null, evidence };
}
