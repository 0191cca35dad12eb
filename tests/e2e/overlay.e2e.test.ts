import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { badgesIn, turnBadges } from './badges';
import { captureAndClose, shows } from './page';
import { LUMEN, LUMEN_URL, lumenPage, POSTS, post } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const pages = (url: string) => (url === LUMEN_URL ? lumenPage() : null);

const withBadges = (page: Page) =>
  until(
    () => badgesIn(page),
    (badges) => (badges ?? []).some(({ visible }) => visible),
  );
const noBadges = (page: Page) =>
  until(
    () => badgesIn(page),
    (badges) => badges === null,
  );

/** The page with badges on it. */
async function badged(chromium: Chromium): Promise<Page> {
  await turnBadges(chromium, 'X');
  const page = await chromium.open(LUMEN_URL);
  await captureAndClose(chromium, page, LUMEN.name);
  await withBadges(page);
  return page;
}

/** Tags in the extension's own storage, by post key. */
const stored = async (chromium: Chromium): Promise<Record<string, string[]>> =>
  (await chromium.serviceWorker()).evaluate(async (key) => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<Record<string, Stored>> } } } })
      .chrome;
    const posts = (await storage.local.get(key))[key]?.posts ?? {};
    return Object.fromEntries(Object.entries(posts).map(([name, { tags }]) => [name, tags]));
  }, `tags:x:${LUMEN.handle}`);
interface Stored {
  posts: Record<string, { tags: string[] }>;
}

/** Middle of the first post, in the window. */
const firstPost = (page: Page) =>
  page.evaluate(() => {
    const { x, y, width, height } = (document.querySelector('article') as Element).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, right: x + width, top: y };
  });

