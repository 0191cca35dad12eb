import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, WebWorker } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findChromium } from './find';
import type { PageSource, SeenRequest } from './intercept';
import { serve } from './intercept';
import { speaking } from './language';
import { watch } from './watch';

export interface ChromiumOptions {
  /** Folder of the unpacked extension. */
  extension: string;
  /** Interface language of the browser. */
  language?: 'en' | 'fr';
  dark?: boolean;
  /** Profile folder to keep; without it a new one that is removed on close. */
  profile?: string;
  /** What is served at which address. Everything else is aborted. */
  pages: PageSource;
  /** What a page that asks its own site for data is given; without it a page can ask for nothing. */
  data?: PageSource;
  flags?: string[];
}

export interface Chromium {
  browser: Browser;
  extensionId: string;
  /** Opens an address in a new tab; the page source says what is there. */
  open(url: string, options?: { waitUntil?: 'load' | 'domcontentloaded'; timeout?: number }): Promise<Page>;
  /** A click on the extension's real toolbar button while `page` is in front. Resolves with the popup once it has loaded. */
  clickToolbar(page: Page): Promise<Page>;
  /** Opens a page of the extension in a tab, e.g. `options.html#/posts`. */
  extensionPage(path: string): Promise<Page>;
  /** The extension's worker, woken up if it sleeps. */
  serviceWorker(): Promise<WebWorker>;
  /** Console errors, uncaught errors and unhandled rejections of extension pages, worker and content scripts. */
  errors: string[];
  /** Every request that any page or the extension made. */
  requests: SeenRequest[];
  close(): Promise<void>;
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-extension-debugging',
  // A second wall behind the interception: no name resolves, so nothing leaves the machine.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];
const POPUP_WAIT = 30_000;
const WORKER_WAIT = 10_000;

/** Starts a real Chromium with the extension installed and the given pages served at their real addresses. */
export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const { extension, language = 'en', dark = false, pages, flags = [] } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'jauge-chromium-')));
  const headed = process.env.HEADED === '1' && process.env.DISPLAY !== undefined;
  const program = speaking(findChromium(), language);
  const locale = language === 'fr' ? 'fr_FR.UTF-8' : 'en_US.UTF-8';
  const launch = () =>
    puppeteer.launch({
      executablePath: program.executable,
      headless: !headed,
      pipe: true,
      enableExtensions: true,
      userDataDir: profile,
      defaultViewport: null,
      args: [
        ...FLAGS,
        `--lang=${language === 'fr' ? 'fr' : 'en-US'}`,
        '--window-size=1280,900',
        `--blink-settings=preferredColorScheme=${dark ? 0 : 1}`,
        ...flags,
      ],
      env: { ...process.env, LANGUAGE: language, LANG: locale, LC_ALL: locale },
    });
  const tidy = async () => {
    program.remove();
    if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const browser = await launch().catch(async (error: unknown) => {
    await tidy();
    throw error;
  });
  const errors: string[] = [];
  const requests: SeenRequest[] = [];
  const watching = watch(browser, errors, requests);
  const scheme = [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }];

  const close = async () => {
    await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
    await tidy();
  };

  try {
    const extensionId = await browser.installExtension(extension);
    const root = `chrome-extension://${extensionId}/`;
    watching.extension(root);

    const open: Chromium['open'] = async (url, { waitUntil = 'load', timeout = 30_000 } = {}) => {
      const page = await browser.newPage();
      await page.emulateMediaFeatures(scheme);
      await serve(page, pages, requests, options.data);
      await page.goto(url, { waitUntil, timeout });
      return page;
    };

    const clickToolbar: Chromium['clickToolbar'] = async (page) => {
      const button = (await browser.extensions()).get(extensionId);
      if (!button) throw new Error('The extension is not installed in this browser.');
      const isPopup = (url: string) => url.startsWith(`${root}popup.html`);
      for (const target of browser.targets()) if (isPopup(target.url())) await (await target.asPage()).close().catch(() => undefined);
      await page.bringToFront();
      const old = new Set(browser.targets());
      await button.triggerAction(page);
      const target = await browser.waitForTarget((each) => !old.has(each) && isPopup(each.url()), { timeout: POPUP_WAIT });
      const popup = await target.asPage();
      await popup.emulateMediaFeatures(scheme);
      await popup.waitForFunction(() => document.readyState === 'complete', { timeout: POPUP_WAIT });
      return popup;
    };

    const extensionPage: Chromium['extensionPage'] = async (path) => {
      const page = await browser.newPage();
      await page.emulateMediaFeatures(scheme);
      await page.goto(root + path.replace(/^\//, ''), { waitUntil: 'load' });
      return page;
    };

    const wake = async () => {
      const isWorker = (each: { type(): string; url(): string }) => each.type() === 'service_worker' && each.url().startsWith(root);
      let target = browser.targets().find(isWorker);
      if (!target) {
        const page = await extensionPage('manifest.json');
        await page.evaluate(() =>
          (globalThis as unknown as ExtensionGlobals).chrome.runtime.sendMessage({ type: 'wake' }).catch(() => undefined),
        );
        target = await browser.waitForTarget(isWorker, { timeout: POPUP_WAIT });
        await page.close();
      }
      return target;
    };

    /** A worker that failed to start is listed and answers nothing. */
    const answering = async (): Promise<WebWorker | null> => {
      const target = await wake();
      const silence = new Promise<false>((resolve) => setTimeout(resolve, WORKER_WAIT, false));
      // Who attaches as it starts may be cut off, and the library would remember that of a worker for good: it is asked apart first.
      const session = await target.createCDPSession();
      const answer = session.send('Runtime.evaluate', { expression: 'true' }).finally(() => void session.detach().catch(() => undefined));
      if (!(await Promise.race([answer, silence]))) throw new Error(`The extension's worker does not answer. ${errors.join(' ')}`);
      return target.worker();
    };
    const serviceWorker: Chromium['serviceWorker'] = async () => {
      let worker: WebWorker | null = null;
      // A browser may stop a worker while it is being attached to or asked, and start another; for a moment it still lists the one that stopped.
      for (let tries = 5; !worker && tries > 0; tries -= 1) {
        worker = await answering().catch((error) => (tries > 1 ? null : Promise.reject(error)));
        if (!worker) await new Promise((resolve) => setTimeout(resolve, 300));
      }
      if (!worker) throw new Error(`The extension has no worker. ${errors.join(' ')}`);
      return worker;
    };

    return { browser, extensionId, open, clickToolbar, extensionPage, serviceWorker, errors, requests, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface ExtensionGlobals {
  chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
}
