import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtExtension } from '../browser/build';
import { type Chromium, startChromium } from '../browser/chromium';
import { gradeOf, keepPicture, sortPosts } from './audit';
import { BRANDS } from './brands';
import type { DemoPage } from './pages/data';
import { wrongFigures } from './recomputed';
import { type CapturedPage, capture } from './round';
import { demoPages, ownWatchPages } from './site';
import { wrongInPosts } from './stored';
import { benchmarkLines, benchmarkTable, parseCsv, table } from './table';
import { wrongInViews } from './views';
import { type Album, completeStudy, everyView, exported, picturesOf, popupMarkup, popupPictures, STUDY_NAME } from './workspace';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    out: { type: 'string', default: '.demo' },
    webp: { type: 'boolean', default: false },
    views: { type: 'boolean', default: false },
    languages: { type: 'string', default: 'en,fr' },
  },
});
const say = (text: string) => {
  if (!options.json) console.log(text);
};

const out = resolve(options.out);
const now = Date.now();
const files: string[] = [];
const captured: CapturedPage[] = [];
const problems: string[] = [];
let served: DemoPage[] = [];

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
say('Building the extension where it is not built yet…');
// A copy, since a build in another terminal empties the folder.
const extension = join(out, '.extension');
await cp(builtExtension(), extension, { recursive: true });
const profile = join(out, '.profile');
const pages = (url: string) => served.find((page) => page.url === url)?.html ?? null;
const own = (page: DemoPage) => page.url.startsWith('https://x.com/') && page.truth.handle === BRANDS[0]?.accounts[0]?.owner.handle;

const english = await startChromium({ extension, language: 'en', profile, pages });
try {
  say('One click on each page of five brands, as they stood a week ago…');
  await round(english, 1);
  await completeStudy(english);
  say('A week passes. One click on each page again…');
  await new Promise((done) => setTimeout(done, 1500));
  await round(english, 0);
  say('For the audit: the latest videos, an audit capture, and some posts sorted by hand…');
  await prepareAudit(english);
  const graded = await gradeOf(english);
  problems.push(...graded.problems);
  say(`  the audit of the own brand comes to ${graded.letter}`);
  files.push(await exported(english, 'benchmark', out), await exported(english, 'posts', out));
  const [lines, posts] = await Promise.all(
    ['benchmark.csv', 'posts.csv'].map(async (name) => parseCsv(await readFile(join(out, name), 'utf8'))),
  );
  const figures = benchmarkLines(lines ?? []);
  problems.push(...wrongFigures(figures, posts ?? []), ...(await wrongInViews(english, figures, posts ?? [], captured.length)));
  await picturesInto(english, 'en');
} finally {
  problems.push(...english.errors);
  await english.close();
}

if (options.languages.includes('fr')) {
  const french = await startChromium({ extension, language: 'fr', profile, pages });
  try {
    await picturesInto(french, 'fr');
  } finally {
    problems.push(...french.errors);
    await french.close();
  }
}
for (const folder of [profile, extension]) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });

const rows = parseCsv(await readFile(join(out, 'benchmark.csv'), 'utf8'));
const benchmark = benchmarkLines(rows);
if (rows.some((row) => row.study !== STUDY_NAME)) problems.push(`the study is called ${rows[0]?.study} and not ${STUDY_NAME}`);
problems.push(...wrongBrands(benchmark));
problems.push(...captured.flatMap(({ url, wrong }) => wrong.map((what) => `${url}: ${what}`)));
problems.push(...wrongInPosts(parseCsv(await readFile(join(out, 'posts.csv'), 'utf8')), [...demoPages(now, 0), ...ownWatchPages(now)]));
problems.push(...files.filter((file) => !existsSync(file)).map((file) => `${file} is missing`));
report();

/** The study must hold each brand in its role, with all its accounts. */
function wrongBrands(lines: typeof benchmark): string[] {
  return BRANDS.flatMap(({ name, role, accounts }) => {
    const line = lines.find((each) => each.brand === name && each.role === role);
    return line?.figures.followers?.n === accounts.length
      ? []
      : [`${name} is not in the study as ${role} with ${accounts.length} accounts`];
  });
}

/** One click on every page as it was `weeksAgo`; on the first round each brand's first account is given its role in the popup. */
async function round(chromium: Chromium, weeksAgo: 0 | 1): Promise<void> {
  served = demoPages(now, weeksAgo);
  const waiting = new Map(BRANDS.map((brand) => [`${brand.accounts[0]?.network}:${brand.accounts[0]?.owner.handle}`, brand.role]));
  for (const page of served) {
    const key = `${page.truth.network}:${page.truth.handle}`;
    const role = weeksAgo === 1 ? (waiting.get(key) ?? null) : null;
    waiting.delete(key);
    const done = await capture(chromium, page, { role });
    captured.push(done);
    say(`  ${page.url}  ${done.posts} posts${done.wrong.length > 0 ? `, ${done.wrong.length} wrong` : ''}`);
  }
}

/** One click on the own brand's latest videos and, for a picture too, on its profile; then its posts are sorted. */
async function prepareAudit(chromium: Chromium): Promise<void> {
  served = [...demoPages(now, 0), ...ownWatchPages(now)];
  for (const page of ownWatchPages(now)) captured.push(await capture(chromium, page));
  const profilePage = served.find(own);
  if (profilePage) captured.push(await capture(chromium, profilePage, { seen: keepPicture }));
  await sortPosts(chromium, BRANDS[0]?.name ?? '');
}

/** Pictures of the popup on the own brand's page, whose capture is undone afterwards, and of the workspace. */
async function picturesInto(chromium: Chromium, language: Album['language']): Promise<void> {
  const album: Album = { folder: out, type: options.webp ? 'webp' : 'png', language };
  const page = served.find(own);
  if (!page) return;
  let markup = '';
  const { wrong } = await capture(chromium, page, {
    seen: async (popup) => {
      await popup.waitForSelector('.gauge:not(.gauge-waiting)', { timeout: 30_000 });
      markup = await popupMarkup(popup);
      await (await popup.$('.capture-actions button:not(.primary, .icon-button)'))?.click();
      await popup.waitForSelector('.capture-whose', { hidden: true, timeout: 30_000 });
    },
  });
  problems.push(...wrong);
  files.push(...(await popupPictures(chromium, markup, album)));
  for (const scheme of ['light', 'dark'] as const) files.push(...(await (options.views ? everyView : picturesOf)(chromium, scheme, album)));
}

function report(): void {
  const shown = files.map((file) => relative(process.cwd(), file));
  if (options.json) {
    console.log(JSON.stringify({ captured, benchmark, files: shown, problems }));
  } else {
    say(
      `\n${table([['network', 'account', 'posts', 'readings', 'unread', 'ms'], ...captured.map((each) => [each.network, each.account, ...[each.posts, each.readings, each.unread, each.ms].map(String)])])}`,
    );
    say(`\n${benchmarkTable(benchmark)}\n\n${shown.map((file) => `  ${file}`).join('\n')}`);
    say(problems.length === 0 ? '\nEvery number read is the number that the pages truly hold.' : `\n${problems.join('\n')}`);
  }
  process.exitCode = problems.length === 0 && captured.every((each) => each.unread === 0) ? 0 : 1;
}
