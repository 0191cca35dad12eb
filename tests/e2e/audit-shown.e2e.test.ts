import { createHash } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Chromium } from '../browser/chromium';
import { violations } from './accessibility';
import { press, shows, textOf } from './page';
import { LUMEN, LUMEN_URL, lumenPage } from './pages';
import { picturesIn } from './pictures';
import { onStage, until } from './stage';

const pages = (url: string) => (url === LUMEN_URL ? lumenPage() : null);

/** Clicks the toolbar button on the page of an invented brand. */
async function popupOn(chromium: Chromium): Promise<Page> {
  const popup = await chromium.clickToolbar(await chromium.open(LUMEN_URL));
  await popup.waitForSelector('.gauge:not(.gauge-waiting)');
  return popup;
}

/** What opens in a tab of its own meanwhile. */
async function opening(chromium: Chromium, address: string, meanwhile: () => Promise<void>): Promise<Page> {
  const found = chromium.browser.waitForTarget((target) => target.url().includes(address));
  await meanwhile();
  return (await found).asPage();
}

interface Chrome {
  storage: { local: { get(keys: null): Promise<Record<string, unknown>> } };
}
async function namesStored(): Promise<string[]> {
  const { chrome } = globalThis as unknown as { chrome: Chrome };
  return Object.keys(await chrome.storage.local.get(null));
}

test('the popup says what the last audit came to, and leads to it', () =>
  onStage({ pages }, async (chromium) => {
    const popup = await popupOn(chromium);
    // In no study there is no brand to audit, and not a word of it.
    expect(await popup.$$('.gauge-audit')).toEqual([]);
    await press(popup, 'Own brand');
    await shows(popup, 'Audit this brand');
    const audit = await opening(chromium, 'options.html#audit?brand=', () => press(popup, 'Audit this brand'));
    await audit.waitForSelector('.audit-head');
    const covered = /(\d+%) of the weight scored/.exec(await textOf(audit))?.[1] ?? '-';
    // It is noted after it is shown, which a slow machine takes its time for.
    await until(
      () => audit.evaluate(namesStored),
      (names) => names.some((name) => name.startsWith('last-audit:')),
    );
    await audit.close();
    const again = await popupOn(chromium);
    await shows(again, 'Last audit');
    const line = await again.$eval('.gauge-audit', (each) => each.textContent ?? '');
    expect(line).toContain(`no grade, ${covered} scored`);
    expect(line).toMatch(/now|min/);
    expect(await violations(again)).toEqual([]);
    expect(await again.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
    const button = await again.$('.gauge-audit button');
    const back = await opening(chromium, 'options.html#audit?brand=', async () => button?.click());
    await back.waitForSelector('.audit-head');
    expect(await back.$eval('.tools select', (select) => select.selectedOptions[0]?.textContent)).toBe(LUMEN.name);
  }));

test('a finding shows the picture taken with its posts, and a report in the other language holds it', () =>
  onStage({ pages }, async (chromium) => {
    const popup = await popupOn(chromium);
    await press(popup, 'Own brand');
    await shows(popup, 'Audit this brand');
    await press(popup, 'Audit capture');
    await popup.waitForSelector('.picture-offer canvas');
    await press(popup, 'Keep');
    await shows(popup, 'The picture is kept.');
    const [picture] = await picturesIn(chromium);
    await popup.close();

    const page = await chromium.extensionPage('options.html#audit');
    await page.setViewport({ width: 1280, height: 900 });
    await page.waitForSelector('.audit-tree');
    await page.$$eval('.audit-tree details', (all) => {
      for (const each of all) (each as HTMLDetailsElement).open = true;
    });
    const drawn = () =>
      page.$eval('.thumbnail canvas', (canvas) =>
        (canvas as HTMLCanvasElement)
          .getContext('2d')
          ?.getImageData(0, 0, 240, 100)
          .data.some((value) => value > 0),
      );
    await (await page.waitForSelector('.thumbnail'))?.scrollIntoView();
    await until(drawn, (whether) => whether === true);
    expect(await violations(page)).toEqual([]);
    await page.click('.thumbnail');
    await page.waitForSelector('dialog canvas');
    expect(await page.$eval('dialog code', (code) => code.textContent)).toBe(picture?.sha256);
    await page.keyboard.press('Escape');
    await page.setViewport({ width: 400, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);

    await page.select('.audit-report-form select', 'fr');
    const report = async () => {
      const tab = await opening(chromium, 'blob:', () => page.locator('[data-report=open]').click());
      await tab.waitForSelector('.page-one');
      return tab;
    };
    const bare = await report();
    expect(await bare.$$('img')).toEqual([]);
    await bare.close();
    await page.click('[data-report=pictures]');
    const whole = await report();
    expect(await whole.evaluate(() => document.documentElement.lang)).toBe('fr');
    expect(await whole.$eval('h1', (head) => head.textContent)).toBe(`Audit de ${LUMEN.name}`);
    expect(await whole.content()).not.toMatch(/<script|NaN|undefined|\[object/);
    const images = await whole.$$eval('img', (all) => all.map(({ src, complete, naturalWidth }) => ({ src, complete, naturalWidth })));
    expect(images).toMatchObject([{ complete: true, naturalWidth: picture?.width }]);
    const bytes = Buffer.from(images[0]?.src.split(',')[1] ?? '', 'base64');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(picture?.sha256);
    const links = await whole.$$eval('.findings a[href="#picture-1"]', (all) => all.length);
    expect(links).toBeGreaterThan(0);
    expect(await violations(whole)).toEqual([]);
    await whole.setViewport({ width: 400, height: 800 });
    expect(await whole.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    // A4 between its margins, in CSS pixels.
    await whole.emulateMediaType('print');
    await whole.setViewport({ width: 688, height: 1000 });
    const figure = await whole.$eval('.picture', (each) => ({
      ...each.getBoundingClientRect().toJSON(),
      inside: getComputedStyle(each).breakInside,
    }));
    expect(figure).toMatchObject({ inside: 'avoid' });
    expect(figure.width).toBeLessThanOrEqual(688);
    expect(figure.height).toBeLessThanOrEqual(1000);
  }));
