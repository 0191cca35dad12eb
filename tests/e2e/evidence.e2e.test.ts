import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { violations } from './accessibility';
import { captureAndClose, pressVisible, shows } from './page';
import { LUMEN, LUMEN_URL, lumenPage, POSTS } from './pages';
import { colourAt, draftsIn, picturesIn } from './pictures';
import { raise } from './raise';
import { onStage, snapshotsIn, until } from './stage';

const pages = (url: string) => (url === LUMEN_URL ? lumenPage() : null);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Clicks the real toolbar button, then Audit capture in the popup, and waits for the picture to be offered. */
async function audited(chromium: Chromium): Promise<Page> {
  const popup = await chromium.clickToolbar(await chromium.open(LUMEN_URL));
  await shows(popup, LUMEN.name);
  await pressVisible(popup, 'Audit capture');
  await popup.waitForSelector('.picture-offer canvas');
  return popup;
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jauge-evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an audit capture', () => {
  test('takes a picture that is kept once it was looked at, is listed, and leaves in a pack whose hashes are right', () =>
    onStage({ pages }, async (chromium) => {
      const popup = await audited(chromium);
      const [draft] = await draftsIn(chromium);
      expect(await picturesIn(chromium)).toEqual([]);
      // The popup had captured the page already: its figures are not captured a second time.
      expect((await snapshotsIn(chromium)).map(({ id }) => id)).toEqual([draft?.snapshotId]);
      expect(draft).toMatchObject({ accountKey: `x:${LUMEN.handle}`, network: 'x', url: LUMEN_URL, edited: null });
      await pressVisible(popup, 'Keep');
      await shows(popup, 'The picture is kept.');
      const [picture] = await picturesIn(chromium);
      expect(picture).toMatchObject({ snapshotId: draft?.snapshotId, sha256: draft?.sha256 });
      expect(sha256(picture?.bytes ?? new Uint8Array())).toBe(picture?.sha256);
      expect(picture?.size).toBeLessThanOrEqual(300_000);
      expect(picture?.width).toBeLessThanOrEqual(1600);
      expect(await draftsIn(chromium)).toEqual([]);
      await popup.close();

      const page = await chromium.extensionPage('options.html#evidence');
      await shows(page, /Pictures of.*1 picture, .*as taken/);
      expect(await violations(page)).toEqual([]);
      const names = await pack(page);
      expect(names).toContain('posts.csv');
      const manifest = JSON.parse(readFileSync(join(folder, 'out/manifest.json'), 'utf8'));
      expect(manifest.pictures).toHaveLength(1);
      const [told] = manifest.pictures;
      const kept = readFileSync(join(folder, 'out', told.file));
      expect(sha256(kept)).toBe(told.sha256);
      expect(told.sha256).toBe(picture?.sha256);
      expect(kept.subarray(8, 12).toString()).toBe('WEBP');
      const snapshot = (await snapshotsIn(chromium)).find(({ id }) => id === picture?.snapshotId);
      expect(told.snapshot).toMatchObject({
        id: snapshot?.id,
        crc32: [snapshot?.checksum.toString(16).padStart(8, '0')],
        posts: POSTS,
        coverage: { read: POSTS },
      });
      expect(told.account).toMatchObject({ handle: LUMEN.handle, name: LUMEN.name });
      const lines = readFileSync(join(folder, 'out/posts.csv'), 'utf8').trim().split('\r\n');
      expect(lines.filter((line) => line.includes(picture?.snapshotId ?? '-'))).toHaveLength(POSTS);
      expect(readFileSync(join(folder, 'out/README.txt'), 'utf8')).toContain('sha256sum -c SHA256SUMS');
    }));

  test('leaves nothing on the disk when the picture is discarded, and Undo takes a picture that waits with it', () =>
    onStage({ pages }, async (chromium) => {
      const first = await audited(chromium);
      await pressVisible(first, 'Discard');
      await shows(first, 'The picture was discarded');
      expect(await draftsIn(chromium)).toEqual([]);
      await first.close();
      const second = await audited(chromium);
      expect(await draftsIn(chromium)).toHaveLength(1);
      await pressVisible(second, 'Undo');
      await until(
        () => draftsIn(chromium),
        (drafts) => drafts.length === 0,
      );
      expect(await picturesIn(chromium)).toEqual([]);
    }));
});

