import type { SocialMediaKey } from '../audits/audit';
import type { Axis } from '../audits/report';

/** Side of the square that it is drawn in. */
export const RADAR_SIZE = 320;
const MIDDLE = RADAR_SIZE / 2;
const FULL = 112;
const RING = 122;
const LETTERS = 142;
const GAP = 0.03;

/** One axis as it is drawn: a sector as long as its score, and around it a ring as long as its coverage. */
export interface Sector {
  key: SocialMediaKey;
  letter: string;
  /** The whole sector, behind the score. */
  room: string;
  /** Null where there is no score. */
  score: string | null;
  hatched: boolean;
  ring: string;
  /** Null where nothing is covered. */
  covered: string | null;
  x: number;
  y: number;
}

const WORD = 'SOCIALMEDIA';

/** The eleven axes, clockwise from the top. Lengths are linear: half as long is half the score. */
export function radarSectors(axes: readonly Axis[]): Sector[] {
  const step = (2 * Math.PI) / axes.length;
  return axes.map(({ key, score, coverage, hatched }, i): Sector => {
    const from = i * step - Math.PI / 2 + GAP / 2;
    const to = from + step - GAP;
    const middle = (from + to) / 2;
    return {
      ...{ key, hatched, letter: WORD[i] ?? '' },
      room: slice(FULL, from, to),
      score: score === null ? null : slice(Math.max(2, (FULL * score) / 100), from, to),
      ring: arc(RING, from, to),
      covered: coverage > 0 ? arc(RING, from, from + (to - from) * Math.min(1, coverage)) : null,
      x: round(MIDDLE + LETTERS * Math.cos(middle)),
      y: round(MIDDLE + LETTERS * Math.sin(middle)),
    };
  });
}

/** Radii of the circles at 25, 50 and 75 points. */
export const RADAR_CIRCLES = [25, 50, 75].map((points) => (FULL * points) / 100);

const round = (value: number) => Math.round(value * 100) / 100;
const at = (radius: number, angle: number) => `${round(MIDDLE + radius * Math.cos(angle))} ${round(MIDDLE + radius * Math.sin(angle))}`;
const arc = (radius: number, from: number, to: number) => `M${at(radius, from)}A${radius} ${radius} 0 0 1 ${at(radius, to)}`;
const slice = (radius: number, from: number, to: number) => `M${MIDDLE} ${MIDDLE}L${arc(round(radius), from, to).slice(1)}Z`;
