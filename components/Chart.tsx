import {
  CategoryScale,
  type ChartConfiguration,
  Chart as ChartJs,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n';
import { type Look, readLook } from './chart-look';
import { svgOf } from './chart-svg';
import { Icon } from './Icon';
import { TableScroll } from './TableScroll';

ChartJs.register(LineController, LineElement, ScatterController, PointElement, LinearScale, LogarithmicScale, CategoryScale, Tooltip);

interface Props {
  title: string;
  /** What the chart says, in one sentence, for those who do not see it. */
  sentence: string;
  unit: string;
  height: number;
  config: (look: Look) => ChartConfiguration;
  /** The same figures as a table. */
  table: ComponentChildren;
  /** Whether the table is unfolded at first. */
  tableOpen?: boolean;
  /** What the reader may choose beside the title. */
  choice?: ComponentChildren;
  onPicture: (picture: Promise<Blob>, extension: 'png' | 'svg') => void;
}

/** A chart with its sentence, its table and its picture. Drawn again when the figures or the theme change. */
export function Chart({ title, sentence, unit, height, config, table, tableOpen = false, choice, onPicture }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const host = element?.parentElement;
    if (!element || !host) return;
    let chart = new ChartJs(element, config(readLook(host)));
    const redraw = () => {
      chart.destroy();
      chart = new ChartJs(element, config(readLook(host)));
    };
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', redraw);
    return () => {
      dark.removeEventListener('change', redraw);
      chart.destroy();
    };
  }, [config]);
  const pictureAs = async (kind: 'png' | 'svg'): Promise<Blob> => {
    const element = canvas.current;
    const host = element?.parentElement;
    if (!element || !host) throw new Error('the chart is not drawn');
    if (kind === 'svg') return svgOf(config(readLook(host)), element.clientWidth, element.clientHeight);
    const picture = await new Promise<Blob | null>((resolve) => element.toBlob(resolve, 'image/png'));
    if (!picture) throw new Error('the browser made no picture');
    return picture;
  };
  return (
    <figure class="chart">
      <figcaption>
        <h2>{title}</h2>
        <span class="unit">{unit}</span>
        {choice}
        <span class="pictures">
          {(['png', 'svg'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              class="quiet"
              aria-label={t(`picture_${kind}`, title)}
              onClick={() => onPicture(pictureAs(kind), kind)}
            >
              <Icon name="download" /> {kind.toUpperCase()}
            </button>
          ))}
        </span>
      </figcaption>
      <div class="chart-canvas" style={{ height: `${height}px` }}>
        <canvas ref={canvas} role="img" aria-label={sentence} />
      </div>
      <details open={tableOpen}>
        <summary>{t('chart_table')}</summary>
        <TableScroll label={title}>{table}</TableScroll>
      </details>
    </figure>
  );
}
