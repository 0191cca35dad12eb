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
