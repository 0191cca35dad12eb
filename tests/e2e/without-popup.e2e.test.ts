import type { WebWorker } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { captureAndClose } from './page';
import { LUMEN, LUMEN_URL, lumenPage, POSTS } from './pages';
import { raise } from './raise';
import { onStage, snapshotsIn, until } from './stage';

const pages = (url: string) => (url.startsWith('https://x.com/') ? lumenPage() : null);

interface Extension {
  chrome: {
    action: { getBadgeText(details: { tabId: number }): Promise<string>; getTitle(details: { tabId: number }): Promise<string> };
  };
}

const badge = (worker: WebWorker, tabId: number) =>
  worker.evaluate(async (id) => {
    const { action } = (globalThis as unknown as Extension).chrome;
    return { text: await action.getBadgeText({ tabId: id }), title: await action.getTitle({ tabId: id }) };
  }, tabId);

/** Access to the tab comes with any gesture on the extension; a raised event is none, so the toolbar button is clicked first. */
async function pageWithAccess(chromium: Chromium) {
  const page = await chromium.open(LUMEN_URL);
  await captureAndClose(chromium, page, LUMEN.name);
  return page;
}

test.each(['menu', 'command'] as const)('a capture by %s needs no popup: the badge says how many posts', (what) =>
  onStage({ pages }, async (chromium) => {
    await pageWithAccess(chromium);
    const worker = await chromium.serviceWorker();
    const tabId = await raise(worker, what, 'capture');
    await until(
      () => snapshotsIn(chromium),
      (all) => all.length === 2,
    );
    const shown = await until(
      () => badge(worker, tabId),
      ({ text }) => text !== '',
    );
    expect(shown.text).toBe(String(POSTS));
    expect(shown.title).toContain('Lumen');
  }),
);

test('a shortcut on a page that cannot be read says so on the badge and keeps nothing', () =>
  onStage(
    { pages: (url) => (url === 'https://example.com/' ? '<!doctype html><title>Example</title><p>Nothing here' : null) },
    async (chromium) => {
      await chromium.open('https://example.com/');
      const worker = await chromium.serviceWorker();
      const tabId = await raise(worker, 'command', 'capture');
      const shown = await until(
        () => badge(worker, tabId),
        ({ text }) => text !== '',
      );
      expect(shown.text).toBe('!');
      expect(shown.title.length).toBeGreaterThan(20);
      expect(await snapshotsIn(chromium)).toEqual([]);
    },
  ));
