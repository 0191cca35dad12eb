import type { Page } from 'puppeteer-core';
import type { Chromium } from '../browser/chromium';
import { alike, type Recomputed, recomputed } from './recomputed';
import type { BenchmarkLine, Row } from './table';
import { openWorkspace } from './workspace';

const WAIT = 40_000;
/** Columns of the workspace by the names that `benchmark.csv` gives them, and how many of the written number are one of the file's. */
const SHOWN: Record<string, [name: string, times: number]> = {
  'Engagement by followers': ['er_followers', 0.01],
  'Engagement by views': ['er_views', 0.01],
  Conversation: ['comments_per_1000_followers', 1],
  Amplification: ['shares_per_1000_followers', 1],
};

/** A figure as it is written in a cell, and how finely it is written. */
interface Written {
  row: string;
  column: string;
  value: string;
  n: string;
}

/** The figures of a table: its cells by what their row and their column are called. */
const figuresIn = (page: Page, table: string): Promise<Written[]> =>
  // No function has a name in here: what is compiled for Node names them by a helper that the page does not have.
  page.$$eval(`${table} tbody tr`, (rows) => {
    const heads = [...(rows[0]?.closest('table')?.querySelectorAll('thead th') ?? [])].map(
      (head) => (head.querySelector('.sort-name') ?? head).firstChild?.textContent?.trim() ?? '',
    );
    return rows.flatMap((row) =>
      [...row.cells].flatMap((cell, place) => {
        const texts = [...(cell.querySelector('.figure-value')?.childNodes ?? [])].filter((node) => node.nodeType === 3);
        if (!texts.length) return [];
        const name = row.querySelector('th .brand-name') ?? row.querySelector('th');
        return [
          {
            row: [...(name?.childNodes ?? [])]
              .filter((node) => node.nodeType === 3)
              .map((node) => node.textContent)
              .join('')
              .trim(),
            column: heads[place] ?? '',
            value: texts.map((node) => node.textContent).join(''),
            n: cell.querySelector('.figure-n')?.textContent ?? '',
          },
        ];
      }),
    );
  });

/** Whether a number as written is that of the file, rounded as it is written. */
function saysSo(written: string, of: number | null, times: number): boolean {
  const digits = /[\d.,]+/.exec(written)?.[0].replaceAll(',', '') ?? '';
  const decimals = digits.split('.')[1]?.length ?? 0;
  return of !== null && digits !== '' && Math.abs(Number(digits) * times - of) <= times * 0.5000001 * 10 ** -decimals;
}

/** A figure that is missing in the file has no digits on the screen, and no posts. */
const agrees = ({ value, n }: Written, is: Recomputed, times: number) =>
  is.value === null ? !/\d/.test(value) && n === '' : saysSo(value, is.value, times) && n === `n ${is.n}`;

const difference = (view: string, { row, column, value, n }: Written, is: Recomputed | undefined) =>
  `${view}: ${row}, ${column} is written ${value} (${n}) and is ${is?.value} of ${is?.n}`;

/** Opens the views of the workspace, in English; says where their figures are not those of the files and of the recomputation. */
export async function wrongInViews(chromium: Chromium, lines: BenchmarkLine[], rows: Row[], captures: number): Promise<string[]> {
  return [
    ...(await benchmarkView(chromium, lines)),
    ...(await mapView(chromium, lines)),
    ...(await compareView(chromium, rows)),
    ...(await postsView(chromium, rows)),
    ...(await dataView(chromium, captures, new Set(rows.map((row) => row.post_key)).size)),
  ];
}

async function benchmarkView(chromium: Chromium, lines: BenchmarkLine[]): Promise<string[]> {
  const page = await openWorkspace(chromium, 'benchmark');
  await page.waitForSelector('table.benchmark tbody tr', { timeout: WAIT });
  const figures = (await figuresIn(page, 'table.benchmark')).filter(({ column }) => SHOWN[column]);
  await page.close();
  const wrong = figures.flatMap((written) => {
    const [name = '', times = 1] = SHOWN[written.column] ?? [];
    const is = lines.find(({ brand }) => brand === written.row)?.figures[name];
    return is && agrees(written, is, times) ? [] : [difference('Benchmark', written, is)];
  });
  const expected = lines.filter(({ role }) => role !== 'peers').length * Object.keys(SHOWN).length;
  if (figures.length !== expected) wrong.push(`Benchmark shows ${figures.length} of ${expected} figures`);
  return wrong;
}

