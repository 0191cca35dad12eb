import type { ChartConfiguration } from 'chart.js';
import { useCallback, useMemo } from 'preact/hooks';
import type { BrandRow } from '../lib/benchmark/result';
import { formatPercentTick, plural, t } from '../lib/i18n';
import { Chart } from './Chart';
import { axis, type Bar, bars, barsSentence, type Mark } from './chart-data';
import { drawn, type Look, tickFont } from './chart-look';
import { paper, whiskers } from './chart-plugins';
import { RateTable } from './RateTable';

interface Props {
  rows: BrandRow[];
  marks: Map<string, Mark>;
  onPicture: (canvas: HTMLCanvasElement) => void;
}

/** Typical ER by followers of each brand, with its interval; bars from zero. */
export function BarChart({ rows, marks, onPicture }: Props) {
  const list = useMemo(() => bars(rows, marks), [rows, marks]);
  const config = useCallback((look: Look) => barConfig(list, look), [list]);
  if (list.length === 0) return null;
  return (
    <Chart
      title={t('chart_bars')}
      unit={t('kpi_erFollowers_unit')}
      sentence={barsSentence(list, rows)}
      height={56 + list.length * 40}
      config={config}
      onPicture={onPicture}
      table={<RateTable second={t('role')} lines={list.map((bar) => ({ ...bar, brand: bar.name, second: t(`role_${bar.role}`) }))} />}
    />
  );
}

/** Below this width names take more than a third of the chart. */
const NARROW = 480;
const cut = (name: string) => (name.length > 16 ? `${name.slice(0, 15)}…` : name);

/** What Chart.js draws for the bars. */
export function barConfig(list: Bar[], look: Look): ChartConfiguration {
  const looks = list.map((bar) => drawn(bar, look));
  const { end, step } = axis(
    list.map((bar) => bar.value),
    list.map((bar) => bar.high),
  );
  return {
    type: 'bar',
    data: {
      labels: list.map((bar) => bar.name),
      datasets: [
        {
          data: list.map((bar) => bar.value),
          backgroundColor: looks.map((style) => style.fill),
          borderColor: looks.map((style) => style.color),
          borderWidth: 2,
          barThickness: 16,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { right: 76 } },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: end,
          border: { display: false },
          grid: { color: look.line },
          ticks: { color: look.muted, stepSize: step, font: tickFont(look), callback: (value) => formatPercentTick(Number(value), step) },
        },
        y: {
          type: 'category',
          grid: { display: false },
          border: { color: look.muted },
          ticks: {
            color: look.ink,
            autoSkip: false,
            font: tickFont(look),
            callback(_, index) {
              const bar = list[index];
              if (!bar) return '';
              return [this.chart.width < NARROW ? cut(bar.name) : bar.name, plural('n_posts', bar.n)];
            },
          },
        },
      },
    },
    plugins: [paper(look), whiskers(list, look)],
  };
}
