import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import type { AuditRun } from '../../lib/audits/report';
import type { Chromium } from '../browser/chromium';
import { keepPicture, press, sortPosts } from '../demo/audit';
import { BRANDS } from '../demo/brands';
import { capture } from '../demo/round';
import { demoPages } from '../demo/site';
import { openWorkspace } from '../demo/workspace';
import { textOf } from './page';
import { draftsIn, picturesIn } from './pictures';
import { onStage, until } from './stage';

/** Four brands' profiles on X, as the demo writes them. */
const served = demoPages(Date.now(), 0).filter(({ truth }) => truth.network === 'x');
const pages = (url: string) => served.find((page) => page.url === url)?.html ?? null;
const roleOf = (handle: string) => BRANDS.find(({ accounts }) => accounts.some(({ owner }) => owner.handle === handle))?.role ?? null;
const [OWN] = BRANDS;
const folder = await mkdtemp(join(tmpdir(), 'jauge-click-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

type Line = Record<string, string>;
const linesOf = (csv: string) => Papa.parse<Line>(csv.slice(1), { header: true, skipEmptyLines: true }).data;

/** The file that a click downloads. */
async function downloaded(page: Page, button: string): Promise<string> {
  const session = await page.createCDPSession();
  const path = await mkdtemp(join(folder, 'file-'));
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: path });
  await page.click(button);
  const [content = ''] = await until(
    // The browser holds the place of the file with an empty one, while it writes another.
    async () => {
      const names = (await readdir(path)).filter((name) => !name.endsWith('.crdownload'));
      return (await Promise.all(names.map((name) => readFile(join(path, name), 'utf8')))).filter(Boolean);
    },
    (files) => files.length === 1,
  );
  return content;
}

/** Captures the own brand's profile a second time with a picture, and opens the side panel beside it: what it says of the audit. */
async function panelBeside(chromium: Chromium): Promise<string> {
  const own = served.find(({ truth }) => roleOf(truth.handle) === 'own');
  const popup = await chromium.clickToolbar(await chromium.open(own?.url ?? ''));
  await keepPicture(popup);
  await press(popup, 'Keep open beside the page');
  const target = await chromium.browser.waitForTarget((each) => each.url().endsWith('/sidepanel.html'));
  const panel = await target.asPage();
  await panel.waitForSelector('.panel-audit strong');
  return panel.$eval('.panel-audit', (each) => each.textContent ?? '');
}

/** What the page, or a report, says of a criterion on X: its score, and its sentence with value, interval and n. */
interface Said {
  letter: string;
  overall: string;
  score: string;
  sentence: string;
  n: string;
}
const onScreen = (page: Page): Promise<Said> =>
  page.evaluate(() => {
    const row = [...document.querySelectorAll('.audit-criterion')].find(
      (each) => each.querySelector('.audit-name .muted')?.textContent === 'E1',
    );
    return {
      letter: document.querySelector('.audit-letter')?.textContent?.trim() ?? '',
      overall: document.querySelector('.audit-grade strong')?.textContent ?? '',
      score: row?.querySelector('.audit-score strong')?.textContent ?? '',
      sentence: row?.querySelector('.audit-part p')?.lastChild?.textContent ?? '',
      n: row?.querySelector('.audit-part p.muted')?.textContent?.split(' · ').at(-1) ?? '',
    };
  });
const inReport = (page: Page, html: string): Promise<Said> =>
  page.evaluate((text) => {
    const report = new DOMParser().parseFromString(text, 'text/html');
    const row = [...report.querySelectorAll('tr.criterion')].find((each) => /^E1 /.test(each.querySelector('.quiet')?.textContent ?? ''));
    // Asked of one network alone, the criterion's own row says it.
    const told = row?.classList.contains('only') ? row : row?.nextElementSibling;
    return {
      letter: report.querySelector('.letter')?.textContent ?? '',
      overall: report.querySelector('.points strong')?.textContent ?? '',
      score: /\d+/.exec(row?.querySelector('td.numeric')?.textContent ?? '')?.[0] ?? '',
      sentence: told?.querySelector('td:last-child p')?.textContent ?? '',
      n: told?.querySelector('td:last-child p.quiet')?.textContent?.split(' · ')[0] ?? '',
    };
  }, html);

/** What the tree shows: score of each criterion by its code, whole points; what has none is null. */
const shownScores = (page: Page) =>
  page.$$eval('.audit-criterion > summary', (rows) =>
    Object.fromEntries(
      rows.map((row) => {
        const score = row.querySelector('.audit-score strong')?.textContent;
        return [row.querySelector('.audit-name .muted')?.textContent ?? '', score === undefined ? null : Number(score)];
      }),
    ),
  );

/** A number as a sheet has it: twelve digits of it. */
const inFile = (value: number | null | undefined) => (value == null ? null : Number(value.toPrecision(12)));

