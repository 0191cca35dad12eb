import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { builtExtension } from '../browser/build';
import { type Chromium, startChromium } from '../browser/chromium';
import { snapshotsIn, until } from './stage';

const HANDLE = 'hollowbrookiron';
const URL_OF_PAGE = `https://www.tiktok.com/@${HANDLE}`;
const ID = '7217390175237415942';
const stats = { playCount: '1234567', diggCount: '45678', commentCount: '321', shareCount: '98', collectCount: '7' };
const BODY = JSON.stringify({ itemList: [{ id: ID, desc: 'x', createTime: 1680429600, author: { uniqueId: HANDLE }, statsV2: stats }] });

/** A grid that prints "1.2M", without the data that the document carries. */
const grid = () =>
  readFileSync(join(import.meta.dirname, '../fixtures/tiktok/profile-en.html'), 'utf8').replace(/<script[^>]*>[\s\S]*?<\/script>/g, '');

/** The shipped extension, with the permission that a person would give when asked: no prompt can be answered headless. */
function granted(hosts: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'jauge-precise-'));
  cpSync(builtExtension(), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: hosts }));
  return folder;
}

async function turn(settings: Page, on: boolean): Promise<void> {
  const label = await settings.waitForSelector('::-p-xpath(//label[contains(., "TikTok")]/input)');
  const isOn = () => settings.evaluate((input) => (input as HTMLInputElement).checked, label);
  expect(await isOn()).toBe(!on);
  await label?.click();
  await until(isOn, (checked) => checked === on);
}

/** Captures the page, and gives the post's metrics in that snapshot. */
const capture = async (chromium: Chromium, page: Page, nth: number, postKey = `tiktok:${ID}`) => {
  await chromium.clickToolbar(page);
  const snapshots = await until(
    () => snapshotsIn(chromium),
    (all) => all.length === nth,
  );
  const latest = snapshots.sort((a, b) => b.takenAt - a.takenAt)[0];
  return latest?.posts.find((post) => post.postKey === postKey)?.metrics;
};
const ask = (page: Page, path = '/api/post/item_list/?aid=1') => page.evaluate(async (address) => (await fetch(address)).text(), path);
const registered = async (chromium: Chromium) =>
  (await chromium.serviceWorker()).evaluate(async () => {
    const { scripting } = (
      globalThis as unknown as { chrome: { scripting: { getRegisteredContentScripts(): Promise<{ id: string; world: string }[]> } } }
    ).chrome;
    return (await scripting.getRegisteredContentScripts()).map(({ id, world }) => `${id} ${world}`);
  });

/** What the page's own world says to our question: 'nobody' where nothing listens. */
const heard = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve('somebody');
        setTimeout(resolve, 300, 'nobody');
        postMessage({ type: 'jauge:bodies', nonce: 'n' }, location.origin, [port2]);
      }),
  );

