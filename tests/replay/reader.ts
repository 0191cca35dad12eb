import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ReadOptions } from '../../lib/capture/read-page';
import type { Capture } from '../../lib/model/capture';
import type { NetworkId } from '../../lib/model/vocabulary';
import { anyHost, firstMark, networkAt } from '../../lib/networks/lookup';
import type { Chromium } from '../browser/chromium';
import { startChromium } from '../browser/chromium';
import type { Answer } from './in-extension';
import { readTab, tabAt } from './in-extension';

export type Outcome = { capture: Capture } | { error: string };

export interface ReplayOptions extends ReadOptions {
  /** Which reader; without it the one of the page's host, or of its marks. */
  network?: NetworkId;
}

export interface Reader {
  /** What the extension reads from `body` at `url`. Never throws: whatever goes wrong is an error in words. `now` stands in for the time (epoch ms). */
  read(url: string, body: Buffer, options?: ReplayOptions, now?: number): Promise<Outcome>;
  /** Errors in the extension's own consoles so far. */
  errors(): string[];
  close(): Promise<void>;
}

const LIMIT = 40_000;
const ANCHOR = 'https://replay.invalid/';

/**
 * A browser that reads saved pages one after the other with the shipped script. The extension is a copy whose manifest may read every
 * host, so that nothing needs a click; the code in it is what ships.
 */
export async function startReader(extension: string): Promise<Reader> {
  const folder = await mkdtemp(join(tmpdir(), 'jauge-replay-'));
  await cp(extension, folder, { recursive: true });
  await mayReadEverything(join(folder, 'manifest.json'));

  let current: { url: string; body: Buffer } | null = null;
  let running: Session | null = null;
  const errors: string[] = [];

  const pages = (url: string) => {
    if (url === ANCHOR) return '<!doctype html><title>replay</title>';
    return current && sameDocument(url, current.url) ? current.body : null;
  };
  const stop = async () => {
    const last = running;
    running = null;
    if (!last) return;
    errors.push(...last.chromium.errors);
    await last.chromium.close();
  };

  const read: Reader['read'] = async (url, body, options = {}, now) => {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${LIMIT / 1000} s`)), LIMIT);
    });
    const work = async () => {
      running ??= await session(folder, pages);
      current = { url: new URL(url).href, body };
      return readWith(running, current.url, options, now ?? null);
    };
    try {
      return await Promise.race([work(), tooLong]);
    } catch (error) {
      // A hung or crashed tab can hold on to its browser: the next page gets a new one.
      await stop();
      return { error: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? 'failed' };
    } finally {
      clearTimeout(timer);
    }
  };

  const close = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { read, errors: () => [...errors, ...(running?.chromium.errors ?? [])], close };
}

interface Session {
  chromium: Chromium;
  tab: Page;
  tabId: number;
  /** A page of the extension, from which scripts are injected and asked. */
  desk: Page;
}

async function session(extension: string, pages: (url: string) => Buffer | string | null): Promise<Session> {
  const chromium = await startChromium({ extension, pages });
  try {
    const desk = await chromium.extensionPage('manifest.json');
    const tab = await chromium.open(ANCHOR);
    const tabId = await desk.evaluate(tabAt, ANCHOR);
    if (tabId === null) throw new Error('the tab was not found');
    return { chromium, tab, tabId, desk };
  } catch (error) {
    await chromium.close();
    throw error;
  }
}

async function readWith(
  { tab, tabId, desk }: Session,
  url: string,
  { network, ...options }: ReplayOptions,
  now: number | null,
): Promise<Outcome> {
  await tab.goto(url, { waitUntil: 'domcontentloaded', timeout: LIMIT });
  const marks = anyHost.map((each) => each.marks ?? '');
  const id = network ?? networkAt(new URL(url))?.id ?? anyHost[await tab.evaluate(firstMark, marks)]?.id ?? 'web';
  const script = `capture-${id}.js`;
  const answer: Answer = await desk.evaluate(readTab, tabId, script, options, now);
  await tab.goto('about:blank');
  if ('error' in answer) return { error: answer.error };
  if (answer.ok) return { capture: answer.capture };
  const detail = answer.detail ? ` (${answer.detail})` : '';
  return { error: answer.refusal.replaceAll('-', ' ') + detail };
}

async function mayReadEverything(path: string): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: ['<all_urls>'] }));
}

function sameDocument(a: string, b: string): boolean {
  const bare = (address: string) => address.split('#', 1)[0];
  return bare(a) === bare(b);
}
