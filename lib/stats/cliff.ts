export type EffectSize = 'negligible' | 'small' | 'medium' | 'large';

/**
 * Cliff's δ of two samples: the chance that a value of the first is greater than one of the second, less the chance that it is smaller.
 * From −1 to 1, 0 where neither is (Cliff 1993, https://doi.org/10.1037/0033-2909.114.3.494). By sorting, so that thousands of posts
 * cost no more than their sort. Null for an empty sample.
 */
export function cliffsDelta(first: readonly number[], second: readonly number[]): number | null {
  if (!first.length || !second.length) return null;
  const others = Float64Array.from(second).sort();
  let [greater, smaller] = [0, 0];
  for (const value of first) {
    greater += placeOf(others, value, false);
    smaller += others.length - placeOf(others, value, true);
  }
  return (greater - smaller) / (first.length * second.length);
}

/** How many of the sorted values are below one, or below and equal to it. */
function placeOf(sorted: Float64Array, value: number, equal: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] ?? Number.NaN;
    if (at < value || (equal && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a δ is called: the thresholds of Romano, Kromrey, Coraggio & Skowronek 2006 ("Appropriate statistics for ordinal level data"). */
export function effectSize(delta: number): EffectSize {
  const size = Math.abs(delta);
  if (size < 0.147) return 'negligible';
  if (size < 0.33) return 'small';
  return size < 0.474 ? 'medium' : 'large';
}
