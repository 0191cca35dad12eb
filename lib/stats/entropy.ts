/**
 * How evenly things are spread over K kinds: Shannon's entropy divided by the largest that K kinds can have, 0 (all of one kind) to 1 (all
 * kinds alike often). −Σ p ln p / ln K. Null below two kinds.
 * @example evenness([2, 2]) // 1
 */
export function evenness(counts: readonly number[]): number | null {
  const used = counts.filter((count) => count > 0);
  const all = used.reduce((sum, count) => sum + count, 0);
  if (used.length < 2) return null;
  return -used.reduce((sum, count) => sum + (count / all) * Math.log(count / all), 0) / Math.log(used.length);
}
