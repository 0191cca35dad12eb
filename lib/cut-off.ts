import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { showOutcome } from './badge';

/** Tabs whose pages are being followed: an update of the extension ends it, and what was read by then cannot be handed in any more. */
const following = storage.defineItem<number[]>('local:following', { fallback: [] });

/** Notes that a tab's page is being followed, or no longer is. */
export async function noteFollowing(tabId: number, on: boolean): Promise<void> {
  const others = (await following.getValue()).filter((id) => id !== tabId);
  await following.setValue(on ? [...others, tabId] : others);
}

/** After an update: says on the button of each such tab that what was read there is not saved. */
export async function tellCutOff(): Promise<void> {
  const tabs = await following.getValue();
  await following.removeValue();
  for (const id of tabs) {
    const open = await browser.tabs.get(id).catch(() => null);
    if (open) await showOutcome(id, { ok: false, refusal: 'not-saved', network: null, surface: null });
  }
}

/** After a start of the browser: its pages are gone, and handed in what they had. */
export const forgetFollowing = (): Promise<void> => following.removeValue();
