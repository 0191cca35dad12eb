import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { benchmark } from '../../lib/benchmark/benchmark';
import { calendarOf } from '../../lib/benchmark/calendar';
import { formatGrid } from '../../lib/benchmark/format-grid';
import { postsByAccount } from '../../lib/benchmark/selection';
import { topicMap } from '../../lib/benchmark/topics';
import { accountKey, postKey } from '../../lib/model/keys';
import type { PostRecord } from '../../lib/model/records';
import { sampleStudy } from '../../lib/sample';
import { fold } from '../benchmark/fold';
import { violations } from './accessibility';
import { shows } from './page';
import { LUMEN_URL, lumenPage } from './pages';
import { onStage, snapshotsIn, until } from './stage';

const TABS = ['map', 'formats', 'calendar', 'topics', 'changes'] as const;
const TABLES = {
  map: '.positions tbody tr',
  formats: '.grid-table td',
  calendar: '.weeks .week',
  topics: '.topics tbody tr',
  changes: '.changes li',
};
const pages = () => null;
const textOf = (page: Page) => page.evaluate(() => document.querySelector('main')?.textContent ?? '');

/** Opens the sample study; gives its page and when it was made, from which the test makes it again. */
async function sample(page: Page): Promise<number> {
  await page.setViewport({ width: 1280, height: 900 });
  await (await page.waitForSelector('.empty button'))?.click();
  await page.waitForSelector('table.benchmark tbody tr');
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('jauge');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction('studies').objectStore('studies').getAll();
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result[0].createdAt);
          };
        };
      }),
  );
}

async function shown(page: Page, tab: (typeof TABS)[number], rest = ''): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `landscape?tab=${tab}${rest}`);
  await page.waitForSelector(TABLES[tab]);
}

/** Clicks what leads to posts; gives how many are then listed. */
async function postsBehind(page: Page, selector: string): Promise<number> {
  await page.click(selector);
  await page.waitForSelector('table.posts tbody tr');
  const listed = await until(
    () => page.$eval('.chips output', (output) => Number((output.textContent ?? '').replace(/\D/g, ''))),
    (n) => n > 0,
  );
  return listed;
}

/** The map as SVG, as it is handed to the browser's downloads. */
const pictureOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const made = URL.createObjectURL.bind(URL);
    const kept = new Promise<Blob>((resolve) => {
      URL.createObjectURL = (blob) => {
        resolve(blob as Blob);
        return made(blob);
      };
    });
    document.querySelector<HTMLElement>('.pictures button:last-child')?.click();
    return kept.then((blob) => blob.text());
  });

/** The sample as the store holds it, made again. */
function world(createdAt: number) {
  const { study, captures } = sampleStudy(createdAt);
  const { rollups, accounts } = fold(captures);
  const records = captures.flatMap((capture) =>
    capture.posts.map((post): PostRecord => {
      const keys = { postKey: postKey(capture.network, post.id), accountKey: accountKey(capture.network, capture.account.handle ?? '') };
      return { ...post, ...keys, network: capture.network, firstSeenAt: 0, lastSeenAt: 0 };
    }),
  );
  return { study, rollups, accounts, records: new Map(records.map((record) => [record.postKey, record])) };
}

