import type { Role } from '../model/vocabulary';
import { missing } from './measures';
import { peersMiddle } from './peers';
import type { Benchmark, Figure, KpiId } from './result';

/** One figure of a brand. */
export interface BrandFigure {
  brandId: string;
  role: Role;
  figure: Figure;
}

/** One brand against the other brands of its study. */
export interface Standing {
  own: Figure;
  peers: Figure;
  /** Brands behind `peers`. */
  brands: number;
  /** null: there is nothing to compare. */
  difference: 'above' | 'below' | 'cannot-tell' | null;
  /** Posts behind `own`. */
  posts: number;
}

/** If it would take more posts than this, the two are alike for all that matters. */
const MOST_NEEDED = 400;

/**
 * About how many posts of a brand, in place of those that it has, would part it from its peers, if the difference is as large as it
 * looks and the peers' posts grow in step: intervals shrink with the square root of the posts, and these have to stop touching.
 * Null where nothing needs to be parted, or hundreds would not do.
 */
export function neededToPart({ own, peers, difference, posts }: Standing): number | null {
  if (difference !== 'cannot-tell') return null;
  if (own.value === null || own.low === null || own.high === null || peers.value === null || peers.low === null || peers.high === null) {
    return null;
  }
  const above = own.value > peers.value;
  const facing = above ? own.value - own.low + (peers.high - peers.value) : own.high - own.value + (peers.value - peers.low);
  const needed = Math.ceil(posts * (facing / (own.value - peers.value)) ** 2);
  return needed > posts && needed <= MOST_NEEDED ? needed : null;
}

/**
 * Where a brand stands against its peers (without itself, if it is one). `above` and `below` are said only when the two
 * intervals do not touch; otherwise the figures could be the same, which is `cannot-tell`. Intervals of 95 % that do not touch
 * are a stricter proof than a test at 5 %: some real differences stay unsaid, few are claimed wrongly.
 */
export const compareToStudy = (brandId: string, { rows }: Benchmark, kpi: KpiId = 'erFollowers'): Standing =>
  compareFigures(
    brandId,
    rows.map((row) => ({ brandId: row.brandId, role: row.role, figure: row.kpis[kpi] })),
  );

/** The same from one figure of each brand. */
export function compareFigures(brandId: string, figures: readonly BrandFigure[]): Standing {
  const own = figures.find((each) => each.brandId === brandId)?.figure ?? missing('no-posts');
  const peers = peersMiddle(figures.filter((each) => each.brandId !== brandId));
  return { own, peers, brands: peers.n, difference: differenceOf(own, peers), posts: own.n };
}

/** Which of two figures is larger, as far as their intervals can tell. */
export function differenceOf(a: Figure, b: Figure): Standing['difference'] {
  if (a.value === null || b.value === null) return null;
  if (a.low === null || a.high === null || b.low === null || b.high === null) return 'cannot-tell';
  if (a.low > b.high) return 'above';
  if (a.high < b.low) return 'below';
  return 'cannot-tell';
}
