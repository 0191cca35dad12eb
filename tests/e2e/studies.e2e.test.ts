import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { blueskyProfile } from '../demo/pages/bluesky';
import { popupMarkup } from '../demo/workspace';
import { violations } from './accessibility';
import { press, shows, textOf } from './page';
import { FOLLOWERS, LUMEN, LUMEN_URL, lumenPage, post } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const TWIN = { name: LUMEN.name, handle: `${LUMEN.handle}.bsky.social`, nativeId: 'did:plc:lumenatelierlumenateli' };
const TWIN_URL = `https://bsky.app/profile/${TWIN.handle}`;
const OTHER = { name: 'Nordlys Works', handle: 'nordlysworks', nativeId: '77' };
const OTHER_URL = `https://x.com/${OTHER.handle}`;

/** Lumen's own page, that of Lumen on Bluesky, and another brand's. */
const pages = (url: string): string | null => {
  if (url === LUMEN_URL) return lumenPage();
  if (url === OTHER_URL) return lumenPage({ owner: OTHER, posts: [{ ...post(0), author: OTHER }] });
  if (url !== TWIN_URL) return null;
  const posts = [0, 1].map((n) => ({ ...post(n), id: `3kabcdefgh2${'ab'[n]}x`, author: TWIN }));
  return blueskyProfile({
    ...{ owner: TWIN, bio: '', followers: 900, following: 3, postCount: 2, posts, language: 'en', now: Date.UTC(2026, 9, 20, 9) },
  });
};

const chips = (page: Page) => page.$$eval('.brand-accounts', (lists) => lists.map((list) => list.querySelectorAll('.chip').length));
const names = (page: Page) => page.$$eval('.study-bar label:first-child option', (all) => all.map((each) => each.textContent));

async function capture(chromium: Chromium, url: string): Promise<Page> {
  const before = (await snapshotsIn(chromium)).length;
  const popup = await chromium.clickToolbar(await chromium.open(url));
  await until(
    () => snapshotsIn(chromium),
    (all) => all.length === before + 1,
  );
  await popup.waitForSelector('.gauge:not(.gauge-waiting)');
  return popup;
}

async function workspace(chromium: Chromium): Promise<Page> {
  const page = await chromium.extensionPage('options.html');
  await page.setViewport({ width: 1280, height: 900 });
  await page.waitForSelector('details.setup');
  return page;
}

describe('accounts without a brand', () => {
  test('are suggested with the likeliest brand, added with one press and undone with another; set aside they stay so', () =>
    onStage({ pages }, async (chromium) => {
      await capture(chromium, OTHER_URL);
      await capture(chromium, TWIN_URL);
      const popup = await capture(chromium, LUMEN_URL);
      await press(popup, 'Own brand');
      await popup.waitForSelector('.capture-roles', { hidden: true });
      const page = await workspace(chromium);
      await shows(page, '2 captured accounts belong to no brand yet');
      await shows(page, `same handle as @${LUMEN.handle} on X`);
      expect(await violations(page)).toEqual([]);
      await press(page, `Add to ${LUMEN.name}`);
      await shows(page, `${LUMEN.name} added to ${LUMEN.name}.`);
      await page.click('details.setup > summary');
      await until(
        () => chips(page),
        (counts) => String(counts) === '2',
      );
      await press(page, 'Undo');
      await until(
        () => chips(page),
        (counts) => String(counts) === '1',
      );
      await press(page, `Do not offer ${LUMEN.name} again`);
      await shows(page, '1 account set aside');
      await press(page, 'Add as new brand');
      await shows(page, `${OTHER.name} added as a brand.`);
      await page.reload();
      await page.waitForSelector('table.benchmark tbody tr:nth-child(2)');
      expect(await textOf(page)).not.toContain('belongs to no brand yet');
      await page.click('details.setup > summary');
      expect(await chips(page)).toEqual([1, 1]);
      expect(await violations(page)).toEqual([]);
    }));
});

describe('several studies', () => {
  test('are named, copied for a client, switched, filtered, removed and brought back', () =>
    onStage({ pages }, async (chromium) => {
      const popup = await capture(chromium, LUMEN_URL);
      await press(popup, 'Own brand');
      await popup.waitForSelector('.capture-roles', { hidden: true });
      const page = await workspace(chromium);
      await page.click('details.setup > summary');
      await press(page, 'Duplicate');
      await shows(page, '“My study (copy)” is a copy');
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.editor-head input')?.value === 'My study (copy)');
      await page.click('details.setup > summary');
      await page.type('.editor-head input[list]', 'Orvane');
      await page.keyboard.press('Tab');
      await page.waitForSelector('.study-bar optgroup[label="Orvane"]');
      await page.click('.brand-details summary');
      await page.waitForSelector('.brand-fields');
      await page.select('.brand-fields label:nth-of-type(2) select', 'DK');
      await shows(page, 'Denmark');
      await press(page, 'New study');
      await until(
        () => names(page),
        (all) => String(all) === 'My study,New study,My study (copy)',
      );
      const [first = '', copy = ''] = await page.$$eval('.study-bar label:first-child option', (all) =>
        all.filter(({ text }) => text.startsWith('My study')).map(({ value }) => value),
      );
      await page.select('.study-bar label:first-child select', copy);
      await page.waitForSelector('table.benchmark tbody tr');
      await page.select('.tools label:nth-of-type(2) select', 'DK');
      await shows(page, '1 of 1 brands');
      await page.click('.chips .chip');
      await until(
        () => textOf(page),
        (text) => !text.includes('1 of 1 brands'),
      );
      await page.click('details.setup > summary');
      await press(page, 'Remove study');
      await until(
        () => names(page),
        (all) => all.length === 2,
      );
      await press(page, 'Undo');
      await page.waitForSelector('.study-bar optgroup[label="Orvane"]');
      // The first study was not touched by what was done to its copy.
      await page.select('.study-bar label:first-child select', first);
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.editor-head input')?.value === 'My study');
      expect(await textOf(page)).not.toContain('Denmark ');
    }));
});

describe('the popup', () => {
  test.each(['en', 'fr'] as const)('shows gauge and newest post without scrolling at 380 px (%s)', (language) =>
    onStage({ pages, language }, async (chromium) => {
      const popup = await capture(chromium, LUMEN_URL);
      await popup.waitForSelector('.gauge-newest');
      const markup = await popupMarkup(popup);
      const page = await chromium.browser.newPage();
      await page.setViewport({ width: 380, height: 600 });
      await page.setContent(markup.replace(/<script.*?<\/script>/gs, ''));
      const box = await page.evaluate(() => {
        const line = document.querySelector('.gauge-newest')?.getBoundingClientRect().height ?? 0;
        return { height: document.body.scrollHeight, width: document.documentElement.scrollWidth, line };
      });
      expect(box.height).toBeLessThanOrEqual(600);
      expect(box.width).toBeLessThanOrEqual(380);
      // One line of small print.
      expect(box.line).toBeLessThan(20);
      expect(await page.$$('.gauge svg')).toHaveLength(1);
      expect(await textOf(page)).toContain(FOLLOWERS.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-US'));
    }),
  );
});
