import type { Chart, Plugin } from 'chart.js';
import type { Distribution } from '../lib/benchmark/distribution';
import type { Bar } from './chart-data';
import type { Look } from './chart-look';

/** A brand's row in a chart of posts: where its typical value is, and what each of its posts has. */
export interface DotRow extends Bar, Pick<Distribution, 'keys' | 'values'> {}

/** More posts than this are too many to tell apart as dots: their density is drawn. */
export const MOST_DOTS = 2000;
/** Height of a row, and of the band in it that posts are spread over. */
export const ROW = 48;
const BAND = 26;
const RADIUS = 3;
/** Nearer than this to a dot is on it. */
const NEAR = 7;
/** Multiples of it lie as far apart as numbers can, so that neighbours in value do not cover each other. */
const GOLDEN = 0.618033988749895;

/** What a chart's posts span: the least and the most above zero, typical values' intervals with them, and how many posts have nothing. */
export function spanOf(rows: Pick<DotRow, 'values' | 'low' | 'high'>[]): { least: number; most: number; zeros: number } {
  let [least, most, zeros] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const { values, low, high } of rows) {
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] as number;
      if (value === 0) zeros += 1;
      else if (value < least) least = value;
      if (value > most) most = value;
    }
    if (low !== null && low > 0 && low < least) least = low;
    if (high !== null && high > most) most = high;
  }
  return { least, most, zeros };
}

/** Ends of a logarithmic axis that holds a span, on round numbers. @example logEnds({ least: 0.002, most: 0.3 }) // { min: 0.002, max: 0.5 } */
export function logEnds({ least, most }: { least: number; most: number }): { min: number; max: number } {
  return most === 0 ? { min: 0.1, max: 1 } : { min: roundBelow(least), max: roundBelow(most * 2.4999) };
}

/** The largest of 1, 2, 5 × 10ⁿ that is not above a number. */
function roundBelow(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const step = [5, 2, 1].find((candidate) => candidate * unit <= value * (1 + 1e-9)) ?? 1;
  return step * unit;
}

/** Where the dots are, in pixels of the chart, for who points at one. */
export interface Placed {
  x: Float32Array;
  y: Float32Array;
  row: Uint16Array;
  keys: string[];
}

/** The dot at a point of the chart, if there is one: its row and its post. */
export function dotAt(placed: Placed, x: number, y: number): { row: number; key: string } | null {
  let [nearest, distance] = [-1, NEAR * NEAR];
  for (let index = 0; index < placed.x.length; index += 1) {
    const away = ((placed.x[index] ?? 0) - x) ** 2 + ((placed.y[index] ?? 0) - y) ** 2;
    if (away <= distance) [nearest, distance] = [index, away];
  }
  return nearest < 0 ? null : { row: placed.row[nearest] ?? 0, key: placed.keys[nearest] ?? '' };
}

/** Every post as a dot in its brand's row, or where they are many how dense they are; posts with nothing stand at the left edge. */
export function dots(rows: DotRow[], look: Look, onPlaced: (placed: Placed) => void): Plugin {
  const many = rows.reduce((sum, { values }) => sum + values.length, 0);
  return {
    id: 'dots',
    beforeDatasetsDraw(chart) {
      const { x, y } = chart.scales;
      if (!x || !y) return;
      const { left, right } = chart.chartArea;
      // The scale's own function asks for much more than a logarithm; so does the scale for its end.
      const { min } = x;
      const [start, factor] = [Math.log(min), (right - left) / Math.log(x.max / min)];
      const at = (value: number) => (value <= min ? left : Math.min(right, left + factor * (Math.log(value) - start)));
      const placed = { x: new Float32Array(0), y: new Float32Array(0), row: new Uint16Array(0), keys: [] as string[] };
      if (many <= MOST_DOTS)
        Object.assign(
          placed,
          place(rows, at, (row) => y.getPixelForValue(row)),
        );
      chart.ctx.save();
      if (many <= MOST_DOTS) drawDots(chart, rows, look, placed);
      else for (const [row, { values, role }] of rows.entries()) drawDensity(chart, values, at, y.getPixelForValue(row), look.role[role]);
      chart.ctx.restore();
      onPlaced(placed);
    },
  };
}

function place(rows: DotRow[], at: (value: number) => number, middle: (row: number) => number): Placed {
  const many = rows.reduce((sum, { values }) => sum + values.length, 0);
  const placed: Placed = { x: new Float32Array(many), y: new Float32Array(many), row: new Uint16Array(many), keys: [] };
  let index = 0;
  for (const [row, { values, keys }] of rows.entries())
    for (let nth = 0; nth < values.length; nth += 1) {
      placed.x[index] = at(values[nth] ?? 0);
      placed.y[index] = middle(row) + BAND * (((nth * GOLDEN) % 1) - 0.5);
      placed.row[index] = row;
      placed.keys.push(keys[nth] ?? '');
      index += 1;
    }
  return placed;
}

function drawDots({ ctx }: Chart, rows: DotRow[], look: Look, { x, y, row }: Placed): void {
  ctx.globalAlpha = 0.55;
  for (const [which, { role }] of rows.entries()) {
    ctx.beginPath();
    for (let index = 0; index < x.length; index += 1) {
      if (row[index] !== which) continue;
      const [left, top] = [x[index] ?? 0, y[index] ?? 0];
      ctx.moveTo(left + RADIUS, top);
      ctx.arc(left, top, RADIUS, 0, 2 * Math.PI);
    }
    ctx.fillStyle = ctx.strokeStyle = look.role[role];
    if (role === 'inspiration') ctx.stroke();
    else ctx.fill();
  }
}

/** A column for each pixel, as high as the root of how many posts are there: one post must still be seen beside a thousand. */
function drawDensity({ ctx, chartArea }: Chart, values: Float64Array, at: (value: number) => number, middle: number, color: string): void {
  const counts = new Uint32Array(Math.ceil(chartArea.right - chartArea.left) + 1);
  let most = 1;
  for (let index = 0; index < values.length; index += 1) {
    const column = Math.round(at(values[index] ?? 0) - chartArea.left);
    const count = (counts[column] ?? 0) + 1;
    counts[column] = count;
    if (count > most) most = count;
  }
  ctx.globalAlpha = 0.6;
  ctx.fillStyle = color;
  // One by one: as one path they take three times as long to paint.
  for (let column = 0; column < counts.length; column += 1) {
    const count = counts[column] ?? 0;
    if (!count) continue;
    const height = Math.max(2, (BAND + 8) * Math.sqrt(count / most));
    ctx.fillRect(Math.round(chartArea.left) + column, middle - height / 2, 1, height);
  }
}
