import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { networks } from '../../lib/networks';
import { PROJECT } from '../browser/build';
import type { Chromium } from '../browser/chromium';
import { misbehave, startMirror, stopMirror } from './mirror';
import { press, shows, textOf } from './page';
import { LUMEN_URL, lumenPage } from './pages';
import { sharedStage } from './shared-stage';
import { readAgain, snapshotsIn, until } from './stage';

const FIXTURES = join(PROJECT, 'tests', 'fixtures');

/** One page of every network, as its fixtures have it; X's is a whole profile. */
const pages = networks.flatMap(({ id }): { id: string; url: string; html: string }[] => {
  const folder = join(FIXTURES, id);
  const [file] = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.html')) : [];
  if (id === 'x') return [{ id, url: LUMEN_URL, html: lumenPage() }];
  if (!file) return [];
  const { url } = JSON.parse(readFileSync(join(folder, file.replace(/html$/, 'expected.json')), 'utf8')) as { url: string };
  return [{ id, url: new URL(url).href, html: readFileSync(join(folder, file), 'utf8') }];
});

/** The page in front, and everything that it asks for by itself asked for: pictures wait until they can be seen. */
async function settled(page: Page): Promise<void> {
  await page.bringToFront();
  const asked = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  for (let [before, quiet] = [-1, 0]; quiet < 4; ) {
    const now = await asked();
    quiet = now === before ? quiet + 1 : 0;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function captured(chromium: Chromium, page: Page): Promise<void> {
  const popup = await chromium.clickToolbar(page);
  await until(
    () => popup.evaluate(() => document.body.textContent ?? ''),
    (text) => text.length > 40,
  );
  // The popup reads and saves; a second reading shows that the script was there to be seen.
  const answer = await until(
    () => readAgain(chromium).catch(() => null), // not there yet
    (read) => read !== null,
  );
  expect(answer).toHaveProperty('ok');
}

const stage = sharedStage({ pages: (address) => pages.find(({ url }) => url === address)?.html ?? null });

/** What a page of this address notices from the moment that it begins to look until `run` has ended. */
async function seenBy(url: string, run: (page: Page) => Promise<void>): Promise<string[]> {
  const page = await stage().open(url);
  try {
    await settled(page);
    await page.evaluate(startMirror);
    await run(page);
    await settled(page);
    return await page.evaluate(stopMirror);
  } finally {
    await page.close();
  }
}

test.each(pages)('a page of $id that compares itself before, during and after a capture sees no difference', async ({ url }) => {
  const seen = await seenBy(url, async (page) => {
    await captured(stage(), page);
    await captured(stage(), page);
  });
  expect(seen).toEqual([]);
});

test('nor of following it, nor of a report on it', async () => {
  const seen = await seenBy(LUMEN_URL, async (page) => {
    await captured(stage(), page);
    const popup = await stage().clickToolbar(page);
    await shows(popup, 'Follow while I scroll');
    await press(popup, 'Follow while I scroll');
    await shows(popup, 'posts so far');
    expect(await popup.evaluate(skeletonIn, LUMEN_URL)).toBeGreaterThan(1000);
    await press(popup, 'Stop and save');
    await until(
      () => textOf(popup),
      (text) => !text.includes('posts so far'),
    );
  });
  expect(seen).toEqual([]);
});

/** How many characters a report on the page of an address has. Runs in the extension. */
async function skeletonIn(url: string): Promise<number> {
  const { chrome } = globalThis as unknown as {
    chrome: {
      tabs: { query(query: { active: boolean }): Promise<{ id?: number; url?: string }[]> };
      scripting: { executeScript(injection: { target: { tabId: number }; files: string[] }): Promise<{ result: { text: string } }[]> };
    };
  };
  const tab = (await chrome.tabs.query({ active: true })).find((each) => each.url === url);
  const [answer] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files: ['/skeleton.js'] });
  return answer?.result.text.length ?? 0;
}

test('the page would have seen a node, a message or a global', async () => {
  const before = await snapshotsIn(stage());
  const seen = await seenBy(LUMEN_URL, (page) => page.evaluate(misbehave));
  expect(seen).toEqual(
    expect.arrayContaining(['childList of BODY', 'event message', 'nodes differ', 'globals differ', 'call of createElement']),
  );
  expect(await snapshotsIn(stage())).toEqual(before);
});
