import { type AgeCurve, type AgeModel, reachedAt } from './age';

/** What one post had at several ages (ms), the youngest first: its interactions, or its views where there is no more. */
export type Growth = { age: number; count: number }[];

/** A curve fitted to own captures, and how many posts it rests on. */
export interface AgeFit extends AgeModel {
  posts: number;
}

const HOUR = 3_600_000;
/** Fewer posts do not move what is known from elsewhere; where nothing is known they must say it alone. */
const [FEWEST, FEWEST_ALONE] = [5, 20];
/** More say nothing new. */
const MOST = 400;
/** Below this a count moves by chance more than by age. */
const FEWEST_COUNTS = 10;
/** The published half-lives differ by a factor of about two from one source to the next. */
const [DOUBT_OF_HALF_LIFE, DOUBT_OF_STEEPNESS] = [0.8, 0.15];
const USUAL_STEEPNESS = 0.85;
/** A curve that could be anything within this factor is none. */
const WIDEST = 8;
/** Posts differ by this much (of a logarithm) however well a curve fits: without it few posts would seem to know it exactly. */
const LEAST_DOUBT = 0.03;
/** Posts of one account grow alike: so many of them say as much as one would alone (house rule; the simulation in the tests holds with it). */
const ALIKE = 4;
/** Half of the 95 % point of χ² with one degree of freedom: what a likelihood may lose. */
const TOLERATED = 1.92;

/** From three minutes to a bit over a year, 10 % apart. */
const HALF_LIVES = Array.from({ length: 123 }, (_, index) => 0.05 * HOUR * Math.exp(index / 10));
const STEEPNESSES = Array.from({ length: 15 }, (_, index) => 0.4 + index / 12.5);

/**
 * How the posts of a network grow, from posts that were captured several times: the log-logistic curve whose ratios between two ages come
 * nearest to those that were seen, by absolute logarithms, so that single posts which took off later do not bend it. What is known from
 * elsewhere (`prior`) counts as a first guess that the captures move. `flat` and `steep` are the curves at the edges of what the captures
 * leave possible (profile likelihood). Null where they say too little.
 */
export function fitAge(growths: readonly Growth[], prior: AgeModel | null): AgeFit | null {
  const posts = growths
    .map(pairsOf)
    .filter((pairs) => pairs.length > 0)
    .slice(0, MOST);
  if (posts.length < (prior ? FEWEST : FEWEST_ALONE)) return null;
  const curves = HALF_LIVES.flatMap((halfLife) => STEEPNESSES.map((steepness) => ({ halfLife, steepness })));
  const losses = curves.map((curve) => lossOf(posts, curve) + doubtOf(curve, prior));
  const least = losses.reduce((a, b) => Math.min(a, b));
  const possible = curves.filter((_, index) => (losses[index] ?? 0) <= least + TOLERATED);
  const middle = curves[losses.indexOf(least)];
  const halfLives = possible.map(({ halfLife }) => halfLife);
  if (!middle || (!prior && Math.max(...halfLives) / Math.min(...halfLives) > WIDEST)) return null;
  // Young posts are where curves differ in what they make of a count.
  const young = middle.halfLife / 2;
  const ordered = possible.map((curve) => ({ curve, share: reachedAt(young, curve) })).sort((a, b) => a.share - b.share);
  return { middle, flat: ordered.at(-1)?.curve ?? middle, steep: ordered[0]?.curve ?? middle, posts: posts.length };
}

type Pair = { earlier: number; later: number; log: number };

/** What a post had at each age against the last one, as logarithms. */
function pairsOf(growth: Growth): Pair[] {
  const last = growth.at(-1);
  if (!last || last.count < FEWEST_COUNTS) return [];
  return growth.slice(0, -1).flatMap(({ age, count }) => {
    // A count that fell was tidied up by the network, and says nothing of growth.
    if (age <= 0 || age >= last.age || count > last.count) return [];
    return [{ earlier: age, later: last.age, log: Math.log((count + 0.5) / (last.count + 0.5)) }];
  });
}

/** Minus the logarithm of the likelihood where deviations are as in Laplace's distribution, their spread taken as it comes out. */
function lossOf(posts: Pair[][], curve: AgeCurve): number {
  let sum = 0;
  for (const pairs of posts) {
    let own = 0;
    for (const { earlier, later, log } of pairs) own += Math.abs(log - Math.log(reachedAt(earlier, curve) / reachedAt(later, curve)));
    sum += own / pairs.length;
  }
  return (posts.length / ALIKE) * Math.log(sum / posts.length + LEAST_DOUBT);
}

function doubtOf({ halfLife, steepness }: AgeCurve, prior: AgeModel | null): number {
  const off = prior ? Math.log(halfLife / prior.middle.halfLife) / DOUBT_OF_HALF_LIFE : 0;
  const bent = (steepness - USUAL_STEEPNESS) / DOUBT_OF_STEEPNESS;
  return (off ** 2 + bent ** 2) / 2;
}
