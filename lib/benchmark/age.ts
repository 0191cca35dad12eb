import type { PostState } from '../model/rollup';
import type { NetworkId } from '../model/vocabulary';

const HOUR = 3_600_000;

/**
 * Hours after which a post has half of its final interactions, and the year of the edition that says so: Scott M. Graffius, Lifespan (Half-Life)
 * of Social Media Posts, averages of several sources (2018: https://scottgraffius.com/blog/files/halflife-social-media.html, 2022:
 * https://www.scottgraffius.com/blog/files/social-2022.html). Good enough to begin with, and no more. For the other networks no figure with
 * its source was found: there nothing is made up, and posts are compared as they were captured.
 */
export const HALF_LIVES: Partial<Record<NetworkId, { hours: number; year: number }>> = {
  x: { hours: 24 / 60, year: 2022 },
  facebook: { hours: 50 / 60, year: 2022 },
  instagram: { hours: 19, year: 2018 },
  linkedin: { hours: 24, year: 2018 },
  youtube: { hours: 144, year: 2018 },
  pinterest: { hours: 2555, year: 2018 },
};

/** How steeply posts grow is known less well than how fast: the exponent lies between these, and intervals hold every curve in between. */
export const STEEPNESS = { low: 0.7, middle: 0.85, high: 1 };

/** How the posts of a network grow. */
export interface AgeCurve {
  /** After how many ms a post has half of what it will get. */
  halfLife: number;
  steepness: number;
}

/** The likeliest curve of a network, and the two between which it lies. */
export type AgeModel = Record<CurveName, AgeCurve>;
export type AgeCurves = Partial<Record<NetworkId, AgeModel>>;
export const CURVES = ['middle', 'flat', 'steep'] as const;
export type CurveName = (typeof CURVES)[number];

/** What is known before anything was captured twice: the half-lives above, and how little is known of the steepness. */
export const PRIOR: AgeCurves = Object.fromEntries(
  Object.entries(HALF_LIVES).map(([network, { hours }]): [string, AgeModel] => {
    const curve = (steepness: number) => ({ halfLife: hours * HOUR, steepness });
    return [network, { middle: curve(STEEPNESS.middle), flat: curve(STEEPNESS.low), steep: curve(STEEPNESS.high) }];
  }),
);

/**
 * Share of its final interactions that a post has at an age, 0 to 1: log-logistic, F(t) = (t/h)^k / (1 + (t/h)^k).
 * @param age in ms, as is `halfLife`
 * @example reachedAt(19 * HOUR, { halfLife: 19 * HOUR, steepness: 0.85 }) // 0.5
 */
export function reachedAt(age: number, { halfLife, steepness }: AgeCurve): number {
  if (age <= 0) return 0;
  const grown = (age / halfLife) ** steepness;
  return grown / (1 + grown);
}

/** Age of a post when it was last captured, ms, from the latest to the earliest time that it may have been published; null where it is undated. */
export function ageOf({ published, takenAt }: PostState): { value: number; low: number; high: number } | null {
  return published && { value: takenAt - published.value, low: takenAt - published.high, high: takenAt - published.low };
}

/** Where posts grow for months (Pinterest) a page shows hardly any older ones: the age curve alone must do there. */
const LONGEST_WAIT = 7 * 24 * HOUR;

/**
 * A post captured before half of its half-life, or within its first week where that is shorter: most of what it will get is still to come, so it says
 * little of how it does. Where the half-life or the date is unknown this cannot be said of it.
 */
export function isTooYoung(post: PostState, curves: AgeCurves = PRIOR): boolean {
  const halfLife = curves[post.network]?.middle.halfLife;
  const age = ageOf(post);
  return halfLife !== undefined && age !== null && age.value < Math.min(halfLife / 2, LONGEST_WAIT);
}
