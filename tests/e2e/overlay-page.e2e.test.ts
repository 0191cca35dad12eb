import type { Page, Protocol } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { badgesIn, turnBadges } from './badges';
import { captureAndClose } from './page';
import { LUMEN, LUMEN_URL, lumenPage, post } from './pages';
import { onStage, until } from './stage';

/** A task of more than 50 ms is what a browser calls long (https://w3c.github.io/longtasks/). */
const LONG_MS = 50;
const MANY = 1000;
const many = () => lumenPage({ posts: Array.from({ length: MANY }, (_, index) => post(index)) });
let html = lumenPage;
const pages = (url: string) => (url === LUMEN_URL ? html() : null);

const shown = (page: Page) =>
  until(
    () => badgesIn(page),
    (badges) => (badges ?? []).some(({ visible }) => visible),
  );
const gone = (page: Page) =>
  until(
    () => badgesIn(page),
    (badges) => badges === null,
  );

interface Watching {
  watched: { nodes: string[]; failed: string[] };
}
/** Makes the page list what is added to it and taken from it, and every error that reaches it. */
function watchPage(): void {
  const watched = { nodes: [] as string[], failed: [] as string[] };
  Object.assign(globalThis, { watched });
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes } of records) {
      const names = [...[...addedNodes].map(({ nodeName }) => `+${nodeName}`), ...[...removedNodes].map(({ nodeName }) => `-${nodeName}`)];
      watched.nodes.push(`${type} ${target.nodeName} ${names.join()}`);
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener('error', ({ message }) => watched.failed.push(message));
  addEventListener('unhandledrejection', ({ reason }) => watched.failed.push(String(reason)));
}
const watched = (page: Page) => page.evaluate(() => (globalThis as unknown as Watching).watched);
/** All that the page can serialise of itself, with what it can find out about its last element. */
const picture = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

test('badges are one element for the page, closed to it, and leave nothing behind', () =>
  onStage({ pages }, async (chromium) => {
    await turnBadges(chromium, 'X');
    const page = await chromium.open(LUMEN_URL);
    await page.bringToFront();
    const before = await picture(page);
    const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
    await page.evaluate(watchPage);
    await captureAndClose(chromium, page, LUMEN.name);
    await shown(page);
    await page.evaluate(() => scrollTo(0, 400));
    await page.evaluate(() => scrollTo(0, 0));
    expect(await watched(page)).toEqual({ nodes: ['childList HTML +DIV'], failed: [] });
    expect(
      await page.evaluate(() => {
        const host = document.documentElement.lastElementChild as HTMLElement;
        return [host.shadowRoot, host.childNodes.length, host.textContent, [...host.attributes].map(({ name }) => name).join()];
      }),
    ).toEqual([null, 0, '', 'style']);
    expect(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])).toEqual(size);
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await picture(page)).toBe(before);
    expect((await watched(page)).nodes).toEqual(['childList HTML +DIV', 'childList HTML -DIV']);
  }));

test('a page that patches prototypes, hides methods behind its own things or removes the element gets no exception, and its way', () =>
  onStage({ pages }, async (chromium) => {
    await turnBadges(chromium, 'X');
    const page = await chromium.open(LUMEN_URL);
    await page.evaluate(watchPage);
    await page.evaluate(() => {
      const refuse = () => {
        throw new Error('patched');
      };
      for (const name of ['attachShadow', 'append', 'getBoundingClientRect', 'remove', 'setAttribute'])
        Reflect.set(Element.prototype, name, refuse);
      for (const name of ['createElement', 'elementFromPoint', 'querySelector', 'querySelectorAll'])
        Reflect.set(Document.prototype, name, refuse);
      for (const name of ['IntersectionObserver', 'ResizeObserver', 'requestAnimationFrame']) Reflect.set(globalThis, name, refuse);
      const list = document.body;
      list.insertAdjacentHTML(
        'beforeend',
        '<img name="createElement"><img name="querySelector"><img name="elementFromPoint"><form name="documentElement"></form>',
      );
    });
    await captureAndClose(chromium, page, LUMEN.name);
    await shown(page);
    await page.evaluate(() => {
      const html = document.getElementsByTagName('html')[0];
      const host = html?.lastElementChild;
      if (host) html?.removeChild(host);
    });
    await page.mouse.move(300, 500);
    await page.keyboard.press('1');
    await page.mouse.wheel({ deltaY: 500 });
    await gone(page);
    // It is not put back: the page has the last word.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await badgesIn(page)).toBeNull();
    expect((await watched(page)).failed).toEqual([]);
  }));

