import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { VIEWS } from '../../components/Nav';
import type { Chromium } from '../browser/chromium';
import { BRANDS } from './brands';

const WAIT = 40_000;
const SETTLE = 400;
const SIZE = { width: 1440, height: 900 };

export const STUDY_NAME = 'Boissons 2026';

/** Opens a view of the workspace in its own tab. */
export async function openWorkspace(chromium: Chromium, view: string): Promise<Page> {
  const page = await chromium.extensionPage(`options.html#${view}`);
  await page.setViewport(SIZE);
  await page.waitForSelector('main', { timeout: WAIT });
  return page;
}

/** Names the study, and adds each brand's further accounts to it, in the workspace's own study editor. */
export async function completeStudy(chromium: Chromium): Promise<void> {
  const page = await openWorkspace(chromium, 'benchmark');
  await page.waitForSelector('.editor .free li', { timeout: WAIT });
  await settled();
  if (!(await page.$('details.setup[open]'))) await (await page.$('details.setup > summary'))?.click();
  await page.waitForSelector('.editor-head input', { visible: true, timeout: WAIT });
  await page.$eval('.editor-head input', (name) => (name as HTMLInputElement).select());
  await page.keyboard.type(STUDY_NAME);
  await page.keyboard.press('Tab');
  await page.waitForFunction(
    (title) => [...document.querySelectorAll('.study-bar option')].some((each) => each.textContent === title),
    { timeout: WAIT },
    STUDY_NAME,
  );
  for (let left = (await page.$$('.editor .free li')).length; left > 0; left -= 1) {
    const item = await page.waitForSelector('.editor .free li', { timeout: WAIT });
    const words = (await item?.$eval('.free-name', (each) => each.textContent)) ?? '';
    const brand = BRANDS.find((each) => words.includes(each.name))?.name;
    const select = (await item?.$$('select'))?.at(-1);
    const value = await select?.evaluate((each, wanted) => [...each.options].find((option) => option.text === wanted)?.value, brand);
    if (!select || !value) throw new Error(`the account “${words}” could not be added to ${brand}`);
    await select.select(value);
    await page.waitForFunction((n) => document.querySelectorAll('.editor .free li').length === n, { timeout: WAIT }, left - 1);
  }
  await page.close();
}

/** Downloads a CSV file through its button; its path in `out`. */
export async function exported(chromium: Chromium, kind: 'benchmark' | 'posts', out: string): Promise<string> {
  const folder = await mkdtemp(join(out, '.download-'));
  const page = await openWorkspace(chromium, kind);
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  const button = await page.waitForSelector(`[data-export=${kind}]`, { timeout: WAIT });
  await button?.click();
  const path = join(out, `${kind}.csv`);
  for (let waited = 0; waited < WAIT; waited += 100) {
    const [file] = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
    // The browser holds the place of the file with an empty one, while it writes another.
    if (file && (await stat(join(folder, file))).size) {
      await rename(join(folder, file), path);
      break;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  await page.close();
  await rm(folder, { recursive: true });
  if (!existsSync(path)) throw new Error(`${kind}.csv was not downloaded`);
  return path;
}

/** Where pictures go and how they are written. */
export interface Album {
  folder: string;
  type: 'png' | 'webp';
  language: 'en' | 'fr';
}

/** Pictures of Benchmark, Compare and Posts in one colour scheme. */
export async function picturesOf(chromium: Chromium, scheme: 'light' | 'dark', album: Album): Promise<string[]> {
  const paths: string[] = [];
  for (const view of ['benchmark', 'compare', 'posts'] as const) {
    const page = await openWorkspace(chromium, view);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.waitForSelector('table tbody tr', { timeout: WAIT });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    if (view !== 'posts') await page.setViewport({ ...SIZE, height });
    paths.push(await shoot(page, view, scheme, album));
    await page.close();
  }
  return paths;
}

const WIDTHS = [1280, 400];
/** Tabs beside the first of their view. */
const TABS = ['formats', 'calendar', 'topics', 'changes'].map((tab) => `landscape?tab=${tab}`);

/** Every view of the workspace in one colour scheme, in a wide and in a narrow window, whole; throws where a narrow one is wider than its window. */
export async function everyView(chromium: Chromium, scheme: 'light' | 'dark', album: Album): Promise<string[]> {
  const paths: string[] = [];
  for (const view of [...VIEWS, ...TABS])
    for (const width of WIDTHS) {
      const page = await openWorkspace(chromium, view);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setViewport({ width, height: 900 });
      await settled();
      const { scrollHeight, scrollWidth } = await page.evaluate(() => {
        const { scrollHeight: height, scrollWidth: wide } = document.documentElement;
        return { scrollHeight: height, scrollWidth: wide };
      });
      if (scrollWidth > width) throw new Error(`${view} is ${scrollWidth} px wide in a window of ${width}`);
      await page.setViewport({ width, height: scrollHeight });
      paths.push(await shoot(page, `${view.replace('?tab=', '-')}-${width}`, scheme, album));
      await page.close();
    }
  return paths;
}

/** The popup as it stands, as a document of its own: a popup cannot be resized, and in a headless browser it is cut off at 300 px. */
export const popupMarkup = (popup: Page): Promise<string> =>
  popup.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n');
    return `<!DOCTYPE html><html lang="${document.documentElement.lang}"><head><style>${rules}</style></head><body>${document.body.innerHTML}</body></html>`;
  });

/** Pictures of the popup in both colour schemes. */
export async function popupPictures({ browser }: Chromium, markup: string, album: Album): Promise<string[]> {
  const page = await browser.newPage();
  await page.setViewport({ width: 380, height: 100, deviceScaleFactor: 2 });
  await page.setContent(markup.replace(/<script.*?<\/script>/gs, ''));
  await page.setViewport({ width: 380, height: await page.evaluate(() => document.body.scrollHeight), deviceScaleFactor: 2 });
  const paths: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    paths.push(await shoot(page, 'popup', scheme, album));
  }
  await page.close();
  return paths;
}

/** Transitions end, charts are drawn. */
const settled = () => new Promise((done) => setTimeout(done, SETTLE));

async function shoot(page: Page, what: string, scheme: string, { folder, type, language }: Album): Promise<string> {
  await settled();
  const path = join(folder, `${what}-${language}-${scheme}.${type}`);
  await page.screenshot({ path: path as `${string}.png`, type, ...(type === 'webp' ? { quality: 82 } : {}) });
  return path;
}
