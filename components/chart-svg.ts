import { BasicPlatform, type ChartConfiguration, Chart as ChartJs } from 'chart.js';

/** A chart as SVG, of that size in pixels: Chart.js draws it on a context that writes down what is drawn. Fetched when first asked for. */
export async function svgOf(config: ChartConfiguration, width: number, height: number): Promise<Blob> {
  const { Element: Canvas } = await import('svgcanvas');
  const canvas = new Canvas({ width, height });
  // Chart.js takes its size from the context's canvas, which this context does not name.
  const context = Object.assign(canvas.getContext('2d'), { canvas });
  const chart = new ChartJs(context as unknown as CanvasRenderingContext2D, {
    ...config,
    platform: BasicPlatform,
    options: { ...config.options, responsive: false, devicePixelRatio: 1, animation: false, events: [] },
  });
  chart.draw();
  const text = context.getSerializedSvg(true);
  chart.destroy();
  return new Blob([text], { type: 'image/svg+xml' });
}
