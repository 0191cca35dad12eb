import { Chart } from 'chart.js';
import { Chart as Whole } from 'chart.js/auto';
import type { DotRow } from '../../components/chart-dots';
import type { Look } from '../../components/chart-look';
import { dotConfig } from '../../components/DotChart';
import { ROLES } from '../../lib/model/vocabulary';
import { uniform } from '../../lib/stats/random';

/** Milliseconds of every round, by contestant. */
export type ChartTimes = Record<'ours' | 'canvas' | 'canvasAgain' | 'plain' | 'nothing', number[]>;

const [WIDTH, HEIGHT] = [900, 300];
const LOOK: Look = {
  ...{ ink: '#111', muted: '#666', line: '#ddd', paper: '#fff', font: 'sans-serif' },
  role: { own: '#0072b2', direct: '#d55e00', indirect: '#e69f00', leader: '#009e73', inspiration: '#cc79a7' },
};

/** Five brands with as many posts each, of log-normal engagement. */
function brands(posts: number): DotRow[] {
  const draw = uniform(5);
  return ROLES.map((role, nth) => {
    const values = Float64Array.from({ length: posts / ROLES.length }, () => {
      const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
      return 0.003 * (1 + nth) * Math.exp(0.9 * normal);
    });
    const value = 0.003 * (1 + nth);
    const interval = { low: value * 0.95, high: value * 1.05 };
    return {
      brandId: role,
      name: role,
      role,
      nth: 0,
      value,
      ...interval,
      n: values.length,
      keys: Array.from(values, (_, i) => `x:${i}`),
      values,
    };
  });
}

/** The same picture by hand: the ends of the axis, how many posts each pixel has, and a column for each. */
function bare(ctx: CanvasRenderingContext2D, rows: DotRow[]): void {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const { values } of rows)
    for (const value of values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  const [start, factor] = [Math.log(least), (WIDTH - 1) / Math.log(most / least)];
  for (const [row, { values, role }] of rows.entries()) {
    const counts = new Uint32Array(WIDTH);
    let highest = 1;
    for (const value of values) {
      const column = Math.round(factor * (Math.log(value) - start));
      const count = (counts[column] ?? 0) + 1;
      counts[column] = count;
      if (count > highest) highest = count;
    }
    ctx.fillStyle = LOOK.role[role];
    for (let column = 0; column < WIDTH; column += 1) {
      const height = 34 * Math.sqrt((counts[column] ?? 0) / highest);
      if (height) ctx.fillRect(column, 30 + 56 * row - height / 2, 1, height);
    }
  }
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** Until what was drawn is on the screen: the task after the next frame's. */
async function shown(): Promise<void> {
  await frame();
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  port1.close();
}

/** Draws the posts in each way, in random order; how long each took until it was on the screen. */
async function race(posts: number, rounds: number): Promise<ChartTimes> {
  const rows = brands(posts);
  const points = rows.map(({ values }, row) => Array.from(values, (x) => ({ x, y: row })));
  const canvasOf = () => {
    const holder = document.createElement('div');
    holder.style.cssText = `width: ${WIDTH}px; height: ${HEIGHT}px`;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [WIDTH, HEIGHT];
    holder.append(canvas);
    document.body.append(holder);
    return { canvas, holder };
  };
  const contestants: Record<keyof ChartTimes, (canvas: HTMLCanvasElement) => { destroy(): void } | undefined> = {
    ours: (canvas) =>
      new Chart(
        canvas,
        dotConfig(rows, 'erFollowers', LOOK, () => undefined),
      ),
    canvas: (canvas) => void bare(canvas.getContext('2d') as CanvasRenderingContext2D, rows),
    canvasAgain: (canvas) => void bare(canvas.getContext('2d') as CanvasRenderingContext2D, rows),
    plain: (canvas) => new Whole(canvas, { type: 'scatter', data: { datasets: points.map((data) => ({ data })) } }),
    nothing: () => undefined,
  };
  const times: ChartTimes = { ours: [], canvas: [], canvasAgain: [], plain: [], nothing: [] };
  const draw = uniform(13);
  for (let round = -2; round < rounds; round += 1) {
    const order = (Object.keys(contestants) as (keyof ChartTimes)[])
      .map((name) => ({ name, place: draw() }))
      .sort((a, b) => a.place - b.place);
    for (const { name } of order) {
      const { canvas, holder } = canvasOf();
      await shown();
      await frame();
      const started = performance.now();
      const chart = contestants[name](canvas);
      await shown();
      if (round >= 0) times[name].push(performance.now() - started);
      chart?.destroy();
      holder.remove();
    }
  }
  return times;
}

export const chartBench = { race };
