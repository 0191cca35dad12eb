import type { Figure, KpiId } from '../lib/benchmark/result';
import { formatCompact, formatCount, formatPercent, formatRate } from '../lib/i18n';

/** How each figure is written. The order is the order of columns. */
const FORMATS: Record<KpiId, (value: number) => string> = {
  followers: formatCount,
  postsPerWeek: formatRate,
  erFollowers: formatPercent,
  erViews: formatPercent,
  comments1000: formatRate,
  shares1000: formatRate,
};

/** Figures in the order of columns. */
export const KPI_ORDER = Object.keys(FORMATS) as KpiId[];

/** A value of a figure, without its unit; counts that the network abbreviates are abbreviated here too. */
export function kpiText(kpi: KpiId, value: number, as: Figure['as']): string {
  if (kpi === 'followers' && as !== 'exact') return formatCompact(value);
  return FORMATS[kpi](value);
}

/** Where a figure stands against another; `unclear` where the interval of one holds the other, null where one is missing. */
export type Versus = 'above' | 'below' | 'unclear';
export function versus(figure: Figure, other: Figure): Versus | null {
  if (figure.value === null || other.value === null) return null;
  if (figure.low === null || figure.high === null) return null;
  const low = other.low ?? other.value;
  const high = other.high ?? other.value;
  if (figure.low > high) return 'above';
  if (figure.high < low) return 'below';
  return 'unclear';
}
