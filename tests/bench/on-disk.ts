import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../browser/find';
import { world } from '../browser/world';

type Run = Awaited<ReturnType<typeof world>>;

/** Runs a script in a page of its own site, in a browser whose profile is on the disk: databases live there as they do with users. */
export async function onDisk<T>(lines: string, flags: string[], work: (run: Run) => Promise<T>): Promise<T> {
  const headers = {
    'content-type': 'text/html',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  };
  const site = createServer((_, response) => response.writeHead(200, headers).end('<!doctype html><title>bench</title>'));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const profile = await mkdtemp(join(tmpdir(), 'jauge-bench-'));
  const browser = await puppeteer.launch({
    ...{ executablePath: findChromium(), pipe: true, userDataDir: profile, protocolTimeout: 3_600_000 },
    args: ['--no-sandbox', '--disable-gpu', '--disable-extensions', '--enable-precise-memory-info', '--js-flags=--expose-gc', ...flags],
  });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    return await work(await world(await tab.createCDPSession(), lines, true));
  } finally {
    await browser.close();
    site.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
