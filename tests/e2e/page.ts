import type { ElementHandle, Page } from 'puppeteer-core';
import type { Chromium } from '../browser/chromium';
import { until } from './stage';

/** All that a page says. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.textContent ?? '');

/** What a page says, as soon as these words are among it. */
export const shows = (page: Page, words: string | RegExp): Promise<string> =>
  until(
    () => textOf(page),
    (text) => (typeof words === 'string' ? text.includes(words) : words.test(text)),
  );

/** Captures a page by a real click, and closes the popup once it names the account: one that is closed as it opens has not yet asked for anything. */
export async function captureAndClose(chromium: Chromium, page: Page, account: string): Promise<void> {
  const popup = await chromium.clickToolbar(page);
  await shows(popup, account);
  await popup.close();
  await page.bringToFront();
}

/** Clicks the button of this name, once it is there. */
export const press = (page: Page, name: string): Promise<void> => page.locator(`::-p-aria([name="${name}"][role="button"])`).click();

/** Clicks the button of these words that is in sight, once one is: a dialog is there before it is open. */
export async function pressVisible(page: Page, words: string): Promise<void> {
  const button = await page.waitForFunction(
    (name) => [...document.querySelectorAll('button')].find((each) => each.textContent?.trim() === name && each.checkVisibility()),
    {},
    words,
  );
  await (button as ElementHandle<HTMLButtonElement>).click();
}
