import type { Figure, KpiId } from '../lib/benchmark/result';
import {
  formatCompact,
  formatCount,
  formatCountRange,
  formatPercent,
  formatPercentRange,
  formatPercentTick,
  formatRate,
  formatRateRange,
  plural,
} from '../lib/i18n';

/** How each figure is written. The order is the order of columns. */
const FORMATS: Record<KpiId, (value: number) => string> = {
  followers: formatCount,
  growthWeekly: formatPercent,
  postsPerWeek: formatRate,
  interactions: formatRate,
  erFollowers: formatPercent,
  erTrend: formatPercent,
  erViews: formatPercent,
  likes1000: formatRate,
  comments1000: formatRate,
  shares1000: formatRate,
  viewRate: formatPercent,
  sharePosts: formatPercent,
  shareInteractions: formatPercent,
  activeWeeks: formatPercent,
  longestSilence: formatRate,
  burstiness: formatRate,
};

/** Figures in the order of columns. */
export const KPI_ORDER = Object.keys(FORMATS) as KpiId[];

/** What a table begins with; the others are a click away. */
export const FIRST_COLUMNS: KpiId[] = ['followers', 'postsPerWeek', 'erFollowers', 'erViews', 'comments1000', 'shares1000'];

/** What a figure stands on, where it is not posts. */
export function basisOf(kpi: KpiId, { n }: Figure): { basis?: string } {
  if (kpi === 'followers') return { basis: plural('n_accounts', n) };
  if (kpi === 'erTrend') return { basis: plural('n_weeks', n) };
  return kpi === 'growthWeekly' ? { basis: plural('n_readings', n) } : {};
}

/** A value of a figure, without its unit; counts that the network abbreviates are abbreviated here too. */
export function kpiText(kpi: KpiId, value: number, as: Figure['as']): string {
  if (kpi === 'followers' && as !== 'exact') return formatCompact(value);
  return FORMATS[kpi](value);
}

/** A mark on an axis of a figure, whose marks are `step` apart. */
export function kpiTick(kpi: KpiId, value: number, step: number): string {
  return FORMATS[kpi] === formatPercent ? formatPercentTick(value, step) : formatCompact(value);
}

const RANGES: Record<KpiId, (low: number, high: number) => string> = {
  followers: formatCountRange,
  growthWeekly: formatPercentRange,
  postsPerWeek: formatRateRange,
  interactions: formatRateRange,
  erFollowers: formatPercentRange,
  erTrend: formatPercentRange,
  erViews: formatPercentRange,
  likes1000: formatRateRange,
  comments1000: formatRateRange,
  shares1000: formatRateRange,
  viewRate: formatPercentRange,
  sharePosts: formatPercentRange,
  shareInteractions: formatPercentRange,
  activeWeeks: formatPercentRange,
  longestSilence: formatRateRange,
  burstiness: formatRateRange,
};

/** The interval of a figure, its unit said once. */
export function kpiRange(kpi: KpiId, low: number, high: number): string {
  return RANGES[kpi](low, high);
}
