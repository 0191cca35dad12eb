/**
 * Random changes of structure to every fixture page, each read in a real Chromium: is a number ever silently wrong?
 *   npm run faults -- mutations [--network x,tiktok] [--page NAME] [--count 1000] [--seed 1] [--json] [--show wrong|unnoticed|excused] [--limit 20]
 *   npm run faults -- mutations --network x --page profile-en --case 17     one mutant: its markup on stdout, what was read on stderr
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { PROJECT } from '../browser/build';
import { bundled } from '../browser/bundle';
import { findChromium } from '../browser/find';
import type { Batch, FaultPage, InPage, Judged } from './in-page';
import type { Excuse } from './verdict';

const FIXTURES = join(PROJECT, 'tests', 'fixtures');
const BATCH = 100;
/** Shares of all mutants that may not be exceeded, or reached. */
const BARS = { labelled: 0, positional: 0.005, noticed: 0.95 };
const say = (line: string) => process.stderr.write(`${line}\n`);

interface Asked {
  network?: string;
  page?: string;
  count: number;
  seed: number;
  json: boolean;
  show?: string;
  limit: number;
  case?: string;
}

interface Case extends Judged {
  page: string;
  positional: boolean;
}

interface NetworkResult {
  network: string;
  pages: number;
  mutants: number;
  wrongLabelled: number;
  wrongPositional: number;
  threw: number;
  unnoticed: number;
  excused: number;
  excuses: Batch['excuses'];
  harmless: number;
  noticed: number;
  noticedOrHarmless: number;
  /** Pages that were not tried, and why. */
  untried: string[];
  met: boolean;
}

/** Tries the pages; resolves with the exit code: 0 only where every bar is met. */
export async function mutations(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...{ network: { type: 'string' }, page: { type: 'string' }, show: { type: 'string' }, case: { type: 'string' } },
      ...{ count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, limit: { type: 'string', default: '20' } },
      json: { type: 'boolean', default: false },
    },
  });
  const asked: Asked = { ...values, count: Number(values.count), seed: Number(values.seed), limit: Number(values.limit) };
  const folders =
    asked.network?.split(',') ?? readdirSync(FIXTURES, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? each.name : []));
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-extensions'],
  });
  const results: NetworkResult[] = [];
  const cases: (Case & { network: string })[] = [];
  try {
    for (const network of folders) {
      const tab = await browser.newPage();
      tab.on('console', (message) => message.type() === 'error' && say(message.text()));
      const pages = pagesOf(network).filter(({ name }) => !asked.page || name === asked.page);
      const broken = await setUp(tab, network);
      if (asked.case !== undefined && !broken) return await showCase(tab, pages, asked);
      const { result, found } = await tryNetwork(tab, network, broken ? [] : pages, asked);
      if (broken) Object.assign(result, { pages: pages.length, untried: [broken], met: false });
      results.push(result);
      cases.push(...found.map((each) => ({ ...each, network })));
      if (!asked.json) console.log(line(result));
      await tab.close();
    }
  } finally {
    await browser.close();
  }
  const met = results.length > 0 && results.every((each) => each.met);
  if (asked.json) console.log(JSON.stringify({ met, bars: BARS, seed: asked.seed, count: asked.count, networks: results }));
  if (asked.show)
    for (const each of cases.filter(({ verdict }) => verdict === asked.show || verdict === 'threw').slice(0, asked.limit))
      console.log(told(each));
  return met ? 0 : 1;
}

/** Brings one network's reader into a tab; resolves with what is wrong with it, or null. */
async function setUp(tab: Page, network: string): Promise<string | null> {
  const lines = `import { faultsIn } from './tests/faults/in-page'; import { ${network} } from './lib/networks/${network}'; globalThis.jaugeFaults = faultsIn(${network});`;
  try {
    await tab.evaluate(await bundled(lines));
    return null;
  } catch (error) {
    const problem = `the reader could not be built: ${String(error).replace(/\s+/g, ' ').slice(0, 300)}`;
    say(`${network}: ${problem}`);
    return problem;
  }
}

function pagesOf(network: string): FaultPage[] {
  const folder = join(FIXTURES, network);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const name = file.slice(0, -'.html'.length);
      const { url, now, account, posts, also = {} } = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
      return { name, url, now, html: readFileSync(join(folder, file), 'utf8'), expected: { account, posts }, also };
    });
}

