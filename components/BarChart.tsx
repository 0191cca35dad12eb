import type { ChartConfiguration, Plugin } from 'chart.js';
import { useCallback, useMemo } from 'preact/hooks';
import type { BrandRow } from '../lib/benchmark/result';
import { formatPercent, formatPercentRange, formatPercentTick, plural, t } from '../lib/i18n';
import { Chart } from './Chart';
import { axis, type Bar, bars, barsSentence, type Mark } from './chart-data';
import { drawn, type Look, tickFont } from './chart-look';

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
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">{t('brand')}</th>
              <th scope="col">{t('role')}</th>
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
            {list.map((bar) => (
              <tr key={bar.brandId}>
                <th scope="row">{bar.name}</th>
                <td>{t(`role_${bar.role}`)}</td>
                <td class="numeric">{formatPercent(bar.value)}</td>
                <td class="numeric">
                  {bar.low === null || bar.high === null ? t('reason_too_few_posts') : formatPercentRange(bar.low, bar.high)}
                </td>
                <td class="numeric">{bar.n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
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

/** A background, so that the picture is readable wherever it is pasted. */
export function paper(look: Look): Plugin {
  return {
    id: 'paper',
    beforeDraw({ ctx, width, height }) {
      ctx.save();
      ctx.fillStyle = look.paper;
      ctx.fillRect(0, 0, width, height);
      ctx.restore();
    },
  };
}

/** Intervals as thin lines with ends (an arrow where one leaves the chart), and the value at the right. */
function whiskers(list: Bar[], look: Look): Plugin {
  return {
    id: 'whiskers',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const x = chart.scales.x;
      if (!x) return;
      ctx.save();
      ctx.font = `600 12px ${look.font}`;
      ctx.textBaseline = 'middle';
      chart.getDatasetMeta(0).data.forEach((element, index) => {
        const bar = list[index];
        if (!bar) return;
        const y = element.y;
        ctx.fillStyle = look.ink;
        ctx.fillText(formatPercent(bar.value), chartArea.right + 10, y);
        if (bar.low === null || bar.high === null) return;
        const from = x.getPixelForValue(bar.low);
        const to = Math.min(x.getPixelForValue(bar.high), chartArea.right);
        const leaves = x.getPixelForValue(bar.high) > chartArea.right;
        ctx.beginPath();
        ctx.moveTo(from, y);
        ctx.lineTo(to, y);
        ctx.moveTo(from, y - 5);
        ctx.lineTo(from, y + 5);
        if (leaves) {
          ctx.moveTo(to - 5, y - 5);
          ctx.lineTo(to, y);
          ctx.lineTo(to - 5, y + 5);
        } else {
          ctx.moveTo(to, y - 5);
          ctx.lineTo(to, y + 5);
        }
        // A halo keeps the line visible on a bar of any colour.
        ctx.strokeStyle = look.paper;
        ctx.lineWidth = 4;
        ctx.stroke();
        ctx.strokeStyle = look.ink;
        ctx.lineWidth = 1.5;
        ctx.stroke();
      });
      ctx.restore();
    },
  };
}
