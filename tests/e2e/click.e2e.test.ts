import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { shows, textOf } from './page';
import { FOLLOWERS, LUMEN, LUMEN_URL, lumenPage, POSTS, truth } from './pages';
import { startSpying, stopSpying } from './spy';
import { onStage, readAgain, snapshotsIn, until } from './stage';

const lumen = (url: string) => (url === LUMEN_URL ? lumenPage() : null);
const count = async (chromium: Chromium) => (await snapshotsIn(chromium)).length;

describe('a click on the toolbar button', () => {
  test('captures the page: the popup says whose and how much, and the store has it', () =>
    onStage({ pages: lumen }, async (chromium) => {
      const page = await chromium.open(LUMEN_URL);
      const popup = await chromium.clickToolbar(page);
      const said = await until(
        () => textOf(popup),
        (text) => text.includes(LUMEN.name) && /\b12\b/.test(text),
      );
      expect(said).not.toMatch(/NaN|undefined|\[object/);
      const [snapshot, ...more] = await snapshotsIn(chromium);
      expect(more).toEqual([]);
      expect(snapshot).toMatchObject({
        network: 'x',
        accountKey: `x:${LUMEN.handle}`,
        coverage: { seen: POSTS, read: POSTS, partial: null },
      });
      expect(new Set(snapshot?.postKeys).size).toBe(POSTS);
    }));

  test('reads what the page truly counts, to the digit', () =>
    onStage({ pages: lumen }, async (chromium) => {
      await chromium.clickToolbar(await chromium.open(LUMEN_URL));
      await until(
        () => snapshotsIn(chromium),
        (all) => all.length === 1,
      );
      const answer = await readAgain(chromium);
      if (!('ok' in answer) || !answer.ok) throw new Error(JSON.stringify(answer));
      const { account, posts } = answer.capture;
      expect(account).toMatchObject({
        handle: LUMEN.handle,
        name: LUMEN.name,
        nativeId: LUMEN.nativeId,
        followers: { value: FOLLOWERS, as: 'exact' },
      });
      const read = posts.map(({ id, metrics }) => ({
        id,
        counts: Object.fromEntries(Object.entries(metrics).map(([name, { value }]) => [name, value])),
      }));
      expect(read).toEqual(truth());
    }));

  test('a second click keeps a second snapshot, and Undo takes back that one alone', () =>
    onStage({ pages: lumen }, async (chromium) => {
      const page = await chromium.open(LUMEN_URL);
      const first = await chromium.clickToolbar(page);
      await shows(first, LUMEN.name);
      const [kept] = await snapshotsIn(chromium);
      const second = await chromium.clickToolbar(page);
      await shows(second, LUMEN.name);
      expect(await count(chromium)).toBe(2);
      await second.locator('::-p-aria([name="Undo"][role="button"])').click();
      await until(
        () => count(chromium),
        (n) => n === 1,
      );
      expect((await snapshotsIn(chromium))[0]?.id).toBe(kept?.id);
    }));

  test('leaves no trace that the page could see', () =>
    onStage({ pages: lumen }, async (chromium) => {
      const page = await chromium.open(LUMEN_URL);
      const before = await page.content();
      await page.evaluate(startSpying);
      const popup = await chromium.clickToolbar(page);
      await shows(popup, LUMEN.name);
      expect(await page.evaluate(stopSpying)).toEqual([]);
      expect(await page.content()).toBe(before);
    }));

  test('speaks French in a French browser', () =>
    onStage({ pages: lumen, language: 'fr' }, async (chromium) => {
      const popup = await chromium.clickToolbar(await chromium.open(LUMEN_URL));
      await shows(popup, LUMEN.name);
      expect(await popup.evaluate(() => document.documentElement.lang)).toBe('fr');
      await popup.locator('::-p-aria([name="Annuler"][role="button"])').wait();
    }));
});
