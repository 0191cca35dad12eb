import { gammaln } from 'simple-statistics';
import { solve } from './distributions';

const MOST_TERMS = 500;
const ENOUGH = 1e-14;
/** Stands for zero where a continued fraction divides by it. */
const TINY = 1e-300;

/** P(X ≤ x) for a beta distribution: the continued fraction of the incomplete beta function (DLMF 8.17.22, https://dlmf.nist.gov/8.17.E22). */
export function betaUpTo(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges fast on this side of the middle only.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaUpTo(1 - x, b, a);
  const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  // Lentz's way of working out a continued fraction from the front.
  let [c, d] = [1, 1 / (1 - ((a + b) * x) / (a + 1) || TINY)];
  let sum = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    for (const step of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / (1 + step * d || TINY);
      c = 1 + step / c || TINY;
      sum *= c * d;
    }
    if (Math.abs(c * d - 1) < ENOUGH) break;
  }
  return Math.min(1, front * sum);
}

/** The x below which a beta variable lies with probability p. @example betaQuantile(0.5, 2, 2) // 0.5 */
export function betaQuantile(p: number, a: number, b: number): number {
  return solve((x) => betaUpTo(x, a, b) - p, 0, 1);
}
