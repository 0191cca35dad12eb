import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { violations } from './accessibility';
import { pressVisible, shows } from './page';
import { LUMEN, LUMEN_URL, lumenPage, POSTS } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const pages = (url: string) => (url === LUMEN_URL ? lumenPage() : null);

async function captureOnce(chromium: Chromium): Promise<void> {
  const popup = await chromium.clickToolbar(await chromium.open(LUMEN_URL));
  await shows(popup, LUMEN.name);
  await until(
    () => snapshotsIn(chromium),
    (all) => all.length === 1,
  );
  await popup.close();
}

async function choose(page: Page, path: string): Promise<void> {
  const input = await page.waitForSelector('.box input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(path);
}

/** Saves a backup with the real button; its path. */
async function backupInto(page: Page, folder: string): Promise<string> {
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await pressVisible(page, 'Save a backup');
  const names = await until(
    async () => readdirSync(folder).filter((name) => name.endsWith('.ndjson.gz')),
    (found) => found.length === 1,
  );
  return join(folder, names[0] ?? '');
}

describe('a backup', () => {
  test('is saved, everything is erased, and it brings everything back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jauge-backup-'));
    try {
      await onStage({ pages }, async (chromium) => {
        await captureOnce(chromium);
        const before = await snapshotsIn(chromium);
        const page = await chromium.extensionPage('options.html#store');
        await shows(page, 'Save a backup');
        expect(await violations(page)).toEqual([]);
        const file = await backupInto(page, folder);
        expect(file).toMatch(/jauge-backup-\d{4}-\d\d-\d\d\.ndjson\.gz$/);
        await shows(page, 'Last saved');

        await pressVisible(page, 'Erase everything');
        // What is typed before the dialog is open goes nowhere.
        await (await page.waitForSelector('dialog[open] input'))?.type('erase');
        await page.keyboard.press('Enter');
        await shows(page, 'Everything is being erased');
        await pressVisible(page, 'Close');
        await shows(page, 'Nothing is kept yet');
        expect(await snapshotsIn(chromium)).toEqual([]);
        expect(await violations(page)).toEqual([]);

        await choose(page, file);
        await shows(page, /What “jauge-backup.*New captures1.*Readings of posts12/);
        expect(await snapshotsIn(chromium)).toEqual([]);
        expect(await violations(page)).toEqual([]);
        await pressVisible(page, 'Bring it in');
        await shows(page, 'captures came in');
        expect(await snapshotsIn(chromium)).toEqual(before);
        expect(before[0]?.postKeys).toHaveLength(POSTS);

        await pressVisible(page, 'Check now');
        await shows(page, '1 capture is whole');
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('that is none is refused in plain words, and nothing is changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jauge-backup-'));
    const file = join(folder, 'holiday.gz');
    writeFileSync(file, 'no backup at all');
    try {
      await onStage({ pages }, async (chromium) => {
        await captureOnce(chromium);
        const before = await snapshotsIn(chromium);
        const page = await chromium.extensionPage('options.html#store');
        await choose(page, file);
        await shows(page, /“holiday\.gz” was not read in\..*not a backup made by Jauge.*Nothing was changed/);
        expect(await violations(page)).toEqual([]);
        expect(await snapshotsIn(chromium)).toEqual(before);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('undone within ten seconds, an erased account is there as before', () =>
    onStage({ pages }, async (chromium) => {
      await captureOnce(chromium);
      const before = await snapshotsIn(chromium);
      const page = await chromium.extensionPage('options.html#store');
      await page.waitForSelector('.danger-zone .choice select');
      const key = before[0]?.accountKey ?? '';
      await page.select('.danger-zone .choice select', key);
      await pressVisible(page, 'Erase account');
      await page.waitForSelector('dialog form button.danger');
      await page.click('dialog form button.danger');
      await shows(page, 'is being erased');
      await pressVisible(page, 'Undo');
      await shows(page, LUMEN.name);
      expect(await snapshotsIn(chromium)).toEqual(before);
      await pressVisible(page, 'Check now');
      await shows(page, '1 capture is whole');
    }));
});