describe('an audit capture by shortcut or menu', () => {
  test.each(['menu', 'command'] as const)('(%s) opens the picture where it is decided on', (what) =>
    onStage({ pages }, async (chromium) => {
      // Access comes with any gesture on the extension; a raised event is none, so the toolbar button is clicked first.
      const page = await chromium.open(LUMEN_URL);
      await captureAndClose(chromium, page, LUMEN.name);
      const opened = chromium.browser.waitForTarget((target) => target.url().includes('options.html#evidence?draft='));
      await raise(await chromium.serviceWorker(), what, 'audit');
      const decide = await (await opened).asPage();
      await decide.waitForSelector('canvas.marking');
      await pressVisible(decide, 'Keep');
      await shows(decide, 'as taken');
      expect(await picturesIn(chromium)).toHaveLength(1);
    }),
  );
});

describe('a picture that is cropped and covered before it is kept', () => {
  test('holds one colour where it was covered, and nothing of what was cut away', () =>
    onStage({ pages }, async (chromium) => {
      const popup = await audited(chromium);
      const [draft] = await draftsIn(chromium);
      const opened = chromium.browser.waitForTarget((target) => target.url().includes('options.html#evidence?draft='));
      await pressVisible(popup, 'Crop or hide');
      const page = await (await opened).asPage();
      await page.waitForSelector('canvas.marking');
      expect(await violations(page)).toEqual([]);
      // With the pointer…
      const place = await (await page.$('canvas.marking'))?.boundingBox();
      if (!place) throw new Error('the picture is not there');
      await page.mouse.move(place.x + 40, place.y + 30);
      await page.mouse.down();
      await page.mouse.move(place.x + 240, place.y + 90, { steps: 4 });
      await page.mouse.up();
      await pressVisible(page, 'Hide this part');
      // …and by the keyboard alone.
      for (const [index, value] of ['10', '12', '600', '400'].entries()) {
        const input = (await page.$$('.box-numbers input'))[index];
        await input?.click({ count: 3 });
        await input?.type(value);
        await page.keyboard.press('Tab');
      }
      await pressVisible(page, 'Keep only this part');
      await shows(page, 'Will be kept: 600 × 400 pixels, parts hidden: 1');
      await pressVisible(page, 'Keep as changed');
      await shows(page, /1 part hidden · cropped/);
      const [picture] = await picturesIn(chromium);
      expect(picture).toMatchObject({ width: 600, height: 400 });
      expect(picture?.edited?.map(({ kind }) => kind)).toEqual(['hide', 'crop']);
      expect(picture?.sha256).not.toBe(draft?.sha256);
      expect(sha256(picture?.bytes ?? new Uint8Array())).toBe(picture?.sha256);
      const cover = picture?.edited?.[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
      const inside = await colourAt(page, picture, [
        { x: cover.x - 10 + 8, y: cover.y - 12 + 8 },
        { x: cover.x - 10 + cover.width - 8, y: cover.y - 12 + cover.height - 8 },
      ]);
      for (const channel of inside.flat()) expect(Math.abs(channel - 0x7a)).toBeLessThanOrEqual(3);
    }));
});

describe('pictures go', () => {
  test('with their account, and one by one with ten seconds to take it back', () =>
    onStage({ pages }, async (chromium) => {
      const popup = await audited(chromium);
      await pressVisible(popup, 'Keep');
      await shows(popup, 'The picture is kept.');
      await popup.close();
      const page = await chromium.extensionPage('options.html#evidence');
      await page.waitForSelector('table.pictures');
      await (await page.$$('table.pictures .icon-button'))[1]?.click();
      await shows(page, /Picture of .* erased/);
      await pressVisible(page, 'Undo');
      await shows(page, '1 picture, ');
      expect(await picturesIn(chromium)).toHaveLength(1);
      await page.goto(page.url().replace('#evidence', '#store'));
      await page.waitForSelector('.danger-zone .choice select');
      await page.select('.danger-zone .choice select', `x:${LUMEN.handle}`);
      await pressVisible(page, 'Erase account');
      await page.waitForSelector('dialog form button.danger');
      await page.click('dialog form button.danger');
      await until(
        () => picturesIn(chromium),
        (all) => all.length === 0,
      );
    }));
});

/** Saves the pack with the real button, has the system's programs take it apart and check it, and lists what is in it. */
async function pack(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await pressVisible(page, 'Save the evidence pack');
  const [name = ''] = await until(
    async () => readdirSync(folder).filter((each) => each.endsWith('.zip')),
    (found) => found.length === 1,
  );
  const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])';
  execFileSync('python3', ['-c', script, join(folder, name), join(folder, 'out')]);
  execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: join(folder, 'out') });
  return readdirSync(join(folder, 'out'));
}