/** When our script (and what it called) was found at work: [time, for how long], in milliseconds on the page's own clock. */
function ownWork({ nodes, samples = [], timeDeltas = [], startTime }: Protocol.Profiler.Profile, origin: number): [number, number][] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const mark = (id: number, inOurs: boolean) => {
    const node = byId.get(id);
    const own = inOurs || (node?.callFrame.url ?? '').endsWith('/overlay.js');
    if (own) ours.add(id);
    for (const child of node?.children ?? []) mark(child, own);
  };
  if (nodes[0]) mark(nodes[0].id, false);
  let at = startTime / 1000 - origin;
  return samples.flatMap((id, index): [number, number][] => {
    at += (timeDeltas[index] ?? 0) / 1000;
    return ours.has(id) ? [[at, (timeDeltas[index + 1] ?? 0) / 1000]] : [];
  });
}

interface Tasks {
  tasks: { start: number; duration: number }[];
}

/** Captures a page of a thousand posts, scrolls through it, and gives the most that our script took of any long task, in milliseconds. */
async function worstShare(chromium: Chromium): Promise<number> {
  const page = await chromium.open(LUMEN_URL);
  await page.bringToFront();
  await page.evaluate(() => {
    const tasks: Tasks['tasks'] = [];
    Object.assign(globalThis, { tasks });
    const note = (list: PerformanceObserverEntryList) =>
      tasks.push(...list.getEntries().map(({ startTime: start, duration }) => ({ start, duration })));
    new PerformanceObserver(note).observe({ type: 'longtask' });
  });
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'timeTicks' });
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  await captureAndClose(chromium, page, LUMEN.name);
  await shown(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let at = 0; at < height; at += height / 60) {
    await page.evaluate((top) => scrollTo(0, top), at);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await until(
    () => badgesIn(page),
    (badges) => (badges ?? []).some(({ visible }) => visible),
  );
  const { profile } = await session.send('Profiler.stop');
  // Only what is near the window has a badge.
  expect(((await badgesIn(page)) ?? []).length).toBeLessThan(30);
  const { metrics } = await session.send('Performance.getMetrics');
  const origin = 1000 * (metrics.find(({ name }) => name === 'NavigationStart')?.value ?? 0);
  const work = ownWork(profile, origin);
  const last = await page.evaluate(() => performance.now());
  expect(work.length, 'the profiler sees our script').toBeGreaterThan(0);
  expect(work.every(([at]) => at > 0 && at < last)).toBe(true);
  const tasks = await page.evaluate(() => (globalThis as unknown as Tasks).tasks);
  const shares = tasks.map(({ start, duration }) =>
    work.reduce((sum, [at, ms]) => sum + (at >= start && at < start + duration ? ms : 0), 0),
  );
  await page.close();
  return Math.max(0, ...shares);
}

test(`${MANY} posts scroll without a long task of ours`, () =>
  onStage({ pages }, async (chromium) => {
    html = many;
    await turnBadges(chromium, 'X');
    // What else runs on the machine can only add to it: one undisturbed run of five is enough.
    const runs: number[] = [];
    while (runs.length < 5 && !runs.some((ms) => ms < LONG_MS)) runs.push(await worstShare(chromium));
    expect(Math.min(...runs), runs.join()).toBeLessThan(LONG_MS);
  }));
