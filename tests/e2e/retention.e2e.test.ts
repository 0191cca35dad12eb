import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundled } from '../browser/bundle';
import type { Chromium } from '../browser/chromium';
import { violations } from './accessibility';
import { pressVisible, shows } from './page';
import { onStage, snapshotsIn, until } from './stage';

const idsIn = async (chromium: Chromium) => (await snapshotsIn(chromium)).map(({ id }) => id).sort();

/** Captures of two accounts by today's clock: `old` and `young` of one, `other` of another. */
async function fill(chromium: Chromium): Promise<void> {
  const page = await chromium.extensionPage('manifest.json');
  await page.evaluate(
    await bundled(`
      import { ingest } from './lib/ingest';
      import { capture, DAY, post } from './tests/store/build';
      globalThis.fill = async () => {
        for (const [handle, id, days] of [['lumen', 'old', 500], ['lumen', 'young', 2], ['mira', 'other', 450]]) {
          const one = capture(id, [post(id, { author: handle })], { takenAt: Date.now() - days * DAY });
          await ingest({ ...one, surface: { kind: 'profile', handle }, account: { ...one.account, handle, name: handle } });
        }
      };`),
  );
  await page.evaluate(() => (globalThis as unknown as { fill(): Promise<void> }).fill());
  await page.close();
}

describe('how long captures are kept', () => {
  test('a shorter time says what would go, erases it after ten seconds and can be taken back; an account keeps a time of its own', () =>
    onStage({ pages: () => null }, async (chromium) => {
      await fill(chromium);
      const page = await chromium.extensionPage('options.html#store');
      await shows(page, 'Times of their own');
      expect(await violations(page)).toEqual([]);

      const [, which, months] = await page.$$('.store-part select');
      await which?.select('x:mira');
      await months?.select('null');
      await pressVisible(page, 'Set');
      await shows(page, 'Keep like the others');

      const general = await page.$('.store-part select');
      await general?.select('12');
      await shows(page, '1 capture of 1 account is older than that');
      expect(await violations(page)).toEqual([]);
      await pressVisible(page, 'Cancel');
      expect(await general?.evaluate((select) => (select as HTMLSelectElement).value)).toBe('24');
      expect(await idsIn(chromium)).toEqual(['old', 'other', 'young']);

      await general?.select('12');
      await shows(page, 'Set and erase');
      await pressVisible(page, 'Set and erase');
      await shows(page, '1 older capture is being erased');
      await pressVisible(page, 'Undo');
      await shows(page, 'nothing was erased');
      expect(await general?.evaluate((select) => (select as HTMLSelectElement).value)).toBe('24');

      await general?.select('12');
      await shows(page, 'Set and erase');
      await pressVisible(page, 'Set and erase');
      await until(
        () => idsIn(chromium),
        (ids) => ids.length === 2,
      );
      expect(await idsIn(chromium)).toEqual(['other', 'young']);
    }));

  test('a backup can be saved from the copies when no database opens', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jauge-backup-'));
    try {
      await onStage({ pages: () => null }, async (chromium) => {
        await fill(chromium);
        const page = await chromium.browser.newPage();
        await page.evaluateOnNewDocument(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
          };
        });
        await page.goto(`chrome-extension://${chromium.extensionId}/options.html#store`);
        await shows(page, 'the copies beside it can be read');
        const session = await page.createCDPSession();
        await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
        await pressVisible(page, 'Save a backup');
        await until(
          async () => readdirSync(folder).filter((name) => name.endsWith('.ndjson.gz')),
          (found) => found.length === 1,
        );
        await page.close();
        expect(await idsIn(chromium)).toEqual(['old', 'other', 'young']);
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
