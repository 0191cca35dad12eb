import { chanceGreater } from '../stats/greater';
import { type BrandRow, type Figure, KPI_IDS, type KpiId, type Rank } from './result';

/** Two figures stand in different ranks only where the one is greater with at least this chance; otherwise they are tied. */
export const SURE_ENOUGH = 0.8;

/**
 * Chance that a figure is truly greater than another; null where that cannot be said, because one of them is missing or stands on too few
 * posts for an interval.
 */
export function chanceAbove(a: Figure, b: Figure): number | null {
  if (a.value === null || a.low === null || a.high === null || b.value === null || b.low === null || b.high === null) return null;
  return chanceGreater({ value: a.value, low: a.low, high: a.high }, { value: b.value, low: b.low, high: b.high });
}

/** Ranks of all brands in every figure, the largest first; a brand whose figure is missing has none. */
export function ranksOf(rows: BrandRow[]): Record<KpiId, Record<string, Rank>> {
  return Object.fromEntries(KPI_IDS.map((kpi) => [kpi, ranksIn(rows, kpi)])) as Record<KpiId, Record<string, Rank>>;
}

/** A rank is a range: from the number of brands that are surely above to the number that are surely below. */
function ranksIn(rows: BrandRow[], kpi: KpiId): Record<string, Rank> {
  const measured = rows.filter((row) => row.kpis[kpi].value !== null);
  const ranks = measured.map((row): [string, Rank] => {
    let [above, below] = [0, 0];
    const tied: string[] = [];
    for (const other of measured) {
      if (other.brandId === row.brandId) continue;
      const chance = chanceAbove(row.kpis[kpi], other.kpis[kpi]);
      if (chance !== null && chance >= SURE_ENOUGH) below++;
      else if (chance !== null && chance <= 1 - SURE_ENOUGH) above++;
      else tied.push(other.brandId);
    }
    return [row.brandId, { best: above + 1, worst: measured.length - below, of: measured.length, tied }];
  });
  return Object.fromEntries(ranks);
}
