import type { Benchmark, BrandRow, Figure, KpiId, Reason } from './result';

/** Figures that are counts: brands lie whole powers of ten apart, so their axis is logarithmic. */
const COUNTS: readonly KpiId[] = ['followers', 'interactions'];

/** A brand that has both figures. */
export interface Placed {
  row: BrandRow;
  x: Figure;
  y: Figure;
}

/** A brand that lacks at least one of them, and why. */
export interface Unplaced {
  row: BrandRow;
  missing: { kpi: KpiId; reason: Reason | null }[];
}

/** Where brands stand in two figures at once. */
export interface Positions {
  x: KpiId;
  y: KpiId;
  placed: Placed[];
  unplaced: Unplaced[];
  /** Medians of the peers: the lines that part the map. */
  peers: { x: Figure; y: Figure };
  logarithmic: { x: boolean; y: boolean };
}

/** The positioning map of some rows of a benchmark; a brand without one of the two figures has no place and is named with the reason. */
export function positionsOf(benchmark: Benchmark, rows: readonly BrandRow[], x: KpiId, y: KpiId): Positions {
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  for (const row of rows) {
    const missing = [...new Set([x, y])].filter((kpi) => row.kpis[kpi].value === null);
    if (missing.length) unplaced.push({ row, missing: missing.map((kpi) => ({ kpi, reason: row.kpis[kpi].reason })) });
    else placed.push({ row, x: row.kpis[x], y: row.kpis[y] });
  }
  // A logarithm has no place for zero.
  const logarithmic = (kpi: KpiId, figures: Figure[]) => COUNTS.includes(kpi) && figures.every(({ value }) => value !== null && value > 0);
  return {
    ...{ x, y, placed, unplaced },
    peers: { x: benchmark.peers[x], y: benchmark.peers[y] },
    logarithmic: {
      x: logarithmic(
        x,
        placed.map((each) => each.x),
      ),
      y: logarithmic(
        y,
        placed.map((each) => each.y),
      ),
    },
  };
}
