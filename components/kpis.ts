import type { Figure, KpiId } from '../lib/benchmark/result';
import { formatCompact, formatCount, formatCountRange, formatPercent, formatPercentRange, formatRate, formatRateRange } from '../lib/i18n';

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

const RANGES: Record<KpiId, (low: number, high: number) => string> = {
  followers: formatCountRange,
  postsPerWeek: formatRateRange,
  erFollowers: formatPercentRange,
  erViews: formatPercentRange,
  comments1000: formatRateRange,
  shares1000: formatRateRange,
};

/** The interval of a figure, its unit said once. */
export function kpiRange(kpi: KpiId, low: number, high: number): string {
  return RANGES[kpi](low, high);
}
