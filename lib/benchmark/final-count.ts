import type { PostState } from '../model/rollup';
import type { Estimate } from '../stats/greater';
import type { Bounded } from '../stats/typical';
import { type AgeCurves, ageOf, type CurveName, reachedAt } from './age';
import { type Count, countOf, interactionsOf } from './interactions';
import type { Reason } from './result';

/** What a post is held against: its interactions, or its views where the pages show no more than these. */
export type ExpectedBy = 'interactions' | 'views';

/** Counts what posts are held against. */
export const countBy = (post: PostState, by: ExpectedBy): Count | Reason =>
  by === 'views' ? countOf(post, 'views') : interactionsOf(post);

/** Share of its final count that a post had reached when captured, between its youngest and its oldest possible age; 1 where no curve is known. */
export function reached(post: PostState, curves: AgeCurves, name: CurveName): Estimate | Reason {
  const curve = curves[post.network]?.[name];
  if (!curve) return { value: 1, low: 1, high: 1 };
  const age = ageOf(post);
  if (!age) return 'undated';
  const at = (time: number) => reachedAt(time, curve);
  // Below half of the half-life nothing is said: the youngest age of a vague date is not taken to be younger than that.
  return { value: at(age.value), low: at(Math.max(age.low, curve.halfLife / 2)), high: at(age.high) };
}

/** What a post will have got in the end. */
export function finalOf(post: PostState, by: ExpectedBy, curves: AgeCurves, name: CurveName): Bounded | Reason {
  const count = countBy(post, by);
  if (typeof count === 'string') return count;
  const share = reached(post, curves, name);
  if (typeof share === 'string') return share;
  return { value: count.value / share.value, low: count.low / share.high, high: count.high / share.low, half: 0.5 / share.value };
}
