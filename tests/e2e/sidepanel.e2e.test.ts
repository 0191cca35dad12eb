import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { press, shows, textOf } from './page';
import { LUMEN, LUMEN_URL, lumenPage, POSTS, post } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const OTHER = { name: 'Nordlys Works', handle: 'nordlysworks', nativeId: '77' };
const OTHER_URL = `https://x.com/${OTHER.handle}`;
const pages = (url: string) =>
  url === LUMEN_URL ? lumenPage() : url === OTHER_URL ? lumenPage({ owner: OTHER, posts: [{ ...post(0), author: OTHER }] }) : null;

/** A page that was captured from the toolbar, and from the popup the browser's own side panel opened beside it. */
async function withPanel(chromium: Chromium): Promise<{ page: Page; panel: Page }> {
  const page = await chromium.open(LUMEN_URL);
  const popup = await chromium.clickToolbar(page);
  await shows(popup, LUMEN.name);
  await press(popup, 'Keep open beside the page');
  const target = await chromium.browser.waitForTarget((each) => each.url().endsWith('/sidepanel.html'));
  return { page, panel: await target.asPage() };
}

const rowsOf = (panel: Page) =>
  panel.evaluate(() =>
    [...document.querySelectorAll('.panel-posts tbody')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
  );

describe('the side panel', () => {
  test('opens from the popup and shows its capture, with the posts ranked', () =>
    onStage({ pages }, async (chromium) => {
      const { panel } = await withPanel(chromium);
      await shows(panel, `${POSTS} posts`);
      expect(await textOf(panel)).toContain(LUMEN.name);
      const rows = await until(
        () => rowsOf(panel),
        (all) => all.length === POSTS,
      );
      const { likes, comments, shares } = post(POSTS - 1).counts;
      expect(rows[0]?.slice(0, 3)).toEqual([likes, comments, shares].map(String));
      // Of 12 posts, formats not told apart, all of them long done growing.
      expect(rows[0]?.[3]).toMatch(/^×1\.38.*percentile 96/);
      expect(rows.at(-1)?.[3]).toMatch(/^×0\.62.*percentile 4 /);
    }));

  test('says how the brand does as a whole once it is one of a study, and leads to its audit', () =>
    onStage({ pages }, async (chromium) => {
      const { panel } = await withPanel(chromium);
      await shows(panel, `${POSTS} posts`);
      expect(await textOf(panel)).not.toContain('Audit of');
      await press(panel, 'Own brand');
      await shows(panel, `Audit of ${LUMEN.name}`);
      const line = await panel.$eval('.panel-audit', (each) => each.textContent);
      expect(line).toMatch(/Audit incomplete: .*\d+% of the weight scored/);
      await press(panel, 'Open the audit');
      const target = await chromium.browser.waitForTarget((each) => each.url().includes('options.html#audit?brand='));
      const audit = await target.asPage();
      await audit.waitForSelector('.audit-letter');
      const share = /(\d+% of the weight scored)/.exec(line ?? '')?.[1] ?? 'none';
      expect(await audit.$eval('.audit-grade', (each) => each.textContent)).toContain(share);
    }));

  test('goes with the page: the post in the middle of the window is marked', () =>
    onStage({ pages }, async (chromium) => {
      const { page, panel } = await withPanel(chromium);
      await shows(panel, `${POSTS} posts`);
      /** Texts of the marked rows. */
      const marked = () => panel.$$eval('.panel-posts tbody[aria-current]', (rows) => rows.map((row) => row.textContent ?? ''));
      for (const number of [3, 9, 5]) {
        await page.evaluate((nth) => document.querySelectorAll('article')[nth - 1]?.scrollIntoView({ block: 'center' }), number);
        const rows = await until(marked, (all) => all.length === 1 && all[0]?.includes(`Lamp number ${number} `) === true);
        expect(rows[0]).toContain('In the middle of the page:');
      }
    }));

  test('captures again and undoes from where it stands', () =>
    onStage({ pages }, async (chromium) => {
      const { panel } = await withPanel(chromium);
      await shows(panel, `${POSTS} posts`);
      await press(panel, 'Capture again');
      await until(
        () => snapshotsIn(chromium),
        (all) => all.length === 2,
      );
      await shows(panel, 'Undo');
      await press(panel, 'Undo');
      await shows(panel, 'Undone');
      expect(await snapshotsIn(chromium)).toHaveLength(1);
      // The capture before it is the newest again.
      await until(
        () => rowsOf(panel),
        (all) => all.length === POSTS,
      );
    }));

  test('counts while a page is followed, stops it, and shows what it came to', () =>
    onStage({ pages }, async (chromium) => {
      const { page, panel } = await withPanel(chromium);
      await press(panel, 'Follow while I scroll');
      await shows(panel, `${POSTS} posts so far`);
      await page.evaluate(
        (html) => {
          const cells = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('article')].map(
            (article) => article.parentElement ?? article,
          );
          const list = document.querySelector('article')?.parentElement?.parentElement;
          for (const cell of cells) list?.append(document.adoptNode(cell));
        },
        lumenPage({ posts: [20, 21, 22].map(post) }),
      );
      await shows(panel, `${POSTS + 3} posts so far`);
      await press(panel, 'Stop and save');
      await shows(panel, `${POSTS + 3} posts,`);
      expect((await snapshotsIn(chromium)).map(({ coverage }) => coverage.read).sort()).toEqual([POSTS, POSTS + 3]);
    }));

  test('goes with the tab in front, captures nothing by itself, and shows what the toolbar captures there', () =>
    onStage({ pages }, async (chromium) => {
      const { page, panel } = await withPanel(chromium);
      await shows(panel, LUMEN.name);
      const other = await chromium.open(OTHER_URL);
      await shows(panel, 'Click Jauge’s button in the toolbar once on this page');
      expect(await textOf(panel)).not.toContain(LUMEN.name);
      expect(await snapshotsIn(chromium)).toHaveLength(1);
      const popup = await chromium.clickToolbar(other);
      await shows(popup, OTHER.name);
      await shows(panel, OTHER.name);
      await page.bringToFront();
      await shows(panel, LUMEN.name);
      expect(await textOf(panel)).not.toContain(OTHER.name);
      expect(await snapshotsIn(chromium)).toHaveLength(2);
    }));

  test('loaded anew it still shows the capture, and can undo it', () =>
    onStage({ pages }, async (chromium) => {
      const { panel } = await withPanel(chromium);
      await shows(panel, LUMEN.name);
      await panel.reload();
      await shows(panel, `${POSTS} posts`);
      await press(panel, 'Undo');
      await shows(panel, 'Undone');
      await shows(panel, 'has not been captured yet');
      expect(await snapshotsIn(chromium)).toEqual([]);
    }));
});
