import type { Page } from 'puppeteer-core';
import { ownPostsOnly } from '../../lib/capture/own';
import type { ReadOutcome } from '../../lib/capture/read-page';
import type { NetworkId, Role } from '../../lib/model/vocabulary';
import { ROLES } from '../../lib/model/vocabulary';
import type { Chromium } from '../browser/chromium';
import type { DemoPage } from './pages/data';
import { verdict } from './truth';

const WAIT = 40_000;

/** What one click on one page came to. */
export interface CapturedPage {
  network: NetworkId;
  account: string;
  url: string;
  posts: number;
  readings: number;
  unread: number;
  ms: number;
  /** Differences from what the page truly says, in words; empty when all is right. */
  wrong: string[];
}

export interface Click {
  /** The part of the brand in the study, chosen in the popup. Null leaves the account out of it. */
  role?: Role | null;
  /** Called while the popup shows its figures. */
  seen?: (popup: Page) => Promise<void>;
}

/** Opens a page, clicks the extension's toolbar button, waits until the popup says that it is saved, and checks what was read. */
export async function capture(chromium: Chromium, demo: DemoPage, { role = null, seen }: Click = {}): Promise<CapturedPage> {
  const { network, handle } = demo.truth;
  const said = { network, account: handle, url: demo.url };
  const tab = await chromium.open(demo.url);
  const popup = await chromium.clickToolbar(tab);
  try {
    await popup.waitForSelector('.capture-whose, .capture-refused', { timeout: WAIT }).catch(async (error: unknown) => {
      const shown = await popup.evaluate(() => document.body.textContent).catch(() => 'nothing: it is closed');
      throw new Error(`${demo.url}: after ${WAIT / 1000} s the popup shows “${shown}”. ${chromium.errors.join('\n')}`, { cause: error });
    });
    const refusal = await popup.$eval('.capture-body', (body) =>
      body.querySelector('.capture-refused') ? (body.textContent ?? '') : null,
    );
    if (refusal !== null) return { ...said, posts: 0, readings: 0, unread: 0, ms: 0, wrong: [`not captured: ${refusal}`] };
    if (role) await chooseRole(popup, role);
    await seen?.(popup);
    const outcome = await readAgain(popup);
    if (!outcome?.ok) return { ...said, posts: 0, readings: 0, unread: 0, ms: 0, wrong: [`not read: ${outcome?.refusal}`] };
    const { account, posts, comments, ms } = ownPostsOnly({ ...outcome.capture });
    const { found, readings, unread, wrong } = verdict(demo.truth, account, posts, comments);
    return { ...said, posts: found, readings, unread, ms, wrong };
  } finally {
    await popup.close().catch(() => undefined); // it closes by itself when it loses focus
    await tab.close();
  }
}

/** Clicks the button of a role where the popup asks for it. */
async function chooseRole(popup: Page, role: Role): Promise<void> {
  const buttons = await popup.waitForSelector('.capture-roles', { timeout: WAIT });
  const button = (await buttons?.$$('button'))?.[ROLES.indexOf(role)];
  await button?.click();
  await popup.waitForSelector('.capture-roles', { hidden: true, timeout: WAIT });
}

interface Tabs {
  chrome: {
    tabs: {
      query(what: { active: boolean; currentWindow: boolean }): Promise<{ id?: number }[]>;
      sendMessage(id: number, message: unknown): Promise<{ res?: unknown }>;
    };
  };
}

/** Asks the page's script, which the click put there, for every reading of the page. */
async function readAgain(popup: Page): Promise<ReadOutcome | null> {
  const answer = await popup.evaluate(async () => {
    const { tabs } = (globalThis as unknown as Tabs).chrome;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    const reply = await tabs.sendMessage(tab?.id ?? -1, { id: 1, type: 'readPage', data: {}, timestamp: Date.now() });
    return JSON.stringify(reply?.res ?? null);
  });
  return JSON.parse(answer);
}
