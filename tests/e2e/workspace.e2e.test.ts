import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { violations } from './accessibility';
import { shows, textOf } from './page';
import { LUMEN, LUMEN_URL, lumenPage } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const pages = (url: string) => (url === LUMEN_URL ? lumenPage() : null);

async function captured(chromium: Chromium): Promise<Page> {
  const popup = await chromium.clickToolbar(await chromium.open(LUMEN_URL));
  await shows(popup, LUMEN.name);
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
      await shows(page, LUMEN.name);
      expect(await textOf(page)).not.toMatch(/NaN|undefined|\[object/);
    }));
});

/** Opens the sample study. */
async function sample(chromium: Chromium): Promise<Page> {
  const page = await chromium.extensionPage('options.html');
  await page.setViewport({ width: 1280, height: 900 });
  await (await page.waitForSelector('.empty button'))?.click();
  await page.waitForSelector('table.benchmark tbody tr');
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
      await page.waitForSelector('table.content tbody td ul');
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

describe('the charts of a benchmark', () => {
  test('lead from a dot to its post, and leave as a picture of lines that names the brands and draws every post', () =>
    onStage({ pages }, async (chromium) => {
      const page = await sample(chromium);
      await page.setViewport({ width: 1280, height: 2200 });
      const chart = await page.waitForSelector('figure.chart canvas');
      const text = async () => (await page.$eval('figure.chart canvas', (canvas) => canvas.getAttribute('aria-label'))) ?? '';
      const posts = [...(await text()).matchAll(/\(n (\d+)\)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
      expect(posts).toBeGreaterThan(50);

      // The file is caught where the browser would download it.
      await page.evaluate(() => {
        const kept: Blob[] = [];
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => {
          kept.push(blob as Blob);
          return createObjectURL(blob);
        };
        Object.assign(globalThis, { kept });
      });
      await page.click('figure.chart .pictures button:last-of-type');
      const svg = await until(
        () => page.evaluate(async () => (await (globalThis as unknown as { kept: Blob[] }).kept[0]?.text()) ?? ''),
        (file) => file.length > 0,
      );
      const drawn = await page.evaluate((file) => {
        const { documentElement } = new DOMParser().parseFromString(file, 'image/svg+xml');
        return { root: documentElement.localName, text: documentElement.textContent ?? '', width: documentElement.getAttribute('width') };
      }, svg);
      expect(drawn.root).toBe('svg');
      expect(drawn.text).toContain('Brûlerie Orvane');
      expect(Number(drawn.width)).toBeGreaterThan(300);
      expect(svg.match(/[Aa] ?3[ ,]3/g)?.length ?? 0).toBeGreaterThanOrEqual(posts);

      // Dots are pixels: those of the first row's are looked for with the pointer.
      const box = await chart?.boundingBox();
      if (!box) throw new Error('The chart has no place.');
      let found = false;
      for (let x = 120; x < box.width - 90 && !found; x += 8)
        for (let y = 12; y < 44 && !found; y += 8) {
          await page.mouse.move(box.x + x, box.y + y);
          found = await page.$eval('figure.chart canvas', (canvas) => (canvas as HTMLElement).style.cursor === 'pointer');
          if (found) await page.mouse.click(box.x + x, box.y + y);
        }
      expect(found).toBe(true);
      await page.waitForSelector('dialog[open]');
      expect(await page.evaluate(() => location.hash)).toMatch(/^#posts\?post=/);
      expect(await violations(page)).toEqual([]);
    }));
});

describe.each([false, true])('accessibility, dark: %s', (dark) => {
  test('popup and workspace have no serious violation', () =>
    onStage({ pages, dark }, async (chromium) => {
      const only = dark ? 'colours' : 'everything';
      expect(await violations(await captured(chromium), only)).toEqual([]);
      const page = await chromium.extensionPage('options.html');
      await shows(page, LUMEN.name);
      expect(await violations(page, only)).toEqual([]);
    }));
});
