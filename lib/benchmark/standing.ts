import { missing } from './measures';
import { peerFigure } from './peers';
import type { Benchmark, Figure, KpiId } from './result';

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

/**
 * Where a brand stands against its peers (without itself, if it is one). `above` and `below` are said only when the two
 * intervals do not touch; otherwise the figures could be the same, which is `cannot-tell`. Intervals of 95 % that do not touch
 * are a stricter proof than a test at 5 %: some real differences stay unsaid, few are claimed wrongly.
 */
export function compareToStudy(brandId: string, { rows }: Benchmark, kpi: KpiId = 'erFollowers'): Standing {
  const own = rows.find((row) => row.brandId === brandId)?.kpis[kpi] ?? missing('no-posts');
  const peers = peerFigure(
    rows.filter((row) => row.brandId !== brandId),
    kpi,
  );
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
