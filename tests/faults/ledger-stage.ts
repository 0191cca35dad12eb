import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { builtExtension } from '../browser/build';
import { bundled } from '../browser/bundle';
import { type Chromium, startChromium } from '../browser/chromium';
import { LUMEN, LUMEN_URL, lumenPage } from '../e2e/pages';
import { until } from '../e2e/stage';
import type { Audit } from './audit';
import type { Fed, Feeder } from './feeder';

export type Backend = 'leveldb' | 'sqlite';

/** A tab at a network's address, with our script in it. */
export interface FedTab {
  page: Page;
  /** Hands captures in from our script's world; rejects when the browser dies. */
  feed(from: number, to: number, options?: { posts?: number; atOnce?: number }): Promise<Fed>;
  /** Evaluates in our script's world. */
  run<T>(expression: string): Promise<T>;
}

export interface LedgerStage {
  /** The browser that runs. */
  chromium(): Chromium;
  /** How the browser was told to keep databases. */
  backend: Backend;
  /** Where the browser keeps its data; it stays from one start to the next. */
  profile: string;
  /** The folder that the extension is loaded from. */
  extension: string;
  start(): Promise<void>;
  /** Ends the browser in good order. */
  close(): Promise<void>;
  /** Reloads the extension, as an update does; the tabs stay as they are. */
  reload(): Promise<void>;
  /** Kills the browser's process. */
  kill(): Promise<void>;
  /** Opens a page and clicks on the toolbar button there, which puts our script into it and captures the page. */
  tab(index: number): Promise<FedTab>;
  /** Clicks on the toolbar button and waits for a script of ours that was not there before. */
  click(page: Page, index: number): Promise<FedTab>;
  /** All that was acknowledged. */
  acknowledged: Set<string>;
  /** Messages that got no answer, and captures that were said not to be saved. */
  failed(): number;
  /** Waits until the store has looked at itself after a start and, where it must, made itself again. */
  settled(): Promise<void>;
  audit(): Promise<Audit>;
  /** Has everything checked, as a person does on the store's page; whether the store was made again. */
  check(): Promise<boolean>;
  /** How the browser really kept the extension's databases, by its files: flags that it does not know change nothing. Null before the first. */
  onDisk(): Backend | null;
  /** Makes a backup of everything; how many captures are in it. */
  backup(): Promise<number>;
  /** Errors in the extension's consoles, of all browsers so far. */
  errors(): string[];
  forgetErrors(): void;
  dispose(): Promise<void>;
}

/** What `auditor` brings into a page of the extension. */
interface Auditor {
  audit(ids: string[]): Promise<Audit>;
  checked(): Promise<boolean>;
  capturesInBackup(): Promise<number>;
}

const SETTLING_MS = 20_000;
const BACKENDS: Record<Backend, string[]> = {
  leveldb: ['--disable-features=IdbSqliteBackingStore'],
  sqlite: ['--enable-features=IdbSqliteBackingStore'],
};

