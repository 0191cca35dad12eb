import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { builtExtension } from '../browser/build';
import { type Firefox, startFirefox } from '../browser/firefox';
import type { FirefoxPopup } from '../browser/firefox-window';
import { shows, textOf } from './page';
import { LUMEN, LUMEN_URL, lumenPage, POSTS } from './pages';
import { until } from './stage';

/** Runs a test in a Firefox of its own. */
async function inFirefox(run: (firefox: Firefox) => Promise<void>): Promise<void> {
  const extension = builtExtension('firefox');
  const { id } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')).browser_specific_settings.gecko;
  const firefox = await startFirefox({ extension, id });
  await run(firefox).finally(() => firefox.close());
}
const LIMIT = 30_000;
const says = (popup: FirefoxPopup, words: string) =>
  until(
    () => popup.text(),
    (text) => text.includes(words),
    LIMIT,
  );

/** The words of all badges in a page. They are in a closed shadow root, which the browser tells of when it is asked for all. */
async function badgesIn(page: Page): Promise<string> {
  const { connection } = page.browser() as unknown as { connection: { send(method: string, params: object): Promise<unknown> } };
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const options = { serializationOptions: { maxDomDepth: 6, includeShadowTree: 'all' } };
  const answer = await connection.send('script.evaluate', {
    expression: 'document.documentElement',
    target: { context },
    awaitPromise: false,
    ...options,
  });
  return /"shadowRoot":\{"type".*/s.exec(JSON.stringify(answer))?.[0] ?? '';
}

test(
  'Firefox captures at a click, with badges and a picture, and the audit shows it',
  () =>
    inFirefox(async (firefox) => {
      const settings = await firefox.extensionPage('options.html#settings');
      const box = await settings.waitForSelector('::-p-xpath(//fieldset[contains(., "Badges")]//label[normalize-space(.)="X"]/input)');
      await box?.click();
      await shows(settings, 'Badges are on.');

      const page = await firefox.open(LUMEN_URL, lumenPage());
      expect(await badgesIn(page)).toBe('');
      const popup = await firefox.clickToolbar();
      await says(popup, 'Own brand');
      expect(await popup.text()).toContain(`${POSTS} posts`);
      await until(
        () => badgesIn(page),
        (badges) => badges.includes('×'),
      );
      await popup.press('Own brand');
      await says(popup, 'Audit this brand');
      await popup.press('Audit capture');
      await until(
        () => popup.count('.picture-offer canvas'),
        (canvases) => canvases === 1,
        LIMIT,
      );
      await popup.press('Keep');
      await says(popup, 'The picture is kept.');

      const evidence = await firefox.extensionPage('options.html#evidence');
      await shows(evidence, /1 picture, .*as taken/);
      const audit = await firefox.extensionPage('options.html#audit');
      await shows(audit, 'Findings');
      await audit.$$eval('.audit-tree details', (all) => {
        for (const each of all) (each as HTMLDetailsElement).open = true;
      });
      await (await audit.waitForSelector('.thumbnail'))?.scrollIntoView();
      await until(
        () =>
          audit.$eval('.thumbnail canvas', (canvas) => {
            const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 240, 100).data;
            return pixels?.some((value) => value > 0);
          }),
        (drawn) => drawn === true,
      );
      expect(await textOf(audit)).toContain(LUMEN.name);
      expect(await textOf(audit)).not.toMatch(/NaN|undefined|\[object/);

      await audit.select('.audit-report-form select', 'fr');
      await audit.click('[data-report=pictures]');
      await audit.click('[data-report=open]');
      const report = `return [content.document.documentElement.lang, content.document.querySelector('h1')?.textContent,
      [...content.document.images].map(({ naturalWidth }) => naturalWidth > 0)]`;
      await until(
        () => firefox.inTab('blob:', report),
        (shown) => JSON.stringify(shown) === JSON.stringify(['fr', `Audit de ${LUMEN.name}`, [true]]),
      );
      expect(await firefox.errors()).toEqual([]);
    }),
  180_000,
);

test('what goes wrong in a page of the extension is heard of', () =>
  inFirefox(async (firefox) => {
    const page = await firefox.extensionPage('options.html');
    expect(await firefox.errors()).toEqual([]);
    await page.evaluate(() => {
      console.error('written');
      void Promise.reject(new Error('rejected'));
      setTimeout(() => {
        throw new Error('thrown');
      });
    });
    await until(
      () => firefox.errors(),
      (errors) => ['written', 'rejected', 'thrown'].every((word) => errors.some((error) => error.includes(word))),
    );
  }));
