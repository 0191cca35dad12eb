/**
 * p-values of a family of tests, raised so that the chance of even one false alarm in the whole family stays what it is for one
 * (Holm 1979, https://www.jstor.org/stable/4615733). In the order given.
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(ps.length).fill(1);
  let largest = 0;
  for (const [place, { p, index }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, p * (ps.length - place)));
    adjusted[index] = largest;
  }
  return adjusted;
}