/** The same figures stand on the positioning map, in its table. */
async function mapView(chromium: Chromium, lines: BenchmarkLine[]): Promise<string[]> {
  const page = await openWorkspace(chromium, 'landscape?tab=map&x=followers&y=erFollowers');
  await page.waitForSelector('main table tbody tr .figure-value', { timeout: WAIT });
  const figures = (await figuresIn(page, 'main table')).filter(({ column }) => SHOWN[column]);
  await page.close();
  const wrong = figures.flatMap((written) => {
    const [name = '', times = 1] = SHOWN[written.column] ?? [];
    const is = lines.find(({ brand }) => brand === written.row)?.figures[name];
    return is && agrees(written, is, times) ? [] : [difference('Landscape', written, is)];
  });
  const expected = lines.filter(({ role }) => role !== 'peers').length;
  return figures.length === expected ? wrong : [...wrong, `Landscape shows ${figures.length} of ${expected} brands`];
}

/** Two brands are compared on the networks that both are on, by counts that at least half of the posts of both show: a channel's list of videos shows views alone. */
async function compareView(chromium: Chromium, rows: Row[]): Promise<string[]> {
  const page = await openWorkspace(chromium, 'compare');
  await page.waitForSelector('table.compare tbody tr', { timeout: WAIT });
  const brands = await page.$$eval('table.compare thead th', (heads) =>
    heads.slice(1, 3).map((head) => head.lastChild?.textContent?.trim() ?? ''),
  );
  const cells = await page.$$eval('table.compare tbody tr', (lines) =>
    lines.map((line) => ({
      kpi: line.querySelector('th')?.firstChild?.textContent?.trim() ?? '',
      values: [...line.querySelectorAll('td .figure')].map((figure) => ({
        value: [...(figure.querySelector('.figure-value')?.childNodes ?? [])]
          .filter((node) => node.nodeType === 3)
          .map((node) => node.textContent)
          .join(''),
        n: figure.querySelector('.figure-n')?.textContent ?? '',
      })),
    })),
  );
  await page.close();
  const shows = (brand: string, network: string | undefined) => {
    const own = rows.filter((row) => row.brand === brand && row.network === network);
    return own.length > 0 && own.filter(({ likes }) => likes).length >= own.length / 2;
  };
  const shared = [...new Set(rows.map((row) => row.network))].filter((network) => brands.every((brand) => shows(brand, network)));
  if (shared.length !== 1) return [`Compare: ${brands.join(' and ')} share ${shared.length} networks, not one`];
  let checked = 0;
  const wrong = cells.flatMap(({ kpi, values }) => {
    const [name, times] = SHOWN[kpi] ?? [];
    if (!name || !times) return [];
    return brands.flatMap((brand, side) => {
      const is = recomputed(rows, brand, shared[0])[name];
      const written = { row: brand, column: kpi, value: values[side]?.value ?? '', n: values[side]?.n ?? '' };
      checked += 1;
      return is && agrees(written, is, times) ? [] : [difference('Compare', written, is)];
    });
  });
  return checked === 2 * Object.keys(SHOWN).length ? wrong : [...wrong, `Compare shows ${checked} figures`];
}

/** The post with the most engagement by followers comes first, with its own readings. */
async function postsView(chromium: Chromium, rows: Row[]): Promise<string[]> {
  const page = await openWorkspace(chromium, 'posts?sort=erFollowers&down=1');
  await page.waitForSelector('table.posts tbody tr', { timeout: WAIT });
  const [text, first] = await Promise.all([
    page.evaluate(() => document.body.textContent),
    page.$eval('table.posts tbody tr', (row) => [...row.cells].map((cell) => cell.textContent ?? '')),
  ]);
  await page.close();
  const wrong = new RegExp(`\\b${rows.length}\\b`).test(text) ? [] : [`Posts does not say that there are ${rows.length}`];
  const rates = rows.flatMap((row) => (row.er_followers ? { row, rate: Number(row.er_followers) } : []));
  const best = rates.sort((a, b) => b.rate - a.rate)[0];
  const shown = first.at(-2) ?? '';
  if (!best || !first[1]?.includes(best.row.brand ?? '?') || !saysSo(shown, best.rate, 0.01))
    wrong.push(`Posts: the best post is ${first[1]} with ${shown}, recomputed ${best?.row.brand} with ${best?.rate}`);
  const own = best && Number(best.row.likes) + Number(best.row.comments) + Number(best.row.shares);
  if (best && own && !alike(best.rate, own / Number(best.row.followers_used)))
    wrong.push(`posts.csv: ${best.row.post_key} has a rate of ${best.rate}`);
  return wrong;
}

async function dataView(chromium: Chromium, captures: number, posts: number): Promise<string[]> {
  const page = await openWorkspace(chromium, 'store');
  await page.waitForSelector('.store-figures dd', { timeout: WAIT });
  const shown = await page.$$eval('.store-figures dd', (figures) => figures.map((figure) => Number(figure.textContent)));
  await page.close();
  return shown[0] === captures && shown[1] === posts
    ? []
    : [`Storage shows ${shown.join(', ')}, not ${captures} captures of ${posts} posts`];
}
