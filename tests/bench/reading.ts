/**
 * How fast a page of 1,000 posts is read, in one run: our reading against a bare walk over the same text, against one selector per field,
 * and against itself, interleaved in random order; then, unless the page is to stay `still`, what follow mode costs it while it is scrolled (following.ts).
 *   npm run bench -- reading [--network x] [--page FIXTURE] [--posts 1000] [--rounds 61] [--profile] [--still] [--json]
 */
import { parseArgs } from 'node:util';
import type { CDPSession } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { NETWORK_IDS, type NetworkId } from '../../lib/model/vocabulary';
import { findChromium } from '../browser/find';
import { serve } from '../browser/intercept';
import { world } from '../browser/world';
import { FOLLOW_BARS, following } from './following';
import type { BenchPage, Times } from './in-page';
import { fixturePage, longXPage } from './long-page';
import { hotSpots } from './profile';

/** Medians against each other; the rest are counts. */
const BARS = { walk: 7, naive: 0.65, layouts: 0, longTask: 50, ...FOLLOW_BARS };
/** A page is scrolled to its end by each contestant of each round: fewer of them. */
const FOLLOWED_ROUNDS = 20;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const round = (value: number) => Math.round(value * 100) / 100;

/** Runs the race; resolves with the exit code: 0 only where every bar is met. */
export async function reading(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...{ network: { type: 'string', default: 'x' }, page: { type: 'string' }, posts: { type: 'string', default: '1000' } },
      ...{
        rounds: { type: 'string', default: '61' },
        profile: { type: 'boolean', default: false },
        still: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    },
  });
  const network = NETWORK_IDS.find((id) => id === values.network);
  if (!network) throw new Error(`There is no network ${values.network}.`);
  if (network !== 'x' && !values.page) throw new Error('Name one of its fixture pages with --page.');
  const read = await measure(network, values.page, Number(values.posts), Number(values.rounds), values.profile);
  const follow = values.page || values.profile || values.still ? null : await following(Number(values.posts), FOLLOWED_ROUNDS);
  const followed = !follow || (follow.observer.ratio <= BARS.observer && follow.page.ratio <= BARS.page);
  const result = { ...read, follow, met: read.met && followed };
  if (values.json) console.log(JSON.stringify(result));
  else for (const [name, value] of Object.entries(result)) console.log(`${name}: ${JSON.stringify(value)}`);
  return result.met ? 0 : 1;
}

async function measure(network: NetworkId, fixture: string | undefined, posts: number, rounds: number, profile: boolean) {
  const page = fixture ? fixturePage(network, fixture) : longXPage(posts);
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-extensions'],
  });
  try {
    const tab = await browser.newPage();
    await serve(tab, (url) => (url === page.url ? page.html : null), []);
    await tab.goto(page.url, { waitUntil: 'load' });
    const cdp = await tab.createCDPSession();
    const lines = `import { benchIn } from './tests/bench/in-page'; import { ${network} } from './lib/networks/${network}'; globalThis.jaugeBench = benchIn(${network}, ${page.now});`;
    const run = await world(cdp, lines, !profile);
    const size = fixture
      ? await run<ReturnType<BenchPage['lengthen']>>(`lengthen(${posts})`)
      : await run<ReturnType<BenchPage['lengthen']>>('lengthen(0)');
    await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    // The first reading of a page is the one that counts for tasks; what is compiled later is only faster.
    const [before, first, after] = [await counted(cdp), await run<Awaited<ReturnType<BenchPage['once']>>>('once()'), await counted(cdp)];
    const steps = await run<Record<string, number>>('steps()');
    const times = await run<Times>(`race(${rounds})`);
    const hot = profile ? await hotSpots(cdp, () => run(`race(${rounds})`)) : undefined;
    const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, round(median(list))]));
    const of = (name: keyof Times) => median(times[name]);
    const ratios = {
      walk: round(of('read') / of('walk')),
      naive: of('naive') > 0.05 * of('walk') ? round(of('read') / of('naive')) : null,
      itself: round(of('readAgain') / of('read')),
    };
    const layouts = { layout: after.LayoutCount - before.LayoutCount, style: after.RecalcStyleCount - before.RecalcStyleCount };
    const longest = Math.max(0, ...first.long);
    const met =
      ratios.walk <= BARS.walk &&
      (ratios.naive === null || ratios.naive <= BARS.naive) &&
      layouts.layout + layouts.style <= BARS.layouts &&
      longest <= BARS.longTask;
    return { met, bars: BARS, network, size, read: first, rounds, ratios, medians, layouts, longest, steps, hot };
  } finally {
    await browser.close();
  }
}

async function counted(cdp: CDPSession): Promise<Record<'LayoutCount' | 'RecalcStyleCount', number>> {
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { LayoutCount: of('LayoutCount'), RecalcStyleCount: of('RecalcStyleCount') };
}
