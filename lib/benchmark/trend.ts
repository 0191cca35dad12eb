import type { PostState } from '../model/rollup';
import { type Measure, typicalFigure } from './measures';
import type { TrendPoint } from './result';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** The first Monday of the epoch: 1 January 1970 was a Thursday. */
const FIRST_MONDAY = 4 * DAY;

/** Monday 00:00 UTC of the week that a time lies in. @example weekOf(Date.UTC(2026, 10, 22)) // Monday 16 November 2026 */
export function weekOf(time: number): number {
  return Math.floor((time - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
}

/** Typical value of a measure by week of publication, oldest first. A post whose date is vaguer than a week ("3 months ago") belongs to none. */
export function weekly(posts: PostState[], measure: Measure): TrendPoint[] {
  const weeks = new Map<number, PostState[]>();
  for (const post of posts) {
    if (!post.published || post.published.high - post.published.low > WEEK) continue;
    const week = weekOf(post.published.value);
    const inWeek = weeks.get(week);
    if (inWeek) inWeek.push(post);
    else weeks.set(week, [post]);
  }
  return [...weeks]
    .sort(([a], [b]) => a - b)
    .flatMap(([week, inWeek]) => {
      const { value, low, high, n } = typicalFigure(inWeek, measure);
      return value === null ? [] : [{ week, value, low, high, n }];
    });
}
