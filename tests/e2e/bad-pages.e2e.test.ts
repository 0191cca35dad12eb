import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { HELD } from '../browser/intercept';
import { shows, textOf } from './page';
import { hugePage, LUMEN, LUMEN_URL, loadingPage, lumenPage, POSTS, pageWithWordsForLikes } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const only = (address: string, html: string) => (url: string) => (url === address ? html : null);
/** What the popup says once it has come to an end: a refusal is a sentence or two, never the bare name of a reason. */
const refusal = (popup: Page) =>
  until(
    () => textOf(popup),
    (text) => /[a-z]\.(\s|$|[A-Z])/.test(text) || text.length > 80,
  );

test.each([
  ['a mixed feed', 'https://x.com/home', lumenPage()],
  ['a page of no network', 'https://example.com/', '<!doctype html><title>Example</title><p>Nothing here'],
])('%s is no account: the popup says so and what to do, and nothing is kept', (_, url, html) =>
  onStage({ pages: only(url, html) }, async (chromium) => {
    const popup = await chromium.clickToolbar(await chromium.open(url));
    const said = await refusal(popup);
    expect(said).not.toMatch(/undefined|refusal_|unknown-page|no-account/);
    expect(await snapshotsIn(chromium)).toEqual([]);
  }),
);

test('a page that is still loading is said to be, and a later click captures it', async () => {
  let ready = false;
  const pages = (url: string) => (url === LUMEN_URL ? (ready ? lumenPage() : loadingPage(HELD)) : null);
  await onStage({ pages }, async (chromium) => {
    const page = await chromium.open(LUMEN_URL, { waitUntil: 'domcontentloaded' });
    expect(await page.evaluate(() => document.readyState)).toBe('interactive');
    const popup = await chromium.clickToolbar(page);
    expect(await refusal(popup)).toMatch(/load/i);
    expect(await snapshotsIn(chromium)).toEqual([]);
    ready = true;
    await page.reload();
    await chromium.clickToolbar(page);
    await until(
      () => snapshotsIn(chromium),
      (all) => all.length === 1,
    );
  });
});

test('a page with a million nodes is captured or cut short, without a long stall', () =>
  onStage({ pages: only(LUMEN_URL, hugePage(1_000_000)) }, async (chromium) => {
    const page = await chromium.open(LUMEN_URL);
    const started = performance.now();
    const popup = await chromium.clickToolbar(page);
    await shows(popup, LUMEN.name);
    expect(performance.now() - started).toBeLessThan(10_000);
    const [snapshot] = await snapshotsIn(chromium);
    if (snapshot?.coverage.partial === null) expect(snapshot.coverage.read).toBe(POSTS);
  }));

test('a count that is no number is unread, never a number', () =>
  onStage({ pages: only(LUMEN_URL, pageWithWordsForLikes()) }, async (chromium) => {
    await chromium.clickToolbar(await chromium.open(LUMEN_URL));
    const [snapshot] = await until(
      () => snapshotsIn(chromium),
      (all) => all.length === 1,
    );
    expect(snapshot?.coverage).toMatchObject({ read: POSTS, unread: { likes: 1 } });
  }));

test('a page that is read badly can be reported: its tags are shown, and nothing that anybody wrote', () =>
  onStage({ pages: only(LUMEN_URL, pageWithWordsForLikes()) }, async (chromium) => {
    const popup = await chromium.clickToolbar(await chromium.open(LUMEN_URL));
    await shows(popup, 'Report this page');
    const opened = chromium.browser.waitForTarget((target) => target.url().includes('options.html'));
    await popup.locator('::-p-aria([name="Report this page"][role="button"])').click();
    const workspace = await (await opened).page();
    if (!workspace) throw new Error('no workspace');
    const said = await shows(workspace, 'Jauge page report');
    expect(said).toContain('data-testid="tweet"');
    const report = said.slice(said.indexOf('Jauge page report'));
    expect(report).not.toMatch(/lumenatelier|Lumen Atelier/i);
  }));
