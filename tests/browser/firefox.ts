import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findFirefox } from './find';
import { type FirefoxPopup, firefoxWindow } from './firefox-window';

export interface Firefox {
  browser: Browser;
  /** Opens a page of the extension in a tab. */
  extensionPage(path: string): Promise<Page>;
  /** Opens a page at a real address, which is served from here; its scripts are off, and it is given nothing else. */
  open(url: string, html: string): Promise<Page>;
  /** Clicks the toolbar button for the page in front, which opens the popup. */
  clickToolbar(): Promise<FirefoxPopup>;
  /**
   * Runs the body of a function in the tab whose address begins so, where `content` is its window; null where there is none. For tabs that WebDriver
   * BiDi does not tell of, such as those of our own blobs.
   */
  inTab(address: string, body: string): Promise<unknown>;
  /** What the extension said was wrong: what it threw and nobody caught, and what it wrote to a console as an error. */
  errors(): Promise<string[]>;
  close(): Promise<void>;
}

/** Firefox gives every installation a random address; a preference fixes it, so that the extension's pages can be opened. */
const ADDRESS = '1a09e000-0000-4000-8000-00000000f1fe';

const WAIT = 30_000;

/** Starts a real Firefox with the extension (its unpacked folder and its gecko id) over WebDriver BiDi. */
export async function startFirefox(options: { extension: string; id: string }): Promise<Firefox> {
  const profile = await mkdtemp(join(tmpdir(), 'jauge-firefox-'));
  const tidy = () => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  const headed = process.env.HEADED === '1' && process.env.DISPLAY !== undefined;
  const launch = puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: !headed,
    userDataDir: profile,
    // Without it Firefox lets nobody navigate a tab to an extension's page.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      // Its consoles are written to its output, from where they are read here.
      'devtools.console.stdout.content': true,
      'extensions.webextensions.uuids': JSON.stringify({ [options.id]: ADDRESS }),
      // No name resolves: nothing leaves the machine.
      'network.proxy.type': 1,
      'network.proxy.socks': '127.0.0.1',
      'network.proxy.socks_port': 9,
      'network.proxy.socks_remote_dns': true,
    },
  });
  const browser = await launch.catch(async (error: unknown) => {
    await tidy();
    throw error;
  });
  const close = async () => {
    await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
    await tidy();
  };
  const extensionPage = async (path: string) => {
    const page = await browser.newPage();
    await arrive(page, `moz-extension://${ADDRESS}/${path}`);
    return page;
  };
  const open = async (url: string, html: string) => {
    const page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const headers = { 'Content-Security-Policy': "script-src 'none'; connect-src 'none'" };
      const answered =
        request.url() === url
          ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html, headers })
          : request.abort();
      answered.catch(() => undefined);
    });
    await page.goto(url, { timeout: WAIT });
    return page;
  };
  const said: string[] = [];
  for (const stream of [browser.process()?.stdout, browser.process()?.stderr])
    stream?.on('data', (data: Buffer) =>
      said.push(
        ...data
          .toString()
          .split('\n')
          .filter((line) => /^console\.error/.test(line)),
      ),
    );
  try {
    await browser.installExtension(options.extension);
    const { clickToolbar, inTab, errors } = firefoxWindow(browser, options.id, ADDRESS);
    return { browser, extensionPage, open, clickToolbar, inTab, errors: async () => [...(await errors()), ...said], close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Firefox reports no end of a navigation into an extension's page: the page itself is asked until it is there. */
async function arrive(page: Page, url: string): Promise<void> {
  page.goto(url, { timeout: WAIT }).catch(() => undefined);
  for (const end = Date.now() + WAIT; Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const there = await page
      .evaluate((wanted) => location.href.startsWith(wanted) && document.readyState === 'complete', url)
      .catch(() => false);
    if (there) return;
  }
  throw new Error(`${url} did not open within ${WAIT / 1000} s.`);
}