async function tryNetwork(tab: Page, network: string, pages: FaultPage[], { count, seed }: Asked) {
  const tally: Record<string, number> = {};
  const found: Case[] = [];
  const untried: string[] = [];
  const excuses: Batch['excuses'] = {};
  let tried = 0;
  for (const page of pages) {
    const problem = await tab.evaluate((given) => (globalThis as unknown as { jaugeFaults: InPage }).jaugeFaults.open(given), page);
    if (problem) {
      untried.push(`${page.name}: ${problem}`);
      say(`${network}/${page.name} was not tried: ${problem}`);
      continue;
    }
    tried += 1;
    const started = performance.now();
    for (let from = 0; from < count; from += BATCH) {
      const batch: Batch = await tab.evaluate(
        (...bounds) => (globalThis as unknown as { jaugeFaults: InPage }).jaugeFaults.run(...bounds),
        ...([seed, from, Math.min(count, from + BATCH)] as const),
      );
      for (const [verdict, many] of Object.entries(batch.counts)) tally[verdict] = (tally[verdict] ?? 0) + many;
      for (const [why, many] of Object.entries(batch.excuses) as [Excuse, number][]) excuses[why] = (excuses[why] ?? 0) + many;
      const positional = ({ faults }: Judged) => faults.every(({ metric }) => batch.positional.includes(metric));
      found.push(...batch.cases.map((each) => ({ ...each, page: page.name, positional: positional(each) })));
    }
    say(`${network}/${page.name}: ${count} in ${Math.round(performance.now() - started)} ms`);
  }
  const of = (verdict: string) => tally[verdict] ?? 0;
  const wrongPositional = found.filter(({ verdict, positional }) => verdict === 'wrong' && positional).length;
  const mutants = tried * count;
  const result: NetworkResult = {
    ...{ network, pages: pages.length, mutants, wrongLabelled: of('wrong') - wrongPositional, wrongPositional, threw: of('threw') },
    ...{ unnoticed: of('unnoticed'), excused: of('excused'), excuses, harmless: of('harmless'), noticed: of('noticed') },
    ...{ noticedOrHarmless: mutants ? (of('harmless') + of('noticed') + of('excused')) / mutants : 0, untried, met: false },
  };
  result.met =
    tried > 0 &&
    untried.length === 0 &&
    result.threw === 0 &&
    result.wrongLabelled <= BARS.labelled * mutants &&
    result.wrongPositional <= BARS.positional * mutants &&
    result.noticedOrHarmless >= BARS.noticed;
  return { result, found };
}

async function showCase(tab: Page, pages: FaultPage[], { seed, case: index }: Asked): Promise<number> {
  const [page, second] = pages;
  if (!page || second) throw new Error('Name one page of one network: --network ID --page NAME --case NUMBER.');
  const problem = await tab.evaluate((given) => (globalThis as unknown as { jaugeFaults: InPage }).jaugeFaults.open(given), page);
  if (problem) throw new Error(problem);
  const shown = await tab.evaluate(
    (...which) => (globalThis as unknown as { jaugeFaults: InPage }).jaugeFaults.show(...which),
    ...([seed, Number(index)] as const),
  );
  console.log(shown.html);
  say(JSON.stringify({ ...shown, html: undefined }, null, 1));
  return 0;
}

const share = (part: number, whole: number) => `${((100 * part) / (whole || 1)).toFixed(2)} %`;

function line(each: NetworkResult): string {
  const { network, mutants, wrongLabelled, wrongPositional, threw, unnoticed, excused, noticedOrHarmless, met } = each;
  const wrong = `wrong ${wrongLabelled} labelled, ${wrongPositional} positional (${share(wrongPositional, mutants)})`;
  const rest = `threw ${threw}, unnoticed ${unnoticed} (${share(unnoticed, mutants)}), excused ${excused}`;
  return `${met ? 'met ' : 'MISS'} ${network}: ${mutants} mutants, ${wrong}, ${rest}, noticed or harmless ${(100 * noticedOrHarmless).toFixed(2)} %`;
}

function told({ network, page, index, verdict, mutation, faults, positional }: Case & { network: string }): string {
  const where = `${network}/${page} --case ${index}: ${verdict}${positional ? ' (positional)' : ''}`;
  return [
    where,
    `  ${mutation}`,
    ...faults.map((each) => `  ${each.post} ${each.metric}: expected ${each.expected}, got ${each.got}`),
  ].join('\n');
}

if (process.argv[1]?.endsWith('mutations.ts')) process.exitCode = await mutations(process.argv.slice(2));
