import type { Figure } from '../lib/benchmark/result';
import { axis } from './chart-data';

/** From where to where an axis goes, and what is written on it. */
export interface PositionScale {
  min: number;
  max: number;
  ticks: number[];
  step: number;
}

/** On a logarithmic axis an interval may go this far beyond the values before it leaves the chart with an arrow. */
const FARTHEST = 4;
const GRID = [1, 2, 5];
/** More marks than this are thinned to whole powers of ten. */
const MOST_TICKS = 7;

/** An axis that holds all values, and their intervals unless these go far beyond. */
export function positionScale(figures: readonly Figure[], logarithmic: boolean): PositionScale {
  const known = figures.flatMap(({ value, low, high }) => (value === null ? [] : [{ value, low: low ?? value, high: high ?? value }]));
  return logarithmic ? logScale(known) : linearScale(known);
}

type Known = { value: number; low: number; high: number }[];

function linearScale(known: Known): PositionScale {
  const above = axis(
    known.map(({ value }) => value),
    known.map(({ high }) => high),
  );
  const below = known.some(({ value }) => value < 0)
    ? axis(
        known.map(({ value }) => -value),
        known.map(({ low }) => -low),
      )
    : { end: 0, step: 0 };
  const step = Math.max(above.step, below.step);
  const [min, max] = [-Math.ceil(below.end / step - 1e-9), Math.ceil(above.end / step - 1e-9)];
  return { min: min * step, max: max * step, step, ticks: Array.from({ length: max - min + 1 }, (_, index) => (min + index) * step) };
}

function logScale(known: Known): PositionScale {
  const low = Math.min(...known.map((each) => Math.max(each.low, each.value / FARTHEST)));
  const high = Math.max(...known.map((each) => Math.min(each.high, each.value * FARTHEST)));
  if (!known.length || low <= 0) return { min: 1, max: 10, step: 1, ticks: [1, 10] };
  const marks: number[] = [];
  for (let power = Math.floor(Math.log10(low)) - 1; power <= Math.ceil(Math.log10(high)); power += 1)
    for (const digit of GRID) marks.push(digit * 10 ** power);
  const from = marks.findLastIndex((mark) => mark <= low);
  const to = marks.findIndex((mark) => mark >= high);
  const within = marks.slice(from, to + 1);
  const tens = within.filter((mark) => Number.isInteger(Math.round(Math.log10(mark) * 1e9) / 1e9));
  const [min = 1, max = 10] = [within[0], within.at(-1)];
  return { min, max: max > min ? max : 10 * min, step: 1, ticks: within.length > MOST_TICKS && tens.length > 1 ? tens : within };
}