/** Whether a number as written is another one, rounded as it is written. */
function isWritten(text: string | undefined, value: number | null | undefined): boolean {
  const decimals = text?.split('.')[1]?.length ?? 0;
  return text !== undefined && value != null && Math.abs(Number(text) - value) <= 0.5000001 * 10 ** -decimals;
}

test(
  'from clicks on four brands’ pages to an audit, its posts and its files: the same figures everywhere, and posts.csv gives them again',
  () =>
    onStage({ pages }, async (chromium) => {
      for (const page of served) {
        const { wrong, unread } = await capture(chromium, page, { role: roleOf(page.truth.handle) });
        expect([page.url, wrong, unread]).toEqual([page.url, [], 0]);
      }
      await sortPosts(chromium, OWN?.name ?? '');
      const panel = await panelBeside(chromium);
      expect([await picturesIn(chromium), await draftsIn(chromium)].map(({ length }) => length)).toEqual([1, 0]);

      const page = await openWorkspace(chromium, 'audit');
      await page.waitForSelector('.audit-letter');
      const said = await onScreen(page);
      const shown = await shownScores(page);
      expect(await textOf(page)).not.toMatch(/NaN|undefined|\[object/);
      const csv = linesOf(await downloaded(page, '[data-export=audit]'));
      const run: AuditRun = JSON.parse(await downloaded(page, '[data-export=audit_json]'));
      const report = await inReport(page, await downloaded(page, '[data-report=save]'));

      // One grade and one score, in the panel, on the screen, in both files and in the report.
      expect(said.letter).toMatch(/^[A-F]\+?$/);
      expect(run.score.grade).toBe(said.letter);
      expect(isWritten(said.overall, run.score.overall)).toBe(true);
      expect(panel).toContain(`${said.overall} points of 100`);
      expect(panel).toContain(await page.$eval('.audit-grade .verdict', (each) => each.textContent ?? '-'));
      expect(report).toEqual(said);
      const [first] = csv;
      expect([first?.grade, Number(first?.overall)]).toEqual([run.score.grade, inFile(run.score.overall)]);

      // One score of each criterion, measured or not.
      const written = csv.filter((line, i) => csv.findIndex(({ code }) => code === line.code) === i);
      expect(written.map(({ code, score }) => [code, score === '' ? null : Number(score)])).toEqual(
        run.criteria.map(({ code, score }) => [code, inFile(score)]),
      );
      expect(shown).toEqual(Object.fromEntries(run.criteria.map(({ code, score }) => [code, score === null ? null : Math.round(score)])));
      expect(run.criteria).toHaveLength(34);
      // One value with its interval and n: on the screen (and so in the report, which says the same) and in both files.
      const finding = run.findings.find(({ criterion, network }) => criterion === 'engagement' && network === 'x');
      const line = csv.find(({ code, value }) => code === 'E1' && value !== '');
      const told = [finding?.value, finding?.low, finding?.high, finding?.n];
      expect([line?.value, line?.value_low, line?.value_high, line?.n].map(Number)).toEqual(told.map(inFile));
      expect(isWritten(said.score, finding?.score)).toBe(true);
      expect(said.n).toBe(`n ${finding?.n}`);
      const numbers = said.sentence.match(/\d+(?:\.\d+)?/g) ?? [];
      for (const [i, value] of [finding?.value, finding?.low, finding?.high].entries())
        expect([numbers[i], isWritten(numbers[i], 100 * (value ?? Number.NaN))]).toEqual([numbers[i], true]);

      // The posts that it leads to are its evidence, and their rates, worked out from the file alone, have its value in their middle.
      await page.evaluate(() => {
        const row = [...document.querySelectorAll('.audit-criterion')].find(
          (each) => each.querySelector('.audit-name .muted')?.textContent === 'E1',
        );
        row?.querySelector<HTMLButtonElement>('.audit-part details button')?.click();
      });
      const evidence = new Set(finding?.evidence);
      const listed = await until(
        () => page.$$eval('table.posts tbody tr time', (times) => times.map((time) => Date.parse((time as HTMLTimeElement).dateTime))),
        (times) => times.length === evidence.size,
      );
      const posts = linesOf(await downloaded(page, '[data-export=posts]')).filter(({ post_key = '' }) => evidence.has(post_key));
      expect(posts).toHaveLength(finding?.n ?? 0);
      // No two posts of an account were published in the same second.
      const seconds = (times: number[]) => times.map((time) => Math.floor(time / 1000)).sort((a, b) => a - b);
      expect(seconds(listed)).toEqual(seconds(posts.map(({ published_at = '' }) => Date.parse(published_at))));
      const rates = posts.map(
        ({ likes, comments, shares, followers_used }) => (Number(likes) + Number(comments) + Number(shares)) / Number(followers_used),
      );
      const sorted = rates.sort((a, b) => a - b);
      const middle = ((sorted[Math.ceil(sorted.length / 2) - 1] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
      expect(finding?.value).toBeCloseTo(middle, 12);
      await page.goBack();
      await page.waitForSelector('.audit-letter');
    }),
  240_000,
);