/** A browser with the built extension and a profile on disk, to be ended in bad ways and started again. */
export async function ledgerStage(
  options: { backend?: Backend; profile?: string; prepare?: (extension: string) => void } = {},
): Promise<LedgerStage> {
  const folder = mkdtempSync(join(tmpdir(), 'jauge-ledger-'));
  const extension = join(folder, 'extension');
  // A copy: a new build must not change what a running browser loads.
  cpSync(builtExtension(), extension, { recursive: true });
  options.prepare?.(extension);
  const profile = options.profile ?? join(folder, 'profile');
  const feeder = await bundled("import { feederIn } from './tests/faults/feeder'; globalThis.feeder = feederIn();");
  const auditor = await bundled("import * as auditor from './tests/faults/audit'; Object.assign(globalThis, auditor);");
  const pages = (url: string) => (url.startsWith('https://x.com/') ? lumenPage() : null);
  const acknowledged = new Set<string>();
  const errors: string[] = [];
  let current: Chromium | null = null;
  let failed = 0;

  const chromium = () => {
    if (!current) throw new Error('No browser runs.');
    return current;
  };
  const left = () => {
    errors.push(...(current?.errors ?? []));
    current = null;
  };

  const click: LedgerStage['click'] = async (page, index) => {
    const found = await worldOf(page, chromium());
    const { session, context } = found;
    const run = async <T>(expression: string): Promise<T> => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        ...{ expression, contextId: context, awaitPromise: true, returnByValue: true },
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as T;
    };
    await run(feeder);
    const feed: FedTab['feed'] = async (from, to, { posts = 50, atOnce = 1 } = {}) => {
      const call: Parameters<Feeder['feed']> = [index, from, to, { posts, atOnce }];
      const fed = await run<Fed>(`feeder.feed(...${JSON.stringify(call)})`);
      for (const id of fed.acknowledged) acknowledged.add(id);
      failed += fed.failed;
      return fed;
    };
    return { page, feed, run };
  };

  /** Asks something of the store in a page of its own. */
  const inAuditor = async <T>(ask: (ids: string[]) => Promise<T>, ids: string[]): Promise<T> => {
    const page = await chromium().extensionPage('manifest.json');
    await page.evaluate(auditor);
    const answer = (await page.evaluate(ask, ids)) as T;
    await page.close();
    return answer;
  };
  return {
    chromium,
    backend: options.backend ?? 'leveldb',
    profile,
    extension,
    async start() {
      if (existsSync(profile)) removeLocks(profile);
      current = await startChromium({ extension, profile, pages, flags: BACKENDS[options.backend ?? 'leveldb'] });
    },
    async close() {
      const running = chromium();
      left();
      await running.close();
    },
    async reload() {
      // What chrome.runtime.reload() does; after that call itself the browser falls over the next click that a protocol makes.
      await chromium().browser.installExtension(extension);
    },
    async kill() {
      const running = chromium();
      const child = running.browser.process();
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child?.kill('SIGKILL');
      await gone;
      left();
    },
    tab: async (index) => click(await chromium().open(`${LUMEN_URL}?tab=${index}`), index),
    click,
    acknowledged,
    failed: () => failed,
    async settled() {
      const page = await chromium().extensionPage('manifest.json');
      await page.evaluate(auditor);
      await until(
        () => page.evaluate(() => (globalThis as unknown as { apart(): Promise<number> }).apart()),
        (apart) => apart === 0,
        SETTLING_MS,
      ).catch(() => undefined); // The audit says what is amiss.
      await page.close();
    },
    audit: () => inAuditor((ids) => (globalThis as unknown as Auditor).audit(ids), [...acknowledged]),
    check: () => inAuditor(() => (globalThis as unknown as Auditor).checked(), []),
    onDisk: () => backendOf(join(profile, 'Default', 'IndexedDB')),
    backup: () => inAuditor(() => (globalThis as unknown as Auditor).capturesInBackup(), []),
    errors: () => [...errors, ...(current?.errors ?? [])],
    forgetErrors() {
      errors.length = 0;
    },
    async dispose() {
      await current?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Every file of SQLite begins with these words; LevelDB keeps a folder with a file CURRENT in it. */
function backendOf(parent: string): Backend | null {
  const own = existsSync(parent) ? readdirSync(parent).filter((name) => name.startsWith('chrome-extension_')) : [];
  const files = own.flatMap((name) =>
    readdirSync(join(parent, name), { withFileTypes: true }).flatMap((file) => (file.isFile() ? join(parent, name, file.name) : [])),
  );
  const isSqlite = (file: string) => readFileSync(file).subarray(0, 15).toString('latin1') === 'SQLite format 3';
  if (files.some(isSqlite)) return 'sqlite';
  return own.some((name) => name.endsWith('.leveldb')) ? 'leveldb' : null;
}

/** A killed browser leaves these behind. */
const removeLocks = (profile: string) => {
  for (const name of readdirSync(profile)) if (name.startsWith('Singleton')) rmSync(join(profile, name), { force: true });
};

/** The world of our script in a page, after a click on the toolbar button that brings it there and captures the page. */
async function worldOf(page: Page, chromium: Chromium): Promise<{ session: CDPSession; context: number }> {
  const session = await page.createCDPSession();
  const worlds: number[] = [];
  const origin = `chrome-extension://${chromium.extensionId}`;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === origin) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  const before = worlds.length;
  const popup = await chromium.clickToolbar(page);
  const said = () => popup.evaluate(() => document.body.textContent ?? '');
  await until(said, (text) => text.includes(LUMEN.name), 30_000).catch((error: Error) => {
    throw new Error(`The popup did not say that the page was captured; ${error.message}\n${chromium.errors.join('\n')}`);
  });
  await popup.close();
  const context = worlds.at(-1);
  if (context === undefined) throw new Error(`A click brought no script of ours into the page (${before} before it).`);
  return { session, context };
}
