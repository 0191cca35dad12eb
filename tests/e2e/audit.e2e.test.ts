import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { violations } from './accessibility';
import { shows } from './page';
import { onStage, until } from './stage';

const pages = () => null;
const EVIL = '"><script>document.title="run"</script>';

/** Opens the audit of the sample study. */
async function sampleAudit(chromium: Chromium): Promise<Page> {
  const page = await chromium.extensionPage('options.html');
  await page.setViewport({ width: 1280, height: 900 });
  await (await page.waitForSelector('.empty button'))?.click();
  await page.waitForSelector('table.benchmark tbody tr');
  await page.evaluate(() => {
    location.hash = 'audit';
  });
  await page.waitForSelector('.audit-letter');
  return page;
}

const unfold = (page: Page) =>
  page.$$eval('details', (all) => {
    for (const each of all) (each as HTMLDetailsElement).open = true;
  });

describe('the audit', () => {
  test('is saved as it is, compared with what came after, and removed with a way back', () =>
    onStage({ pages }, async (chromium) => {
      const page = await sampleAudit(chromium);
      const [save] = await page.$$('xpath/.//button[normalize-space()="Save this audit"]');
      await save?.click();
      await page.waitForSelector('.audit-runs tbody tr');
      await page.select('.tools label:nth-of-type(3) select', 'service');
      const click = async (name: string) => (await page.$$(`xpath/.//button[normalize-space()="${name}"]`))[0]?.click();
      await click('What changed');
      await page.waitForSelector('.audit-change');
      expect(await page.$eval('.audit-change', (each) => each.textContent)).toContain('Not the brand alone changed: other weights.');
      await click('Compute again');
      await shows(page, 'Computed again from the same captures: every figure is the same.');
      await page.reload();
      await page.waitForSelector('.audit-runs tbody tr');
      await click('Remove');
      await page.waitForFunction(() => !document.querySelector('.audit-runs'));
      await click('Undo');
      await page.waitForSelector('.audit-runs tbody tr');
      await click('Open');
      await shows(page, 'Saved audit of Brûlerie Orvane');
    }));
});

test('the report is printed from a frame that goes away again', () =>
  onStage({ pages }, async (chromium) => {
    const page = await sampleAudit(chromium);
    await page.evaluateOnNewDocument(() => {
      globalThis.print = () => {
        (top as unknown as { printed: string }).printed = document.querySelector('.page-one')?.textContent ?? '';
        dispatchEvent(new Event('afterprint'));
      };
    });
    await page.click('[data-report=print]');
    const printed = await until(
      () => page.evaluate(() => (globalThis as unknown as { printed?: string }).printed ?? null),
      (text) => text !== null,
    );
    expect(printed).toContain('Audit of Brûlerie Orvane');
    expect(await page.$('iframe')).toBeNull();
  }));

test('the unfolded audit has no serious violation, dark too, and keeps to a narrow window', () =>
  onStage({ pages }, async (chromium) => {
    const page = await sampleAudit(chromium);
    await unfold(page);
    const inTheDark = (dark: boolean) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    expect(await violations(page)).toEqual([]);
    await inTheDark(true);
    expect(await violations(page, 'colours')).toEqual([]);
    await page.setViewport({ width: 400, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    expect(await violations(page, 'colours')).toEqual([]);
    await inTheDark(false);
    expect(await violations(page)).toEqual([]);
  }));

describe.each(['en', 'fr'] as const)('the report (%s)', (language) => {
  test('opens in a tab, runs nothing, fetches nothing, can be read by everybody and prints on A4', () =>
    onStage({ pages, language }, async (chromium) => {
      const page = await sampleAudit(chromium);
      await page.type('.audit-report-form label:nth-of-type(1) input', EVIL);
      await page.type('.audit-report-form textarea', EVIL);
      const opened = new Promise<string>((resolve) => chromium.browser.once('targetcreated', (target) => resolve(target.url())));
      await page.click('[data-report=open]');
      const target = await chromium.browser.waitForTarget((each) => each.url().startsWith('blob:'));
      await opened;
      const report = await target.asPage();
      await report.waitForSelector('.page-one');
      expect(await report.evaluate(() => document.documentElement.lang.slice(0, 2))).toBe(language);
      expect(await report.title()).toContain('Brûlerie Orvane');
      expect(await report.$eval('.typed', (each) => each.textContent)).toBe(EVIL);
      const html = await report.content();
      expect(html).not.toMatch(/<script|NaN|undefined|\[object/);
      expect(await report.$$eval('[src], link, [srcset], object, embed, iframe', (all) => all.length)).toBe(0);
      expect(html).not.toMatch(/@import|url\((?!#|&quot;#|"#)/);
      expect(await violations(report)).toEqual([]);
      await report.setViewport({ width: 400, height: 800 });
      expect(await report.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
      await printsWell(report);
    }));
});

/** Height of an A4 page between the margins of the report, in CSS pixels. */
const PAGE = ((297 - 2 * 16) / 25.4) * 96;

/** Every row may not be cut, and is short enough for a page to hold it; the grade has a page of its own. */
async function printsWell(report: Page): Promise<void> {
  await report.emulateMediaType('print');
  await report.setViewport({ width: Math.round(((210 - 2 * 14) / 25.4) * 96), height: 1000 });
  const rows = await report.$$eval('tr', (all) =>
    all.map((row) => ({ inside: getComputedStyle(row).breakInside, height: row.getBoundingClientRect().height })),
  );
  expect(rows.length).toBeGreaterThan(80);
  expect(rows.filter(({ inside, height }) => inside !== 'avoid' || height > PAGE)).toEqual([]);
  expect(await report.$eval('.page-one', (one) => getComputedStyle(one).breakAfter)).toBe('page');
  expect(await report.$eval('.page-one', (one) => one.getBoundingClientRect().bottom)).toBeLessThanOrEqual(PAGE);
  const pdf = Buffer.from(await report.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ]);
  expect(sizes.length).toBeGreaterThan(4);
  // A4 in points, to within the rounding of millimetres.
  const off = sizes.flatMap(([width = 0, height = 0]) => [Math.abs(width - 595), Math.abs(height - 842)]);
  expect(Math.max(...off)).toBeLessThanOrEqual(1);
}
