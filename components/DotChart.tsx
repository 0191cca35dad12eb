import type { ChartConfiguration } from 'chart.js';
import { useCallback, useMemo } from 'preact/hooks';
import type { Distribution } from '../lib/benchmark/distribution';
import { POST_KPIS, type PostKpi } from '../lib/benchmark/post-measures';
import type { BrandRow } from '../lib/benchmark/result';
import { formatCompact, formatPercentTick, plural, t } from '../lib/i18n';
import { Chart } from './Chart';
import { type Bar, barsOf, barsSentence, type Mark } from './chart-data';
import { type DotRow, dotAt, dots, logEnds, type Placed, ROW, spanOf } from './chart-dots';
import { type Look, tickFont } from './chart-look';
import { paper, whiskers } from './chart-plugins';
import { DistributionTable } from './DistributionTable';
import { kpiText } from './kpis';

interface Props {
  rows: BrandRow[];
  marks: Map<string, Mark>;
  kpi: PostKpi;
  distribution: Distribution[];
  onKpi: (kpi: PostKpi) => void;
  /** Opens a post. */
  onPost: (key: string) => void;
  /** Opens the posts behind a brand's figure. */
  onBrand: (brandId: string) => void;
  onPicture: (picture: Promise<Blob>, extension: 'png' | 'svg') => void;
}

/** Each brand's posts as dots, with its typical value and interval; a logarithmic axis, since posts differ by multiples. */
export function DotChart({ rows, marks, kpi, distribution, onKpi, onPost, onBrand, onPicture }: Props) {
  const list = useMemo(() => dotRows(barsOf(kpi, rows, marks), distribution), [kpi, rows, marks, distribution]);
  const config = useCallback((look: Look) => dotConfig(list, kpi, look, onPost), [list, kpi, onPost]);
  const choice = (
    <label class="inline">
      <span class="sr-only">{t('chart_figure')}</span>
      <select value={kpi} onChange={(event) => onKpi(event.currentTarget.value as PostKpi)}>
        {POST_KPIS.map((name) => (
          <option key={name} value={name}>
            {t(`kpi_${name}`)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Chart
      title={t('chart_dots')}
      unit={t(`kpi_${kpi}_unit`)}
      sentence={barsSentence(kpi, list, rows)}
      height={62 + Math.max(1, list.length) * ROW}
      config={config}
      choice={choice}
      onPicture={onPicture}
      table={<DistributionTable kpi={kpi} rows={list} onBrand={onBrand} />}
    />
  );
}

/** Only brands with a typical value, the largest first. */
function dotRows(bars: Bar[], distribution: Distribution[]): DotRow[] {
  const of = new Map(distribution.map((each) => [each.brandId, each]));
  return bars.flatMap((bar) => {
    const posts = of.get(bar.brandId);
    return posts ? [{ ...bar, keys: posts.keys, values: posts.values }] : [];
  });
}

/** Below this width names take more than a third of the chart. */
const NARROW = 480;
const cut = (name: string) => (name.length > 16 ? `${name.slice(0, 15)}…` : name);

/** What Chart.js draws: axes and names; the posts are drawn past its elements, which a hundred thousand of would take it a second. */
export function dotConfig(list: DotRow[], kpi: PostKpi, look: Look, onPost: (key: string) => void): ChartConfiguration {
  let placed: Placed | null = null;
  const span = spanOf(list);
  const ends = logEnds(span);
  // On lines of their own: in a narrow chart one line is pressed until nobody can read it.
  const title = [t('chart_log_axis'), ...(span.zeros ? [plural('n_at_zero', span.zeros)] : [])];
  return {
    type: 'line',
    data: { labels: list.map((row) => row.name), datasets: [{ data: [] }] },
    options: {
      indexAxis: 'y',
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: ['mousemove', 'mouseout', 'click'],
      layout: { padding: { right: 84 } },
      onClick: ({ x, y }) => {
        const dot = placed && x !== null && y !== null && dotAt(placed, x, y);
        if (dot) onPost(dot.key);
      },
      onHover: ({ x, y }, _, { canvas }) => {
        const dot = placed && x !== null && y !== null && dotAt(placed, x, y);
        canvas.style.cursor = dot ? 'pointer' : '';
      },
      scales: {
        x: {
          type: 'logarithmic',
          ...ends,
          title: { display: true, text: title, color: look.muted, font: tickFont(look) },
          border: { display: false },
          grid: { color: look.line },
          ticks: {
            color: look.muted,
            font: tickFont(look),
            autoSkip: true,
            maxRotation: 0,
            callback: (value) => tickText(kpi, Number(value)),
          },
          afterBuildTicks: (scale) => {
            scale.ticks = logTicks(ends).map((value) => ({ value }));
          },
        },
        y: {
          type: 'category',
          grid: { display: false },
          border: { color: look.muted },
          offset: true,
          ticks: {
            color: look.ink,
            autoSkip: false,
            font: tickFont(look),
            callback(_, index) {
              const row = list[index];
              return row ? [this.chart.width < NARROW ? cut(row.name) : row.name, plural('n_posts', row.n)] : '';
            },
          },
        },
      },
    },
    plugins: [
      paper(look),
      dots(list, look, (now) => {
        placed = now;
      }),
      whiskers(list, look, (value) => kpiText(kpi, value, 'estimated')),
    ],
  };
}

const PERCENTS: PostKpi[] = ['erFollowers', 'erViews', 'viewRate'];
const tickText = (kpi: PostKpi, value: number) => (PERCENTS.includes(kpi) ? formatPercentTick(value, value) : formatCompact(value));

/** 1, 2 and 5 of each power of ten, or the powers alone where those would be many. @example logTicks({ min: 1, max: 5 }) // [1, 2, 5] */
export function logTicks({ min, max }: { min: number; max: number }): number[] {
  const decades = Math.log10(max / min);
  const steps = decades > 3 ? [1] : decades > 1.6 ? [1, 3] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.log10(max) + 1; power += 1)
    for (const step of steps) {
      const tick = Number((step * 10 ** power).toPrecision(6));
      if (tick >= min * 0.999 && tick <= max * 1.001) ticks.push(tick);
    }
  return ticks;
}
