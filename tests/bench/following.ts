/**
 * What follow mode costs a page whose list shows some posts at a time while 1,000 pass: its observer's callback against one that only
 * notes added elements, and the page's own time with it against the time without. Each against itself too, interleaved in random order.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { uniform } from '../../lib/stats/random';
import { findChromium } from '../browser/find';
import { serve } from '../browser/intercept';
import { world } from '../browser/world';
import type { FollowBench, Listener } from './following-in-page';
import { longXPage } from './long-page';

export const FOLLOW_BARS = { observer: 1.5, page: 1.05 };

/** As many posts as such a list has in the page at a time. */
const SHOWN = 30;
/** How often that list is scrolled to its end for one measurement of an observer: a few milliseconds alone would be the machine's. */
const PASSES = 2;
const OBSERVER_ROUNDS = 15;
/** Posts that a list brings in at once while it is scrolled quickly. */
const AT_ONCE = 4;
const WARM = 2;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-extensions'];

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const round = (value: number) => Math.round(value * 1000) / 1000;
const mediansOf = (times: Record<string, number[]>) =>
  Object.fromEntries(Object.entries(times).map(([name, list]) => [name, round(median(list))]));

export async function following(posts: number, rounds: number) {
  const { url, html, now } = longXPage(posts + SHOWN);
  const browser = await puppeteer.launch({ executablePath: findChromium(), pipe: true, args: FLAGS });
  try {
    const tab = await browser.newPage();
    await serve(tab, (address) => (address === url ? html : null), []);
    await tab.goto(url, { waitUntil: 'load' });
    const lines = `import { followBench } from './tests/bench/following-in-page'; import { x } from './lib/networks/x'; globalThis.jaugeBench = followBench(x, ${now});`;
    const cdp = await tab.createCDPSession();
    const run = await world(cdp, lines, true);
    await tab.evaluate(becomeAList, SHOWN);
    const observer = await raceOfObservers(tab, cdp, run);
    const page = await raceOfPages(tab, cdp, run, rounds);
    return { observer, page };
  } finally {
    await browser.close();
  }
}

type Run = Awaited<ReturnType<typeof world>>;

/** Runs the contestants in a new order each round; the first rounds are for warming up. */
async function race<N extends string>(
  names: readonly N[],
  rounds: number,
  one: (name: N) => Promise<number>,
): Promise<Record<N, number[]>> {
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<N, number[]>;
  const draw = uniform(11);
  for (let nth = -WARM; nth < rounds; nth += 1) {
    const order = names.map((name) => ({ name, place: draw() })).sort((a, b) => a.place - b.place);
    for (const { name } of order) {
      const ms = await one(name);
      if (nth >= 0) times[name].push(ms);
    }
  }
  return times;
}

/**
 * One stream of changes per contestant and round: what its observer is told of it is kept, and told at once. Ours leaves the rest to its next
 * look: the race of pages counts that.
 */
async function raceOfObservers(tab: Page, cdp: CDPSession, run: Run) {
  let told: Awaited<ReturnType<FollowBench['tell']>> | null = null;
  const times = await race(['ours', 'bare', 'bareAgain'] as const, OBSERVER_ROUNDS, async (name) => {
    const listener: Listener = name === 'ours' ? 'ours' : 'bare';
    await tab.evaluate(toTop);
    await run(`collect('${listener}')`);
    for (let pass = 0; pass < PASSES; pass += 1) await tab.evaluate(scroll, AT_ONCE, false);
    // Nobody pays for what the others, or the page, left behind.
    await cdp.send('HeapProfiler.collectGarbage');
    const answer = await run<Awaited<ReturnType<FollowBench['tell']>>>('tell()');
    if (listener === 'ours') told = answer;
    return answer.ms;
  });
  const bare = median(times.bare);
  return {
    told,
    rounds: OBSERVER_ROUNDS,
    ratio: round(median(times.ours) / bare),
    control: round(median(times.bareAgain) / bare),
    medians: mediansOf(times),
  };
}