test('precise mode takes exact counts from what the page receives, is the user’s to turn on, and goes away at once', async () => {
  const extension = granted(['*://*.tiktok.com/*', '*://tiktok.com/*']);
  const chromium = await startChromium({
    extension,
    pages: (url) => (url === URL_OF_PAGE ? grid() : null),
    data: (url) => (url.includes('/api/post/item_list/') ? BODY : null),
  });
  try {
    const plain = await chromium.open(URL_OF_PAGE);
    expect(await ask(plain)).toBe(BODY);
    expect((await capture(chromium, plain, 1))?.views).toMatchObject({ as: 'rounded', from: 'text' });
    await plain.close();

    const settings = await chromium.extensionPage('options.html#settings');
    expect(await registered(chromium)).toEqual([]);
    await turn(settings, true);
    await until(
      () => registered(chromium),
      (scripts) => scripts.join() === 'precise-tiktok MAIN',
    );

    const page = await chromium.open(URL_OF_PAGE);
    expect(
      await page.evaluate(() => [fetch.name, fetch.length, Function.prototype.toString.call(fetch).includes('[native code]')]),
    ).toEqual(['fetch', 1, true]);
    // No name of ours is in the page's way.
    expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => /jauge|precise/i.test(name)))).toEqual([]);
    expect(await ask(page)).toBe(BODY);
    expect(await heard(page)).toBe('somebody');
    const precise = await capture(chromium, page, 2);
    expect(precise?.views).toMatchObject({ value: 1234567, as: 'exact', from: 'response' });
    expect(precise?.likes).toMatchObject({ value: 45678, as: 'exact', from: 'response' });

    // Followed, it is as precise.
    const popup = await chromium.clickToolbar(page);
    const press = (name: string) => popup.locator(`::-p-aria([name="${name}"][role="button"])`).click();
    await press('Follow while I scroll');
    await press('Stop and save');
    const followed = await until(
      async () => (await snapshotsIn(chromium)).find(({ followedSince }) => followedSince !== undefined),
      (snapshot) => snapshot !== undefined,
    );
    expect(followed?.posts[0]?.metrics.likes).toMatchObject({ value: 45678, as: 'exact', from: 'response' });

    await settings.bringToFront();
    await turn(settings, false);
    await until(
      () => registered(chromium),
      (scripts) => scripts.length === 0,
    );
    // The page's own world does not answer any more: the copies are gone.
    await until(
      () => heard(page),
      (answer) => answer === 'nobody',
    );
    expect(await ask(page)).toBe(BODY);
    // Here alone the permission stands in the manifest and cannot be given back.
    expect(chromium.errors.filter((error) => !error.includes('required permissions'))).toEqual([]);
  } finally {
    await chromium.close();
    rmSync(extension, { recursive: true, force: true });
  }
});

test('a network that anybody may run a server of is precise on the servers that the user names', async () => {
  const server = 'sosyal.pamuk.example';
  const address = `https://${server}/@pamukevi`;
  const post = '117602176204800024';
  const account = { id: '110200000000000007', acct: 'pamukevi', followers_count: 1204551 };
  const counts = { favourites_count: 1049, reblogs_count: 10432, quotes_count: 0, replies_count: 0 };
  const body = JSON.stringify([{ id: post, created_at: '2026-11-12T23:00:00.000Z', content: '<p>x</p>', account, ...counts }]);
  const extension = granted([`https://${server}/*`]);
  const chromium = await startChromium({
    extension,
    pages: (url) => (url === address ? readFileSync(join(import.meta.dirname, '../fixtures/mastodon/profile-tr-2025.html'), 'utf8') : null),
    data: (url) => (url.includes('/statuses') ? body : null),
  });
  try {
    const settings = await chromium.extensionPage('options.html#settings');
    const field = await settings.waitForSelector('::-p-aria([name="Mastodon server"][role="combobox"])');
    await field?.type('pamuk evi');
    await field?.press('Enter');
    await settings.waitForSelector('::-p-text(This is no server’s name)');
    expect(await registered(chromium)).toEqual([]);
    await settings.evaluate((input) => (input as HTMLInputElement).select(), field);
    await field?.type('@pamukevi@sosyal.pamuk.example');
    await field?.press('Enter');
    await until(
      () => registered(chromium),
      (scripts) => scripts.join() === `precise-${server} MAIN`,
    );

    const page = await chromium.open(address);
    expect(await ask(page, `/api/v1/accounts/${account.id}/statuses`)).toBe(body);
    const metrics = await capture(chromium, page, 1, `mastodon:${server}/${post}`);
    expect(metrics?.likes).toMatchObject({ value: 1049, as: 'exact', from: 'response' });
    expect(metrics?.shares).toMatchObject({ value: 10432, as: 'exact', from: 'response' });

    // Its line goes with it.
    await settings.bringToFront();
    const line = await settings.waitForSelector(`::-p-xpath(//label[contains(., "${server}")]/input)`);
    await line?.click();
    await until(
      () => registered(chromium),
      (scripts) => scripts.length === 0,
    );
    await until(
      () => settings.$(`::-p-xpath(//label[contains(., "${server}")]/input)`),
      (found) => found === null,
    );
    await until(
      () => heard(page),
      (answer) => answer === 'nobody',
    );
    expect(chromium.errors.filter((error) => !error.includes('required permissions'))).toEqual([]);
  } finally {
    await chromium.close();
    rmSync(extension, { recursive: true, force: true });
  }
});