describe('badges on posts', () => {
  test('come after a click where they were turned on, beside each post that is in view, with what the Posts view says', () =>
    onStage({ pages }, async (chromium) => {
      const plain = await chromium.open(LUMEN_URL);
      await captureAndClose(chromium, plain, LUMEN.name);
      expect(await snapshotsIn(chromium)).toHaveLength(1);
      expect(await badgesIn(plain)).toBeNull();
      await plain.close();

      const page = await badged(chromium);
      const badges = (await badgesIn(page)) ?? [];
      expect(badges.length).toBeLessThanOrEqual(POSTS);
      const [first] = badges;
      expect(first?.text).toMatch(/^×\d\.\d\d \[\d\.\d\d–\d\.\d\d\] · percentile \d+$/);
      expect(first?.title).toMatch(/interactions were expected of it at its age\. From \d+ posts of this account\./);
      const { right, top } = await firstPost(page);
      expect(first?.y).toBeCloseTo(top - 9, 0);
      expect(first?.x).toBeLessThan(right);
      expect(first?.x).toBeGreaterThan(right - 300);

      // Scrolled, it stays with its post.
      await page.evaluate(() => scrollTo(0, 60));
      await until(
        async () => ((await badgesIn(page)) ?? [])[0]?.y ?? 0,
        (y) => Math.abs(y - (top - 69)) < 1.5,
      );
    }));

  test('take one keystroke on a post, keep no key from the page unless a badge is meant, and none that is typed', () =>
    onStage({ pages }, async (chromium) => {
      const page = await badged(chromium);
      await page.evaluate(() => {
        const heard: string[] = [];
        Object.assign(globalThis, { heard });
        addEventListener('keydown', (event) => heard.push(`${event.key} ${event.defaultPrevented}`));
        const field = document.createElement('input');
        field.id = 'field';
        field.style.cssText = 'position:fixed;left:0;bottom:0';
        document.body.append(field);
      });
      const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
      const key = `x:${post(0).id}`;
      const { x, y, right, top } = await firstPost(page);
      await page.mouse.move(x, y);
      await page.keyboard.press('2');
      await until(
        () => stored(chromium),
        (tags) => tags[key]?.join() === 'curate',
      );
      expect(await heard()).toEqual(['2 false']);
      const [badge] = await until(
        async () => (await badgesIn(page)) ?? [],
        ([first]) => / · curation$/.test(first?.text ?? ''),
      );
      expect(badge?.chips).toEqual([]);

      // On the badge itself the key is the badge's.
      await page.mouse.move(right - 20, top - 2);
      expect((await badgesIn(page))?.[0]?.chips).toEqual(['1promotion', '+2curation', '3interaction', '4useful', '5mission']);
      await page.keyboard.press('4');
      await until(
        () => stored(chromium),
        (tags) => tags[key]?.join() === 'curate,useful',
      );
      expect(await heard()).toEqual(['2 false']);

      // A click on a chip is the same, and leaves the focus where it was.
      await page.mouse.click(right - 40, top + 25);
      await until(
        () => stored(chromium),
        (tags) => tags[key]?.join() === 'curate,useful,mission',
      );
      expect(await page.evaluate(() => document.activeElement?.nodeName)).toBe('BODY');
      await page.keyboard.press('5');

      // The pointer still on the post, but somebody types.
      await page.mouse.move(x, y);
      await page.focus('#field');
      await page.keyboard.type('13');
      expect(await page.evaluate(() => (document.querySelector('#field') as HTMLInputElement).value)).toBe('13');
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      // Nor what the page itself makes up.
      await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: '3', code: 'Digit3', bubbles: true })));
      await page.keyboard.press('2');
      await until(
        () => stored(chromium),
        (tags) => tags[key]?.join() === 'useful',
      );
      expect(Object.keys(await stored(chromium))).toEqual([key]);
      // Captured again, they are still there.
      await page.mouse.move(1, 1);
      await captureAndClose(chromium, page, LUMEN.name);
      await until(
        async () => (await badgesIn(page))?.[0]?.text ?? '',
        (text) => text.endsWith(' · useful'),
      );
    }));

  test('go with Escape, with another page, with Undo, and when they are turned off', () =>
    onStage({ pages }, async (chromium) => {
      const page = await badged(chromium);
      await page.keyboard.press('Escape');
      await noBadges(page);

      await captureAndClose(chromium, page, LUMEN.name);
      await withBadges(page);
      await page.evaluate(() => history.pushState(null, '', '/someone_else'));
      await noBadges(page);

      await page.evaluate(() => history.back());
      const popup = await chromium.clickToolbar(page);
      await withBadges(page);
      await popup.locator('::-p-aria([name="Undo"][role="button"])').click();
      await noBadges(page);
      await popup.close();

      await captureAndClose(chromium, page, LUMEN.name);
      await withBadges(page);
      await turnBadges(chromium, 'X');
      await noBadges(page);
      await captureAndClose(chromium, page, LUMEN.name);
      expect(await badgesIn(page)).toBeNull();
    }));

  test('come to posts that were followed, also to those that the first capture did not see', () =>
    onStage({ pages }, async (chromium) => {
      const page = await badged(chromium);
      const popup = await chromium.clickToolbar(page);
      await shows(popup, LUMEN.name);
      await popup.locator('::-p-aria([name="Follow while I scroll"][role="button"])').click();
      await shows(popup, `${POSTS} posts so far`);
      // Posts come, and one's element is used for another, as lists that recycle do.
      await page.evaluate(
        (html) => {
          const cells = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('article')];
          const list = [...document.querySelectorAll('article')];
          list[0]?.replaceChildren(...[...(cells[0]?.childNodes ?? [])].map((node) => document.adoptNode(node)));
          list[1]?.parentElement?.after(document.adoptNode(cells[1]?.parentElement as Element));
        },
        lumenPage({ posts: [40, 41].map(post) }),
      );
      await shows(popup, `${POSTS + 2} posts so far`);
      await popup.locator('::-p-aria([name="Stop and save"][role="button"])').click();
      await until(
        () => snapshotsIn(chromium),
        (all) => all.some(({ postKeys }) => postKeys.length === POSTS + 2),
      );
      await popup.close();
      await page.bringToFront();
      const { x, y, top } = await firstPost(page);
      await page.mouse.move(x, y);
      // That of the first post comes once what was followed is saved.
      await until(
        () => badgesIn(page),
        (badges) => (badges ?? []).some((badge) => badge.visible && Math.abs(badge.y - (top - 9)) < 1.5),
      );
      await page.keyboard.press('3');
      await until(
        () => stored(chromium),
        (tags) => tags[`x:${post(40).id}`]?.join() === 'interact',
      );
    }));

  test('go when the extension is reloaded under them', () =>
    onStage({ pages }, async (chromium) => {
      const page = await badged(chromium);
      const worker = await chromium.serviceWorker();
      worker
        .evaluate(() => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload())
        .catch(() => undefined);
      await noBadges(page);
      await page.mouse.move(300, 500);
      await page.keyboard.press('1');
    }));
});
