import { expect } from 'vitest';
import type { About } from '../../lib/store/about';
import type { SnapshotRecord } from '../../lib/store/db';
import { aboutOf, postKeysOf, postsOf } from '../../lib/store/snapshots';
import { builtExtension } from '../browser/build';
import type { Chromium, ChromiumOptions } from '../browser/chromium';
import { startChromium } from '../browser/chromium';
import type { Answer } from '../replay/in-extension';

const CONTENT = ['fetch', 'xhr', 'ping', 'websocket', 'eventsource', 'script', 'other'];

/**
 * Runs a test in a browser of its own, with the shipped extension. Whatever the test is about, afterwards no console of the extension
 * may hold an error and nothing may have been requested on its behalf.
 */
export async function onStage(
  options: Pick<ChromiumOptions, 'pages'> & Partial<ChromiumOptions>,
  run: (chromium: Chromium) => Promise<void>,
): Promise<void> {
  const chromium = await startChromium({ extension: builtExtension(), ...options });
  try {
    await run(chromium).catch((error: unknown) => {
      if (error instanceof Error && chromium.errors.length)
        error.message += `\nMeanwhile in the extension's consoles:\n${chromium.errors.join('\n')}`;
      throw error;
    });
    expect(chromium.errors).toEqual([]);
    expect(requestsByUs(chromium)).toEqual([]);
  } finally {
    await chromium.close();
  }
}

/** Requests that the extension made, or that its script made inside a page. Page scripts are off: only a content script can ask for data there. */
function requestsByUs({ requests }: Chromium): string[] {
  const local = (url: string) => /^(chrome-extension|data|blob|about):/.test(url);
  const ours = requests.filter(
    ({ from, type, url }) => !local(url) && (from === 'extension' || (CONTENT.includes(type) && !url.endsWith('/favicon.ico'))),
  );
  return ours.map(({ method, url, from }) => `${method} ${url} (${from})`);
}

type StoredSnapshot = Omit<SnapshotRecord, 'packed'> & About & { postKeys: string[]; posts: ReturnType<typeof postsOf> };

/** The snapshots that are in the extension's store. Asked of the worker: opening a tab for it would close the popup. */
export async function snapshotsIn(chromium: Chromium): Promise<StoredSnapshot[]> {
  const records = await (await chromium.serviceWorker()).evaluate(readSnapshots);
  return records.map(({ bytes, ...rest }) => {
    const record = { ...rest, packed: Uint8Array.from(bytes).buffer };
    return { ...rest, ...aboutOf(record), postKeys: postKeysOf(record), posts: postsOf(record) };
  });
}

/** Runs in the extension's worker; bytes travel as numbers. */
async function readSnapshots(): Promise<(Omit<SnapshotRecord, 'packed'> & { bytes: number[] })[]> {
  if (!(await indexedDB.databases()).some(({ name }) => name === 'jauge')) return [];
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('jauge');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('snapshots').objectStore('snapshots').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        opening.result.close();
        const records: SnapshotRecord[] = all.result;
        resolve(records.map(({ packed, ...rest }) => ({ ...rest, bytes: [...new Uint8Array(packed)] })));
      };
    };
  });
}

/** What `read` gives, as soon as it is accepted; its last value with an error when that takes too long. */
export async function until<T>(read: () => Promise<T>, accept: (value: T) => boolean, limit = 30_000): Promise<T> {
  for (const end = Date.now() + limit; ; ) {
    const value = await read();
    if (accept(value)) return value;
    if (Date.now() > end) throw new Error(`waited ${limit} ms, last: ${JSON.stringify(value)?.slice(0, 400)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the page's script reads in the active tab once it has been injected; nothing is kept. */
export async function readAgain(chromium: Chromium): Promise<Answer> {
  return (await chromium.serviceWorker()).evaluate(async () => {
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    return (await tabs.sendMessage(tab?.id ?? -1, { id: 1, type: 'readPage', data: {}, timestamp: Date.now() })).res;
  });
}

interface Tabs {
  query(query: { active: boolean; lastFocusedWindow: boolean }): Promise<{ id: number }[]>;
  sendMessage(tabId: number, message: unknown): Promise<{ res: Answer }>;
}
