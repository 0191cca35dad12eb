import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { violations } from './accessibility';
import { press, shows } from './page';
import { onStage, until } from './stage';

const pages = () => null;
const BRAND = 'Brûlerie Orvane';

/** Opens the audit of the sample study's own brand. */
async function sampleAudit(chromium: Chromium): Promise<Page> {
  const page = await chromium.extensionPage('options.html');
  await page.setViewport({ width: 1280, height: 900 });
  await (await page.waitForSelector('.empty button'))?.click();
  await page.waitForSelector('table.benchmark tbody tr');
  await toAudit(page);
  return page;
}

async function toAudit(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = 'audit';
  });
  await page.waitForSelector('.audit-given');
}

/** Whole points by code, of those that have any. */
const scores = (page: Page) =>
  page.$$eval('.audit-criterion > summary', (rows) =>
    Object.fromEntries(
      rows.flatMap((row) => {
        const score = row.querySelector('.audit-score strong')?.textContent;
        return score === undefined ? [] : [[row.querySelector('.audit-name .muted')?.textContent ?? '', Number(score)]];
      }),
    ),
  );
const scored = (page: Page, code: string, points: number | undefined) =>
  until(
    () => scores(page),
    (all) => all[code] === points,
  );

/** Names of everything that was said, in the extension's own storage. */
const answersKept = async (chromium: Chromium) =>
  (await chromium.serviceWorker()).evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { get(keys: null): Promise<object> } } } }).chrome;
    return Object.keys(await storage.local.get(null)).filter((name) => /^(post-)?answers:/.test(name));
  });

describe('what only people know', () => {
  test('is given where the criterion points to, by the keyboard, scores it, outlasts a reload and goes with the brand', () =>
    onStage({ pages }, async (chromium) => {
      const page = await sampleAudit(chromium);
      expect(await scores(page)).not.toHaveProperty('B1');
      await page.$$eval('.audit-category, .audit-criterion', (all) => {
        for (const each of all) (each as HTMLDetailsElement).open = true;
      });

      // The button unfolds the place and puts the focus into it.
      await press(page, 'Answer here: Objectives');
      await page.waitForFunction(() => document.activeElement?.closest('#given-objectives') !== null);
      await page.focus('#given-objectives .given-new input');
      await page.keyboard.type('200 requests for a quote a month by June');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.given-objective');
      await page.select('.given-judged label:nth-of-type(1) select', 'yes');
      await scored(page, 'B1', 100);
      await page.select('.given-judged label:nth-of-type(7) select', 'no');
      await scored(page, 'B1', 50);

      await page.type('#given-kpis .given-new input', 'Reply rate');
      await page.keyboard.press('Enter');
      await scored(page, 'B2', 0);
      await page.click('#given-kpis li input[type="checkbox"]');
      await scored(page, 'B2', 100);

      const [visits, conversions] = await page.$$('#given-figures input');
      await visits?.type('1,000');
      await conversions?.type('2000');
      await page.keyboard.press('Tab');
      await shows(page, 'There cannot be more conversions than visits.');
      expect(await violations(page)).toEqual([]);
      await conversions?.click({ count: 3 });
      await page.keyboard.type('90');
      await page.keyboard.press('Tab');
      await scored(page, 'B3', 100);

      // What was removed comes back.
      await page.click('#given-kpis .icon-button');
      await scored(page, 'B2', undefined);
      await press(page, 'Undo');
      await scored(page, 'B2', 100);

      // A post is answered from the list.
      await press(page, 'Open the posts');
      await page.waitForSelector('table.posts tbody tr');
      await page.keyboard.press('j');
      await page.keyboard.press('t');
      await page.waitForSelector('dialog[open] .post-answers');
      await page.select('.post-answers label:nth-of-type(1) select', 'no');
      await page.select('.post-answers label:nth-of-type(3) select', 'unnamed');
      await until(
        () => answersKept(chromium),
        (names) => names.some((name) => name.startsWith('post-answers:')),
      );
      expect(await violations(page)).toEqual([]);

      await page.evaluate(() => {
        location.hash = 'audit';
      });
      await page.reload();
      await page.waitForSelector('.audit-given');
      await scored(page, 'L1', 0);
      expect(await scores(page)).toMatchObject({ B1: 50, B2: 100, B3: 100 });
      await shows(page, 'Comments are closed: B at most');
      await page.click('.audit-given > summary');
      expect(await page.$$eval('.given-objective input', ([input]) => (input as HTMLInputElement).value)).toBe(
        '200 requests for a quote a month by June',
      );

      // The brand is taken out of the study, comes back with all of it, and goes for good.
      expect(await answersKept(chromium)).toHaveLength(2);
      const takeOut = async () => {
        await page.evaluate(() => {
          location.hash = 'benchmark';
        });
        await page.waitForSelector('details.setup');
        await page.$eval('details.setup', (each) => {
          (each as HTMLDetailsElement).open = true;
        });
        await press(page, `Remove ${BRAND}`);
        await shows(page, `${BRAND} removed from the study.`);
        expect((await answersKept(chromium)).filter((name) => name.startsWith('answers:'))).toEqual([]);
      };
      await takeOut();
      await press(page, 'Undo');
      await until(
        () => answersKept(chromium),
        (names) => names.length === 2,
      );
      await toAudit(page);
      await scored(page, 'B1', 50);
      await press(page, 'Remove the sample');
      await until(
        () => answersKept(chromium),
        (names) => names.length === 0,
      );
    }));
});

describe('the fields', () => {
  test('can be read by everybody, in French and in the dark too, and keep to a narrow window', () =>
    onStage({ pages, language: 'fr', dark: true }, async (chromium) => {
      const page = await sampleAudit(chromium);
      await page.click('.audit-given > summary');
      await page.type('#given-objectives .given-new input', 'Fans');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.given-objective');
      await page.type('#given-mentions .checked-field:nth-of-type(2) input', 'forum.example');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.given-mentions tbody tr');
      await page.click('#given-mentions .given-new button');
      await page.waitForSelector('.field-error');
      expect(await violations(page, 'colours')).toEqual([]);
      await page.setViewport({ width: 400, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
      expect(await violations(page)).toEqual([]);
    }));
});
