import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { LUMEN, LUMEN_URL, lumenPage } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const pages = (url: string) => (url === LUMEN_URL ? lumenPage() : null);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const textOf = (page: Page) => page.evaluate(() => document.body.textContent ?? '');

/** Serious and critical violations of accessibility, with where they are. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  const grave = results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

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