describe('the landscape', () => {
  test('shows figures that anyone can compute again, each with its posts', () =>
    onStage({ pages }, async (chromium) => {
      const page = await chromium.extensionPage('options.html');
      const createdAt = await sample(page);
      const { study, rollups, accounts, records } = world(createdAt);

      await shown(page, 'map');
      const leader = benchmark(study, rollups, accounts, createdAt).rows[3];
      const row = await page.$$eval('.positions tbody tr', (rows) => rows.map((each) => each.textContent ?? ''));
      expect(row[3]).toContain('Grand Comptoir Aurestal');
      expect(row[3]).toContain(`${(100 * (leader?.kpis.erFollowers.value ?? 0)).toFixed(2)}%`);
      expect(await textOf(page)).toContain('Atelier Sévrelin' + 'Followers: ');
      const picture = await pictureOf(page);
      expect(picture).toContain('<svg');
      for (const word of ['Brûlerie Orvane', 'logarithmic scale', 'peers’ median']) expect(picture).toContain(word);
      expect(await postsBehind(page, '.positions tbody tr:nth-child(4) td:nth-child(3) button')).toBe(leader?.kpis.erFollowers.n);

      await shown(page, 'formats');
      const grid = formatGrid(study.brands, rollups, accounts, null, 'x');
      const [first] = grid.cells;
      const cell = await page.$eval('.grid-table tbody td', (each) => each.textContent ?? '');
      expect(cell).toContain(`×${first?.typical?.value?.toFixed(2)}`);
      expect(cell).toContain(`n ${first?.n}`);
      expect(await postsBehind(page, '.grid-table tbody td button')).toBe(first?.n);

      await shown(page, 'calendar', '&network=x');
      const rival = study.brands[1];
      const own = rival?.accounts.find((key) => key.startsWith('x:')) ?? '';
      const zone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
      const calendar = calendarOf([postsByAccount(rollups).get(own) ?? []], null, Date.now(), zone);
      const weeks = await page.$$eval('.weeks .week', (all) =>
        all.map((week) => [week.className, week.lastElementChild?.textContent ?? '']),
      );
      expect(weeks).toHaveLength(52);
      const before = calendar.weeks.findLastIndex(({ observed }) => observed === 'whole');
      expect(weeks[before]?.[1]?.startsWith(String(calendar.weeks[before]?.low))).toBe(true);
      expect(weeks[0]?.[0]).toContain('week-none');
      expect(weeks[0]?.[1]).toContain('not observed');
      expect(await postsBehind(page, `.weeks .week:nth-child(${before + 1}) button`)).toBe(calendar.weeks[before]?.low);

      await shown(page, 'topics', '&kind=tag&cover=nobody');
      const { topics } = topicMap(study.brands, { rollups, records, elsewhere: [], from: null });
      const unspoken = topics.find(({ topic }) => topic === '#zérodéchet');
      const line = await page.$eval('.topics tbody tr', (each) => each.textContent ?? '');
      expect(line).toContain('#zérodéchet');
      expect(line).toContain('nobody in the sector; only Grand Comptoir Aurestal and Atelier Sévrelin');
      expect(line).toContain(`×${unspoken?.demand.value?.toFixed(2)}`);
      expect(line).toContain(`n ${unspoken?.demand.n}`);
      expect(await postsBehind(page, '.topics tbody td:nth-child(8) button')).toBe(unspoken?.brands[0]?.evidence.length);

      await shown(page, 'changes', '&show=profile');
      const log = await textOf(page);
      expect(log).toContain('Before Brasserie de quartier. Douze bières, une lune.');
      expect(log).toContain('Now Brasserie de quartier. Livraison gratuite en novembre.');
      // Bio and link on three networks, and a badge on three.
      expect(await page.$$eval('.changes li', (all) => all.length)).toBe(9);
    }));

  test('says what is missing after one capture of one account', () =>
    onStage({ pages: (url) => (url === LUMEN_URL ? lumenPage() : null) }, async (chromium) => {
      await chromium.clickToolbar(await chromium.open(LUMEN_URL));
      await until(
        () => snapshotsIn(chromium),
        (all) => all.length === 1,
      );
      const page = await chromium.extensionPage('options.html#landscape?tab=map');
      await page.setViewport({ width: 1280, height: 900 });
      await (await page.waitForSelector('main button.primary'))?.click();
      const said = {
        map: 'Lumen Atelier',
        formats: 'Cells of fewer than 5 posts',
        calendar: 'not observed',
        topics: 'What nobody at all speaks of cannot be seen',
        changes: 'A change takes two captures of the profile. Capture again: lumenatelier on X.',
      };
      for (const tab of TABS) {
        await page.evaluate((name) => {
          location.hash = `landscape?tab=${name}`;
        }, tab);
        const text = await shows(page, said[tab]);
        expect(text).not.toMatch(/NaN|undefined|\[object|Infinity/);
        expect(await violations(page)).toEqual([]);
      }
    }));

  test.each(['en', 'fr'] as const)('is accessible and stays in a narrow window, in the dark as well (%s)', (language) =>
    onStage({ pages, language, dark: language === 'fr' }, async (chromium) => {
      const page = await chromium.extensionPage('options.html');
      await sample(page);
      for (const tab of TABS) {
        await shown(page, tab);
        expect(await textOf(page)).not.toMatch(/NaN|undefined|\[object|Infinity|\bnull\b/);
        expect(await violations(page, language === 'fr' ? 'colours' : 'everything')).toEqual([]);
        await page.setViewport({ width: 400, height: 900 });
        // A chart is drawn again for its new width.
        await until(
          () => page.evaluate(() => document.documentElement.scrollWidth),
          (width) => width <= 400,
        );
        expect(await violations(page, language === 'fr' ? 'colours' : 'everything')).toEqual([]);
        await page.setViewport({ width: 1280, height: 900 });
      }
    }),
  );
});
