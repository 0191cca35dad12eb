import type { ChartConfiguration, PointStyle } from 'chart.js';
import { useCallback, useMemo } from 'preact/hooks';
import type { BrandRow, TrendSeries } from '../lib/benchmark/result';
import { formatDay, formatDayShort, formatPercent, formatPercentTick, plural, t } from '../lib/i18n';
import { Chart } from './Chart';
import { axis, type Line, lines, linesSentence, type Mark } from './chart-data';
import { drawn, type Look, tickFont } from './chart-look';
import { intervals, LABEL_WIDTH, names, paper } from './chart-plugins';
import { RateTable } from './RateTable';

interface Props {
  trend: TrendSeries[];
  rows: BrandRow[];
  marks: Map<string, Mark>;
  onPicture: (picture: Promise<Blob>, extension: 'png' | 'svg') => void;
}

const WEEK = 7 * 86_400_000;

/** Weekly typical ER by followers of each brand; names stand at the lines' ends instead of in a legend. */
export function TrendChart({ trend, rows, marks, onPicture }: Props) {
  const list = useMemo(() => lines(trend, rows, marks), [trend, rows, marks]);
  const config = useCallback((look: Look) => trendConfig(list, look), [list]);
  if (list.length === 0) return null;
  return (
    <Chart
      title={t('chart_trend')}
      unit={t('chart_trend_unit')}
      sentence={linesSentence(list)}
      height={280}
      config={config}
      onPicture={onPicture}
      table={
        <RateTable
          second={t('week_of')}
          lines={list.flatMap((line) =>
            line.points.map((point) => ({ ...point, brand: line.name, second: formatDay(point.x), value: point.y })),
          )}
        />
      }
    />
  );
}

/** What Chart.js draws for the lines. A week without posts breaks the line: nothing was measured there. */
export function trendConfig(list: Line[], look: Look): ChartConfiguration {
  const points = list.flatMap((line) => line.points);
  const { end, step } = axis(
    points.map((point) => point.y),
    points.map((point) => point.high),
    1.3,
  );
  return {
    type: 'line',
    data: {
      datasets: list.map((line) => {
        const style = drawn(line, look);
        return {
          data: withGaps(line.points),
          borderColor: style.color,
          backgroundColor: style.fill,
          borderDash: style.dash,
          borderWidth: line.role === 'own' ? 2.5 : 1.5,
          pointStyle: style.point as PointStyle,
          pointBackgroundColor: style.fill,
          pointBorderColor: style.color,
          pointRadius: 4,
          pointHoverRadius: 6,
          pointHoverBackgroundColor: style.fill,
          pointHoverBorderColor: style.color,
          spanGaps: false,
        };
      }),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { right: LABEL_WIDTH, top: 8 } },
      interaction: { mode: 'nearest', intersect: true },
      plugins: {
        tooltip: {
          displayColors: false,
          callbacks: {
            title: (items) => (items[0] ? t('week_from', formatDay(Number(items[0].parsed.x))) : ''),
            label: (item) => {
              const line = list[item.datasetIndex];
              const point = line?.points.find((candidate) => candidate.x === item.parsed.x);
              return line && point ? `${line.name} ${formatPercent(point.y)} · ${plural('n_posts', point.n)}` : '';
            },
          },
        },
      },
      scales: {
        x: {
          type: 'linear',
          min: Math.min(...points.map((point) => point.x)) - WEEK / 4,
          max: Math.max(...points.map((point) => point.x)) + WEEK / 4,
          grid: { display: false },
          border: { color: look.muted },
          afterBuildTicks: (scale) => {
            scale.ticks = weekTicks(points.map((point) => point.x)).map((value) => ({ value }));
          },
          ticks: { color: look.muted, maxRotation: 0, font: tickFont(look), callback: (value) => formatDayShort(Number(value)) },
        },
        y: {
          type: 'linear',
          min: 0,
          max: end,
          border: { display: false },
          grid: { color: look.line },
          ticks: { color: look.muted, stepSize: step, font: tickFont(look), callback: (value) => formatPercentTick(Number(value), step) },
        },
      },
    },
    plugins: [paper(look), intervals(list, look), names(list, look)],
  };
}

/** At most eight weeks to write on the axis, the last one always. */
export function weekTicks(weeks: number[]): number[] {
  const all = [...new Set(weeks)].sort((a, b) => a - b);
  const step = Math.max(1, Math.ceil(all.length / 8));
  return all.filter((_, index) => (all.length - 1 - index) % step === 0);
}

/** Points with a hole for each week that has none. */
export function withGaps(points: Line['points']): { x: number; y: number }[] {
  const out: { x: number; y: number }[] = [];
  for (const { x, y } of points) {
    const before = out.at(-1);
    if (before && x - before.x > WEEK * 1.5) out.push({ x: before.x + WEEK, y: Number.NaN });
    out.push({ x, y });
  }
  return out;
}