/** The same list scrolled to its end, with follow mode and without. */
async function raceOfPages(tab: Page, cdp: CDPSession, run: Run, rounds: number) {
  let kept = 0;
  const busy: Record<string, number[]> = { followed: [], alone: [] };
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const times = await race(['followed', 'alone', 'aloneAgain'] as const, rounds, async (name) => {
    await tab.evaluate(toTop);
    if (name === 'followed') await run('start()');
    const before = await working(cdp);
    const ms = await tab.evaluate(scroll, AT_ONCE, true);
    busy[name]?.push((await working(cdp)) - before);
    if (name === 'followed') kept = await run<number>('stop()');
    return ms;
  });
  // Round by round: a machine grows slower and quicker by more than this costs. Of ratios that scatter as these do, the mean of their
  // logarithms is told within less than their median is. The page alone is measured twice, and counts twice.
  const each = (list: number[], by: (nth: number) => number) =>
    round(Math.exp(list.reduce((sum, ms, nth) => sum + Math.log(ms / by(nth)), 0) / list.length));
  const without = (nth: number) => ((times.alone[nth] ?? Number.NaN) + (times.aloneAgain[nth] ?? Number.NaN)) / 2;
  const ratios = {
    ratio: each(times.followed, without),
    control: each(times.aloneAgain, (nth) => times.alone[nth] ?? Number.NaN),
  };
  // The main thread's own time: it does not see what else the machine is busy with.
  return { kept, rounds, ...ratios, thread: round(median(busy.followed ?? []) / median(busy.alone ?? [])), medians: mediansOf(times) };
}

/** Seconds that the page's main thread has worked so far. */
async function working(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

interface List {
  benchList?: { cells: Element[]; list: Element; shown: number };
}

/** Runs in the page: its posts become a supply, of which the list shows the first. */
function becomeAList(shown: number): void {
  const cells = [...document.querySelectorAll('[data-testid="cellInnerDiv"]')].filter((cell) => cell.querySelector('article'));
  const list = cells[0]?.parentElement;
  if (!list) throw new Error('The page has no list.');
  (globalThis as unknown as List).benchList = { cells, list, shown };
}

/** Runs in the page. */
async function toTop(): Promise<void> {
  const { benchList } = globalThis as unknown as List;
  benchList?.list.replaceChildren(...benchList.cells.slice(0, benchList.shown).map((cell) => cell.cloneNode(true)));
  scrollTo(0, 0);
  await new Promise((resolve) => setTimeout(resolve, 50));
}

/**
 * Runs in the page: each post that comes in at the end takes one out at the beginning, and now and then a count changes. Some at once,
 * and each time the page says what changed before it goes on. They are not laid out, or are shown as a list does it that measures what it
 * shows, as fast as it can: a page that waits for the screen's next frame would hide what it costs. Returns how long it took, in milliseconds.
 */
async function scroll(atOnce: number, shows: boolean): Promise<number> {
  const { benchList } = globalThis as unknown as List;
  if (!benchList) return Number.NaN;
  const { cells, list, shown } = benchList;
  (list as HTMLElement).style.display = shows ? '' : 'none';
  const { port1, port2 } = new MessageChannel();
  const started = performance.now();
  for (let next = shown; next < cells.length; next += atOnce) {
    const added = cells.slice(next, next + atOnce).map((cell) => cell.cloneNode(true) as HTMLElement);
    for (const cell of added) {
      list.append(cell);
      list.firstElementChild?.remove();
    }
    const count = list.querySelector('[data-testid="like"] span span')?.firstChild;
    if (count && next % 8 === 0) count.nodeValue = String(Number(count.nodeValue) + 1);
    if (!shows) {
      await null;
      continue;
    }
    scrollTo(0, added[0]?.offsetTop ?? 0);
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  }
  const ms = performance.now() - started;
  port1.close();
  return ms;
}
