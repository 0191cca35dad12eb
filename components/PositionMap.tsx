import type { ChartConfiguration, PointStyle } from 'chart.js';
import { useCallback, useMemo } from 'preact/hooks';
import type { Positions } from '../lib/benchmark/positions';
import type { Benchmark, BrandRow, KpiId } from '../lib/benchmark/result';
import { formatList, t } from '../lib/i18n';
import { Chart } from './Chart';
import { type Mark, marks } from './chart-data';
import { drawn, type Look, tickFont } from './chart-look';
import { paper } from './chart-plugins';
import { kpiText, kpiTick } from './kpis';
import { PositionTable } from './PositionTable';
import { crosses, labels, medians, type Spot } from './position-plugins';
import { positionScale } from './position-scale';

export interface PositionMapProps {
  benchmark: Benchmark;
  positions: Positions;
  onEvidence: (row: BrandRow, kpi: KpiId) => void;
  onPicture: (picture: Promise<Blob>, extension: 'png' | 'svg') => void;
}

/** Brands as points of two figures, with both intervals, between the medians of the peers. */
export function PositionMap({ benchmark, positions, onEvidence, onPicture }: PositionMapProps) {
  const all = useMemo(() => marks(benchmark.rows), [benchmark]);
  const spots = useMemo(() => spotsOf(positions, all), [positions, all]);
  const config = useCallback((look: Look) => mapConfig(positions, spots, look), [positions, spots]);
  const { x, y } = positions;
  return (
    <Chart
      title={t('map_title', t(`kpi_${x}`), t(`kpi_${y}`))}
      unit={t('map_unit')}
      sentence={mapSentence(positions)}
      height={460}
      config={config}
      onPicture={onPicture}
      tableOpen
      table={<PositionTable positions={positions} onEvidence={onEvidence} />}
    />
  );
}

const spotsOf = ({ placed }: Positions, all: Map<string, Mark>): Spot[] =>
  placed
    .flatMap(({ row, x, y }) => {
      const mark = all.get(row.brandId);
      return mark ? [{ ...mark, x, y }] : [];
    })
    // One's own name takes its place first.
    .sort((a, b) => Number(b.role === 'own') - Number(a.role === 'own'));

/** The map in one sentence, for those who do not see it. */
export function mapSentence({ x, y, placed }: Positions): string {
  const parts = placed.map(({ row, x: one, y: other }) =>
    t('map_point', row.name, kpiText(x, one.value ?? 0, one.as), kpiText(y, other.value ?? 0, other.as)),
  );
  return t('map_sentence', t(`kpi_${x}`), t(`kpi_${y}`), formatList(parts));
}

/** What Chart.js draws for the map. */
export function mapConfig({ x, y, peers, logarithmic }: Positions, spots: readonly Spot[], look: Look): ChartConfiguration {
  const looks = spots.map((spot) => drawn(spot, look));
  const axisOf = (kpi: KpiId, side: 'x' | 'y') => {
    const scale = positionScale([...spots.map((spot) => spot[side]), peers[side]], logarithmic[side]);
    const title = t(logarithmic[side] ? 'axis_logarithmic' : 'axis_title', t(`kpi_${kpi}`), t(`kpi_${kpi}_unit`));
    return {
      type: logarithmic[side] ? 'logarithmic' : 'linear',
      min: scale.min,
      max: scale.max,
      border: { color: look.muted },
      grid: { color: look.line },
      title: { display: true, text: title, color: look.muted, font: tickFont(look) },
      afterBuildTicks: (built: { ticks: { value: number }[] }) => {
        built.ticks = scale.ticks.map((value) => ({ value }));
      },
      ticks: {
        ...{ color: look.muted, font: tickFont(look), maxRotation: 0, autoSkip: true },
        callback: (value: number | string) => kpiTick(kpi, Number(value), scale.step),
      },
    } as const;
  };
  const median = (side: 'x' | 'y', kpi: KpiId) => t('map_median', kpiText(kpi, peers[side].value ?? 0, peers[side].as));
  const words = { x: median('x', x), y: median('y', y) };
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: spots.map((spot) => ({ x: spot.x.value ?? 0, y: spot.y.value ?? 0 })),
          pointStyle: looks.map(({ point }) => point as PointStyle),
          pointBackgroundColor: looks.map(({ fill }) => fill),
          pointBorderColor: looks.map(({ color }) => color),
          pointBorderWidth: 2,
          pointRadius: 6,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      clip: false,
      layout: { padding: { top: 20, right: 12 } },
      scales: { x: axisOf(x, 'x'), y: axisOf(y, 'y') },
    } as ChartConfiguration['options'] & object,
    plugins: [paper(look), medians(peers, words, look), crosses(spots, look), labels(spots, peers, words, look)],
  };
}
