import { useMemo } from 'preact/hooks';
import type { Distribution } from '../lib/benchmark/distribution';
import type { PostKpi } from '../lib/benchmark/post-measures';
import type { Benchmark, BrandRow } from '../lib/benchmark/result';
import { marks } from './chart-data';
import { DotChart } from './DotChart';
import { TrendChart } from './TrendChart';

export interface ChartsProps {
  benchmark: Benchmark;
  /** The rows to show; marks are given by the whole study, so that a filter changes no colour. */
  rows: BrandRow[];
  /** The figure whose posts are drawn, and what each of them has. */
  kpi: PostKpi;
  distribution: Distribution[];
  onKpi: (kpi: PostKpi) => void;
  onPost: (key: string) => void;
  onBrand: (brandId: string) => void;
  onPicture: (kind: 'posts' | 'trend', picture: Promise<Blob>, extension: 'png' | 'svg') => void;
}

/** The charts of a benchmark. */
export function Charts({ benchmark, rows, onPicture, ...dots }: ChartsProps) {
  const all = useMemo(() => marks(benchmark.rows), [benchmark]);
  return (
    <div class="charts">
      <DotChart {...dots} rows={rows} marks={all} onPicture={(...picture) => onPicture('posts', ...picture)} />
      <TrendChart trend={benchmark.trend} rows={rows} marks={all} onPicture={(...picture) => onPicture('trend', ...picture)} />
    </div>
  );
}
