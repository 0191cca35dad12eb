import { median } from 'simple-statistics';
import { NORMAL_95 } from './distributions';
import type { Estimate } from './greater';

/**
 * Slope of a trend that single outliers do not bend: the median of the slopes between all pairs of points, with the 95 % interval that
 * inverts the Mann–Kendall test: where it holds 0, no trend can be shown (Sen 1968, https://doi.org/10.1080/01621459.1968.10480934).
 * `x` must be different for every point. Null below three points.
 */
export function theilSen(points: readonly { x: number; y: number }[]): Estimate | null {
  const n = points.length;
  if (n < 3) return null;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let at = 0;
  for (const [i, a] of points.entries()) for (const b of points.slice(i + 1)) slopes[at++] = (b.y - a.y) / (b.x - a.x);
  const sorted = Array.from(slopes.sort());
  const reach = NORMAL_95 * Math.sqrt((n * (n - 1) * (2 * n + 5) - tiesIn(points.map(({ y }) => y))) / 18);
  const low = Math.max(Math.round((sorted.length - reach) / 2) - 1, 0);
  const high = Math.min(Math.round((sorted.length + reach) / 2), sorted.length - 1);
  const value = median(sorted);
  return { value, low: sorted[low] ?? value, high: sorted[high] ?? value };
}

/** What equal values take off the variance of Kendall's statistic. */
function tiesIn(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, k) => sum + k * (k - 1) * (2 * k + 5), 0);
}
