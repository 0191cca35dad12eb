import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findFirefox } from './find';

export interface Firefox {
  browser: Browser;
  /** Opens a page of the extension in a tab. */
  extensionPage(path: string): Promise<Page>;
  /** Console errors and uncaught errors of the extension's pages that were opened. */
  errors: string[];
  close(): Promise<void>;
}

/** Firefox gives every installation a random address; a preference fixes it, so that the extension's pages can be opened. */
const ADDRESS = '1a09e000-0000-4000-8000-00000000f1fe';

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
  const errors: string[] = [];
  const close = async () => {
    await browser.close().catch(() => browser.process()?.kill('SIGKILL'));
    await tidy();
  };
  const extensionPage = async (path: string) => {
    const page = await browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => errors.push(`${path}: ${String(error)}`));
    await page.goto(`moz-extension://${ADDRESS}/${path}`, { waitUntil: 'load' });
    return page;
  };
  try {
    await browser.installExtension(options.extension);
    return { browser, extensionPage, errors, close };
  } catch (error) {
    await close();
    throw error;
  }
}
