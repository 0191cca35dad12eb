import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChartsProps } from '../../components/Charts';
import { attempt } from './toast';

/** The charts, fetched after the table: Chart.js is half of the page's code, and the figures need not wait for it. */
export function LazyCharts(props: ChartsProps) {
  const [Charts, setCharts] = useState<ComponentType<ChartsProps> | null>(null);
  useEffect(() => attempt(import('../../components/Charts').then((module) => setCharts(() => module.Charts))), []);
  return Charts && <Charts {...props} />;
}
