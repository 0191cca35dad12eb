import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { CaptureOutcome } from './messages';

/** What the last capture of a tab came to, and the address that was in it: on another page it says nothing. */
export interface TabOutcome {
  outcome: CaptureOutcome;
  url: string | null;
}

const KEY = 'outcome:';
/** In memory, and gone with the browser; one small record per tab that was captured, so no writer waits for another. */
const itemOf = (tabId: number) => storage.defineItem<TabOutcome | null>(`session:${KEY}${tabId}`, { fallback: null });

/** What the last capture of this tab came to; null where there was none or it was undone. */
export const outcomeIn = (tabId: number): Promise<TabOutcome | null> => itemOf(tabId).getValue();

/** Keeps it for the side panel, which may not be open yet when it is made. Never throws: the capture stands without it. */
export async function keepOutcome(tabId: number, outcome: CaptureOutcome): Promise<void> {
  try {
    const { url = null } = await browser.tabs.get(tabId);
    await itemOf(tabId).setValue({ outcome, url });
  } catch {
    // The tab may be gone by now; then nobody asks for it.
  }
}

/** Forgets it, after an undo. */
export const forgetOutcome = (tabId: number): Promise<void> => itemOf(tabId).removeValue();

/** Tells of every outcome that is kept or forgotten, whoever did it. */
export function onOutcome(told: () => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith(KEY))) told();
  });
}
