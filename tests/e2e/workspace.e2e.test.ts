import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { violations } from './accessibility';
import { LUMEN, LUMEN_URL, lumenPage } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const pages = (url: string) => (url === LUMEN_URL ? lumenPage() : null);
const textOf = (page: Page) => page.evaluate(() => document.body.textContent ?? '');

async function captured(chromium: Chromium): Promise<Page> {
  const popup = await chromium.clickToolbar(await chromium.open(LUMEN_URL));
  await until(
    () => textOf(popup),
    (text) => text.includes(LUMEN.name),
  );
  await until(
    () => snapshotsIn(chromium),
    (all) => all.length === 1,
  );
  return popup;
}

describe('the workspace', () => {
  test('opens empty with a way on', () =>
    onStage({ pages }, async (chromium) => {
      const page = await chromium.extensionPage('options.html');
      await until(
        () => textOf(page),
        (text) => /sample/i.test(text),
      );
      expect(await violations(page)).toEqual([]);
    }));

  test('shows the account that was captured', () =>
    onStage({ pages }, async (chromium) => {
      await captured(chromium);
      const page = await chromium.extensionPage('options.html');
      await until(
        () => textOf(page),
        (text) => text.includes(LUMEN.name),
      );
      expect(await textOf(page)).not.toMatch(/NaN|undefined|\[object/);
    }));
});

/** Opens the sample study. */
async function sample(chromium: Chromium): Promise<Page> {
  const page = await chromium.extensionPage('options.html');
  await page.setViewport({ width: 1280, height: 900 });
  await (await page.waitForSelector('.empty button'))?.click();
  await page.waitForSelector('table.benchmark tbody tr', { timeout: 20_000 });
  return page;
}
const shown = (page: Page, view: string) =>
  page.evaluate((name) => {
    location.hash = name;
  }, view);

describe('two brands compared', () => {
  test('in sentences and figures, whose posts are one click away, also in a narrow window and in the dark', () =>
    onStage({ pages, dark: true }, async (chromium) => {
      const page = await sample(chromium);
      await shown(page, 'compare');
      await page.waitForSelector('table.content tbody td ul', { timeout: 20_000 });
      const text = await textOf(page);
      expect(text).toMatch(/A typical post of Brûlerie Orvane engages [\d.]+% of followers, one of Brasserie Tournelune engages/);
      expect(text).toContain('On YouTube they show no interactions in common.');
      expect(text).not.toMatch(/NaN|undefined|\[object/);
      expect(await violations(page)).toEqual([]);
      await page.setViewport({ width: 400, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
      expect(await violations(page)).toEqual([]);
      const n = await page.$eval('table.compare button.figure-n', (button) => Number(button.textContent?.replace(/\D/g, '')));
      await page.click('table.compare button.figure-n');
      await until(
        () => page.$$eval('table tbody tr', (rows) => rows.length),
        (rows) => rows === n,
      );
      expect(await textOf(page)).toContain('compared with Brasserie Tournelune');
    }));
});

describe.each([false, true])('accessibility, dark: %s', (dark) => {
  test('popup and workspace have no serious violation', () =>
    onStage({ pages, dark }, async (chromium) => {
      expect(await violations(await captured(chromium))).toEqual([]);
      const page = await chromium.extensionPage('options.html');
      await until(
        () => textOf(page),
        (text) => text.includes(LUMEN.name),
      );
      expect(await violations(page)).toEqual([]);
    }));
});
