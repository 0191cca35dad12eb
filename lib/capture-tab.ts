import { browser } from 'wxt/browser';
import { type CaptureOutcome, type FollowState, sendToTab } from './messages';
import type { NetworkId } from './model/vocabulary';
import { networkAt, networks, scriptAt } from './networks';
import { preciseOn } from './precise-mode';

interface Tab {
  id?: number;
  url?: string;
}
type Refused = CaptureOutcome & { ok: false };

/** Captures the page of a tab that the user just acted on (that grants access to it, and nothing else does). Never throws. */
export const captureTab = (tab: Tab): Promise<CaptureOutcome> => inPage(tab, (tabId, precise) => sendToTab(tabId, 'capture', { precise }));

/** Begins to follow the page of such a tab while the user scrolls. Never throws. */
export const followTab = (tab: Tab): Promise<FollowState | CaptureOutcome> =>
  inPage(tab, async (tabId, precise, refused) => (await sendToTab(tabId, 'follow', { precise })) ?? refused('no-account'));

/** Injects the page script, also into tabs that were open before the extension was, and asks it something. */
async function inPage<T>(
  tab: Tab,
  ask: (tabId: number, precise: boolean, refused: (refusal: 'no-account') => Refused) => Promise<T>,
): Promise<T | Refused> {
  const page = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  const network: NetworkId | null = page && (networkAt(page)?.id ?? null);
  const script = page && scriptAt(page);
  const refused = (refusal: Refused['refusal'], detail?: string): Refused => ({ ok: false, refusal, network, surface: null, detail });
  if (tab.id === undefined || !script) return { ...refused('unknown-page'), reads: networks.map(({ name }) => name) };
  try {
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [script as '/capture-x.js'] });
  } catch (error) {
    return refused('blocked', messageOf(error));
  }
  try {
    return await ask(tab.id, await preciseOn(network), refused);
  } catch (error) {
    return refused('failed', messageOf(error));
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message.slice(0, 200) : undefined);
