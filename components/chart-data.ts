import type { PostKpi } from '../lib/benchmark/post-measures';
import type { BrandRow, TrendSeries } from '../lib/benchmark/result';
import { formatDayShort, formatList, formatPercent, t } from '../lib/i18n';
import type { Role } from '../lib/model/vocabulary';
import { kpiText } from './kpis';

/** What a chart draws for a brand. `nth` counts the brands of the same role before it: colour says the role, shade and dashes the brand. */
export interface Mark {
  brandId: string;
  name: string;
  role: Role;
  nth: number;
}
export interface Bar extends Mark {
  value: number;
  low: number | null;
  high: number | null;
  n: number;
}
export interface Line extends Mark {
  points: { x: number; y: number; low: number | null; high: number | null; n: number }[];
}

/** A mark for each brand, the same whatever is filtered or sorted. */
export function marks(rows: readonly BrandRow[]): Map<string, Mark> {
  const seen: Partial<Record<Role, number>> = {};
  const all = new Map<string, Mark>();
  for (const { brandId, name, role } of rows) {
    const nth = seen[role] ?? 0;
    seen[role] = nth + 1;
    all.set(brandId, { brandId, name, role, nth });
  }
  return all;
}

/** Typical values of a figure, the largest first. Brands without one are named in the sentence. */
export function barsOf(kpi: PostKpi, rows: readonly BrandRow[], all: Map<string, Mark>): Bar[] {
  return rows
    .flatMap((row) => {
      const mark = all.get(row.brandId);
      const { value, low, high, n } = row.kpis[kpi];
      return mark && value !== null ? [{ ...mark, value, low, high, n }] : [];
    })
    .sort((a, b) => b.value - a.value);
}

/** Lines of weekly typical ER, only for brands that are shown and have a point. */
export function lines(trend: readonly TrendSeries[], rows: readonly BrandRow[], all: Map<string, Mark>): Line[] {
  const shown = new Set(rows.map((row) => row.brandId));
  return trend.flatMap((series) => {
    const mark = all.get(series.brandId);
    if (!mark || !shown.has(series.brandId) || series.points.length === 0) return [];
    const points = series.points.map(({ week, value, low, high, n }) => ({ x: week, y: value, low, high, n }));
    return [{ ...mark, points: points.sort((a, b) => a.x - b.x) }];
  });
}

/** Steps that people count in. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * An axis from zero: everything fits, its steps are round, and an interval that goes far beyond the values does not flatten them
 * (it leaves the chart with an arrow).
 */
export function axis(values: number[], highs: (number | null)[], farthest = 3): { end: number; step: number } {
  const largest = Math.max(0, ...values);
  const reach = Math.min(Math.max(largest, ...highs.map((high) => high ?? 0)), largest * farthest) || 0.01;
  const rough = reach / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = unit * (STEPS.find((candidate) => candidate * unit >= rough * 0.999) ?? 10);
  return { end: step * Math.ceil(reach / step), step };
}

/** The typical values in one sentence. */
export function barsSentence(kpi: PostKpi, list: readonly Bar[], rows: readonly BrandRow[]): string {
  const figure = t(`kpi_${kpi}`);
  const parts = list.map((bar) => t('chart_bar', bar.name, kpiText(kpi, bar.value, 'estimated'), bar.n));
  const sentence = list.length ? t('chart_dots_sentence', figure, formatList(parts)) : t('chart_dots_empty', figure);
  const without = rows.filter((row) => row.kpis[kpi].value === null).map((row) => row.name);
  return without.length > 0 && list.length > 0 ? `${sentence} ${t('chart_without', formatList(without))}` : sentence;
}

/** The trend chart in one sentence: where each line starts and ends. */
export function linesSentence(list: readonly Line[]): string {
  if (list.length === 0) return t('chart_trend_empty');
  const parts = list.flatMap((line) => {
    const first = line.points[0];
    const last = line.points.at(-1);
    if (!first || !last) return [];
    const from = `${formatPercent(first.y)} (${formatDayShort(first.x)})`;
    return [t('chart_line', line.name, from, `${formatPercent(last.y)} (${formatDayShort(last.x)})`)];
  });
  return t('chart_trend_sentence', formatList(parts));
}
