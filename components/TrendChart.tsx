import type { ChartConfiguration, Plugin, PointStyle } from 'chart.js';
import { useCallback, useMemo } from 'preact/hooks';
import type { BrandRow, TrendSeries } from '../lib/benchmark/result';
import { formatDay, formatDayShort, formatPercent, formatPercentRange, formatPercentTick, plural, t } from '../lib/i18n';
import { paper } from './BarChart';
import { Chart } from './Chart';
import { axis, type Line, lines, linesSentence, type Mark } from './chart-data';
import { drawn, type Look, spread, tickFont } from './chart-look';

interface Props {
  trend: TrendSeries[];
  rows: BrandRow[];
  marks: Map<string, Mark>;
  onPicture: (canvas: HTMLCanvasElement) => void;
}

const WEEK = 7 * 86_400_000;
const LABEL_WIDTH = 148;

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
        <table>
          <thead>
            <tr>
              <th scope="col">{t('brand')}</th>
              <th scope="col">{t('week_of')}</th>
              <th scope="col" class="numeric">
                {t('kpi_erFollowers')}
              </th>
              <th scope="col" class="numeric">
                {t('interval_name')}
              </th>
              <th scope="col" class="numeric">
                {t('n_name')}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.flatMap((line) =>
              line.points.map((point) => (
                <tr key={`${line.brandId} ${point.x}`}>
                  <th scope="row">{line.name}</th>
                  <td>{formatDay(point.x)}</td>
                  <td class="numeric">{formatPercent(point.y)}</td>
                  <td class="numeric">
                    {point.low === null || point.high === null ? t('reason_too_few_posts') : formatPercentRange(point.low, point.high)}
                  </td>
                  <td class="numeric">{point.n}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
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

/** The interval of each week as a faint line behind its point. */
function intervals(list: Line[], look: Look): Plugin {
  return {
    id: 'intervals',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      if (!x || !y) return;
      ctx.save();
      ctx.globalAlpha = 0.3;
      ctx.lineWidth = 2;
      for (const line of list) {
        ctx.strokeStyle = look.role[line.role];
        for (const { x: week, low, high } of line.points) {
          if (low === null || high === null) continue;
          ctx.beginPath();
          ctx.moveTo(x.getPixelForValue(week), y.getPixelForValue(low));
          ctx.lineTo(x.getPixelForValue(week), Math.max(chartArea.top, y.getPixelForValue(high)));
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}

function shortened(name: string, ctx: CanvasRenderingContext2D, width: number): string {
  let shown = name;
  while (shown.length > 1 && ctx.measureText(shown).width > width) shown = `${shown.replace(/…$/, '').slice(0, -1)}…`;
  return shown;
}

/** Names at the right, level with the last point of their line, moved apart where they would touch. */
function names(list: Line[], look: Look): Plugin {
  return {
    id: 'names',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const y = chart.scales.y;
      if (!y) return;
      const ends = list.map((line) => y.getPixelForValue(line.points.at(-1)?.y ?? 0));
      const placed = spread(ends, 16, chartArea.top + 6, chartArea.bottom - 6);
      ctx.save();
      ctx.textBaseline = 'middle';
      list.forEach((line, index) => {
        const at = placed[index] ?? 0;
        ctx.strokeStyle = look.role[line.role];
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(chartArea.right + 2, ends[index] ?? at);
        ctx.lineTo(chartArea.right + 12, at);
        ctx.stroke();
        ctx.fillStyle = look.ink;
        ctx.font = `${line.role === 'own' ? 600 : 400} 12px ${look.font}`;
        ctx.fillText(shortened(line.name, ctx, LABEL_WIDTH - 18), chartArea.right + 16, at);
      });
      ctx.restore();
    },
  };
}
