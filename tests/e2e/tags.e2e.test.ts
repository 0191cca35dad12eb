import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { violations } from './accessibility';
import { shows, textOf } from './page';
import { onStage, until } from './stage';

const tagsOfFirst = (page: Page) =>
  page.evaluate(() =>
    [...(document.querySelector('table.posts tbody tr')?.querySelectorAll('.own-tag') ?? [])].map((tag) => tag.textContent),
  );
const inDialog = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('dialog [aria-pressed="true"]')].map((chip) => chip.textContent));

test('posts are tagged by keys and words, from the table and from the evidence, and found by their tags', () =>
  onStage({ pages: () => null }, async (chromium) => {
    const page = await chromium.extensionPage('options.html');
    await page.setViewport({ width: 1280, height: 900 });
    await (await page.waitForSelector('.empty button'))?.click();
    await page.waitForSelector('table.benchmark tbody tr');
    await page.evaluate(() => {
      // A rival's: the own brand's posts are sorted already.
      location.hash = '#posts?brand=sample-tournelune_sample';
    });
    await page.waitForSelector('table.posts tbody tr');
    await shows(page, 'Brand: Brasserie Tournelune');
    expect(await tagsOfFirst(page)).toEqual([]);

    // From the table.
    await page.keyboard.press('j');
    await page.keyboard.press('t');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('1');
    await page.keyboard.press('4');
    await until(
      () => inDialog(page),
      (tags) => tags.join() === '1promotion,4useful',
    );
    await page.keyboard.press('1');
    await page.type('dialog input[name="word"]', 'Behind the 2 scenes');
    await page.keyboard.press('Enter');
    await until(
      () => inDialog(page),
      (tags) => tags.join() === '4useful,6behind-the-2-scenes',
    );
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await until(
      () => tagsOfFirst(page),
      (tags) => tags.join() === 'useful,behind-the-2-scenes',
    );

    // From the evidence of the next post, where the word has a key of its own.
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('6');
    await until(
      () => inDialog(page),
      (tags) => tags.join() === '6behind-the-2-scenes',
    );
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.select('select[aria-label="Tag"]', 'behind-the-2-scenes');
    await until(
      () => textOf(page),
      (text) => text.includes('2 posts') && text.includes('Tag: behind-the-2-scenes'),
    );
    await page.select('select[aria-label="Tag"]', 'useful');
    await until(
      () => page.evaluate(() => document.querySelectorAll('table.posts tbody tr').length),
      (rows) => rows === 1,
    );
    // They are kept: a workspace that is opened anew has them.
    await page.reload();
    await until(
      () => tagsOfFirst(page),
      (tags) => tags.join() === 'useful,behind-the-2-scenes',
    );
    await page.evaluate(() => {
      location.hash = '#settings';
    });
    await shows(page, 'The page can notice it.');
    expect(await violations(page)).toEqual([]);
  }));
