import { permutationP } from './permutation';

/**
 * Two-sided Mann–Whitney test of two samples, as a permutation test of their ranks (equal values share one), so that it is exact for small
 * samples and for ties (Mann & Whitney 1947, https://doi.org/10.1214/aoms/1177730491). One viral value weighs no more than any largest
 * one. It asks what Cliff's δ answers: whether values of the one tend to be greater.
 */
export function mannWhitneyP(first: readonly number[], second: readonly number[], seed = 1): number {
  const rankOf = midranks([...first, ...second]);
  const ranked = (values: readonly number[]) => values.map((value) => rankOf.get(value) ?? 0);
  return permutationP(ranked(first), ranked(second), seed);
}

/** Rank of each different value; the mean of their ranks for equal ones. */
function midranks(values: number[]): Map<number, number> {
  const sorted = Float64Array.from(values).sort();
  const ranks = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    const value = sorted[from] ?? 0;
    let to = from;
    while (to + 1 < sorted.length && sorted[to + 1] === value) to++;
    ranks.set(value, (from + to) / 2 + 1);
    from = to + 1;
  }
  return ranks;
}
