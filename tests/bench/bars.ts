/** A promise of speed, what was measured of it, and whether it holds. */
export interface Bar {
  name: string;
  value: number;
  bar: string;
  met: boolean;
}

export const median = (values: number[] = []) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
export const round = (value: number) => Math.round(value * 1000) / 1000;

export const atMost = (name: string, value: number, bar: number): Bar => ({
  ...{ name, value: round(value), bar: `≤ ${bar}` },
  met: value <= bar,
});
export const atLeast = (name: string, value: number, bar: number): Bar => ({
  ...{ name, value: round(value), bar: `≥ ${bar}` },
  met: value >= bar,
});
export const within = (name: string, value: number, low: number, high: number): Bar => ({
  ...{ name, value: round(value), bar: `${low}–${high}` },
  met: value >= low && value <= high,
});

/** Whether all these answers are one, to a millionth. */
export function same(name: string, answers: number[]): Bar {
  const different = new Set(answers.map((answer) => Math.round(answer * 1e6))).size;
  return { name: `${name}: answers agree`, value: different, bar: '= 1', met: different === 1 && answers.every(Number.isFinite) };
}

/** Prints the bars and what stands behind them, as JSON on the last line; gives the exit code. */
export function report(bars: Bar[], facts: Record<string, unknown>, json: boolean | undefined): number {
  const met = bars.every((bar) => bar.met);
  if (!json)
    for (const { name, value, bar, met: holds } of bars) console.log(`${holds ? 'met   ' : 'MISSED'} ${name}: ${value} (bar ${bar})`);
  console.log(JSON.stringify({ met, bars, ...facts }));
  return met ? 0 : 1;
}
