import { useMemo } from 'preact/hooks';
import type { Benchmark, BrandRow } from '../lib/benchmark/result';
import { BarChart } from './BarChart';
import { marks } from './chart-data';
import { TrendChart } from './TrendChart';

export interface ChartsProps {
  benchmark: Benchmark;
  /** The rows to show; marks are given by the whole study, so that a filter changes no colour. */
  rows: BrandRow[];
  onPicture: (kind: 'engagement' | 'trend', canvas: HTMLCanvasElement) => void;
}

/** The charts of a benchmark. */
export function Charts({ benchmark, rows, onPicture }: ChartsProps) {
  const all = useMemo(() => marks(benchmark.rows), [benchmark]);
  return (
    <div class="charts">
      <BarChart rows={rows} marks={all} onPicture={(canvas) => onPicture('engagement', canvas)} />
      <TrendChart trend={benchmark.trend} rows={rows} marks={all} onPicture={(canvas) => onPicture('trend', canvas)} />
    </div>
  );
}
