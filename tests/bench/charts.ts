/**
 * How fast a chart of 100,000 posts is on the screen, in one run: ours against the same picture drawn by hand on a bare canvas, against
 * Chart.js with its defaults, and against an empty frame, interleaved in random order.
 *   npm run bench -- charts [--posts 100000] [--rounds 15] [--json]
 */
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../browser/find';
import { world } from '../browser/world';
import { atLeast, atMost, median, report, round, within } from './bars';
import type { ChartTimes } from './charts-in-page';

/** Runs the race; resolves with the exit code: 0 only where every bar is met. */
export async function charts(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      posts: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '15' },
      json: { type: 'boolean', default: false },
    },
  });
  const browser = await puppeteer.launch({
    ...{ executablePath: findChromium(), pipe: true },
    args: ['--no-sandbox', '--disable-gpu', '--disable-extensions'],
  });
  try {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 1280, height: 900 });
    const lines = `import './tests/bench/extension'; import { chartBench } from './tests/bench/charts-in-page'; globalThis.jaugeBench = chartBench;`;
    const run = await world(await tab.createCDPSession(), lines, true);
    const times = await run<ChartTimes>(`race(${Number(values.posts)}, ${Number(values.rounds)})`);
    const of = (name: keyof ChartTimes) => median(times[name]);
    const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, round(median(list))]));
    const bars = [
      within('canvas / canvas', of('canvasAgain') / of('canvas'), 0.9, 1.1),
      atMost('ours / bare canvas', of('ours') / of('canvas'), 1.15),
      atLeast("Chart.js's defaults / ours", of('plain') / of('ours'), 40),
    ];
    return report(bars, { posts: Number(values.posts), rounds: Number(values.rounds), medians }, values.json);
  } finally {
    await browser.close();
  }
}
