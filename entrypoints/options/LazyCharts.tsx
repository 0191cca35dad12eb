import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChartsProps } from '../../components/Charts';
import type { PositionMapProps } from '../../components/PositionMap';
import { attempt } from './toast';

/** A component that is fetched when it is first shown: Chart.js is half of the page's code, and the figures need not wait for it. */
function lazy<P extends object>(fetched: () => Promise<ComponentType<P>>) {
  return function Lazy(props: P) {
    const [Shown, setShown] = useState<ComponentType<P> | null>(null);
    useEffect(() => attempt(fetched().then((component) => setShown(() => component))), []);
    return Shown && <Shown {...props} />;
  };
}

/** The charts of the Benchmark. */
export const LazyCharts = lazy<ChartsProps>(() => import('../../components/Charts').then(({ Charts }) => Charts));

/** The positioning map. */
export const LazyMap = lazy<PositionMapProps>(() => import('../../components/PositionMap').then(({ PositionMap }) => PositionMap));
