import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { networks } from '../../lib/networks';
import { PROJECT } from '../browser/build';
import type { Chromium } from '../browser/chromium';
import { misbehave, startMirror, stopMirror } from './mirror';
import { LUMEN_URL, lumenPage } from './pages';
import { onStage, readAgain, snapshotsIn, until } from './stage';

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

async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
}

async function captured(chromium: Chromium, page: Page): Promise<void> {
  const popup = await chromium.clickToolbar(page);
  await until(
    () => popup.evaluate(() => document.body.textContent ?? ''),
    (text) => text.length > 40,
  );
  // The popup reads and saves; a second reading shows that the script was there to be seen.
  const answer = await until(
    () => readAgain(chromium),
    (read) => Boolean(read),
  );
  expect(answer).toHaveProperty('ok');
}

test.each(pages)('a page of $id that compares itself before, during and after a capture sees no difference', ({ url, html }) =>
  onStage({ pages: (address) => (address === url ? html : null) }, async (chromium) => {
    const page = await chromium.open(url);
    await settled(page);
    await page.evaluate(startMirror);
    await captured(chromium, page);
    await captured(chromium, page);
    await settled(page);
    expect(await page.evaluate(stopMirror)).toEqual([]);
  }),
);

test('the page would have seen a node, a message or a global', () =>
  onStage({ pages: (address) => (address === LUMEN_URL ? lumenPage() : null) }, async (chromium) => {
    const page = await chromium.open(LUMEN_URL);
    await page.evaluate(startMirror);
    await page.evaluate(misbehave);
    await settled(page);
    const seen = await page.evaluate(stopMirror);
    expect(seen).toEqual(
      expect.arrayContaining(['childList of BODY', 'event message', 'nodes differ', 'globals differ', 'call of createElement']),
    );
    expect(await snapshotsIn(chromium)).toEqual([]);
  }));
