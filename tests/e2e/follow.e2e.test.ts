import { describe, expect, test } from 'vitest';
import { builtExtension } from '../browser/build';
import type { Chromium } from '../browser/chromium';
import { press, shows, textOf } from './page';
import { LUMEN, LUMEN_URL, lumenPage, POSTS, post } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const MORE = 60;
const OTHER_URL = 'https://x.com/someone_else';
const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `x:${post(from + index).id}`);
const pages = (url: string) => (url === LUMEN_URL ? lumenPage() : null);

/** Scrolls as such a page does: each post that comes in at the end takes one out at the beginning. Runs in the page. */
async function scrollThrough(html: string, everyMs: number): Promise<number> {
  const cells = (root: Document) =>
    [...root.querySelectorAll('article')].map((article) => article.closest('[data-testid="cellInnerDiv"]') ?? article);
  const list = cells(document)[0]?.parentElement;
  for (const cell of cells(new DOMParser().parseFromString(html, 'text/html'))) {
    list?.append(document.adoptNode(cell));
    cells(document)[0]?.remove();
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return cells(document).length;
}
const further = () => lumenPage({ posts: Array.from({ length: MORE - POSTS }, (_, index) => post(POSTS + index)) });

/** The page of a brand, captured and being followed, and the popup that says so. */
async function followed(chromium: Chromium) {
  const page = await chromium.open(LUMEN_URL);
  const popup = await chromium.clickToolbar(page);
  await shows(popup, LUMEN.name);
  await press(popup, 'Follow while I scroll');
  await shows(popup, '12 posts so far');
  return { page, popup };
}

describe('following a page', () => {
  test('keeps every post that passed, once and in order, though the page shows twelve at a time', () =>
    onStage({ pages }, async (chromium) => {
      const { page, popup } = await followed(chromium);
      await popup.close();
      expect(await page.evaluate(scrollThrough, further(), 20)).toBe(POSTS);
      const again = await chromium.clickToolbar(page);
      await shows(again, `${MORE} posts so far`);
      await press(again, 'Stop and save');
      await until(
        () => textOf(again),
        (text) => text.includes(`${MORE} posts`) && text.includes(LUMEN.name),
      );
      const snapshots = await snapshotsIn(chromium);
      expect(snapshots).toHaveLength(2);
      const whole = snapshots.find(({ postKeys }) => postKeys.length > POSTS);
      expect(whole?.postKeys).toEqual(keys(0, MORE));
      expect(whole?.coverage).toMatchObject({ read: MORE, unread: {} });
    }));

  test('ends by itself when the page goes to another account, and keeps what it had', () =>
    onStage({ pages }, async (chromium) => {
      const { page, popup } = await followed(chromium);
      const other = lumenPage({ owner: { name: 'Someone', handle: 'someone_else', nativeId: '9' }, posts: [post(70)] });
      await page.evaluate(
        (address, html) => {
          history.pushState(null, '', address);
          document.body.innerHTML = new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
        },
        OTHER_URL,
        other,
      );
      await until(
        () => snapshotsIn(chromium),
        (all) => all.length === 2,
      );
      await until(
        () => textOf(popup),
        (text) => text.includes('Undo') || text.includes(LUMEN.name),
      );
      const snapshots = await snapshotsIn(chromium);
      expect(snapshots.map(({ accountKey }) => accountKey)).toEqual([`x:${LUMEN.handle}`, `x:${LUMEN.handle}`]);
      expect(snapshots.map(({ postKeys }) => postKeys)).toEqual([keys(0, POSTS), keys(0, POSTS)]);
    }));

  test('a tab that is closed meanwhile loses nothing', () =>
    onStage({ pages }, async (chromium) => {
      const { page, popup } = await followed(chromium);
      await popup.close();
      await page.evaluate(scrollThrough, further(), 20);
      await page.close();
      await until(
        () => snapshotsIn(chromium),
        (all) => all.some(({ postKeys }) => postKeys.length === MORE),
      );
    }));

  test('is cut off by an update of the extension, and its button says that nothing of it is saved', () =>
    onStage({ pages }, async (chromium) => {
      const { popup } = await followed(chromium);
      await popup.close();
      const [tabId] = await (await chromium.serviceWorker()).evaluate(followedTabs);
      expect(tabId).toBeTypeOf('number');
      await chromium.browser.installExtension(builtExtension());
      const worker = await chromium.serviceWorker();
      expect(
        await until(
          () => worker.evaluate(badgeOf, tabId),
          (text) => text !== '',
        ),
      ).toBe('!');
      expect(await worker.evaluate(followedTabs)).toEqual([]);
      expect(await snapshotsIn(chromium)).toHaveLength(1);
    }));
});

interface Chrome {
  storage: { local: { get(name: string): Promise<{ following?: number[] }> } };
  action: { getBadgeText(of: { tabId: number | undefined }): Promise<string> };
}
async function followedTabs(): Promise<number[]> {
  const { chrome } = globalThis as unknown as { chrome: Chrome };
  return (await chrome.storage.local.get('following')).following ?? [];
}
async function badgeOf(tabId: number | undefined): Promise<string> {
  const { chrome } = globalThis as unknown as { chrome: Chrome };
  return chrome.action.getBadgeText({ tabId });
}
