import { browser } from 'wxt/browser';
import { type CaptureOutcome, sendToTab } from './messages';
import { networkAt, networks, scriptAt } from './networks';

/**
 * Captures the page of a tab that the user just acted on (that grants access to it, and nothing else does). Injects the page script,
 * also into tabs that were open before the extension was, and has it read the page. Never throws.
 */
export async function captureTab(tab: { id?: number; url?: string }): Promise<CaptureOutcome> {
  const page = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  const network = page && (networkAt(page)?.id ?? null);
  const script = page && scriptAt(page);
  const refused = (refusal: 'blocked' | 'failed', detail?: string): CaptureOutcome => ({
    ok: false,
    refusal,
    network,
    surface: null,
    detail,
  });
  if (tab.id === undefined || !script) {
    return { ok: false, refusal: 'unknown-page', network, surface: null, reads: networks.map(({ name }) => name) };
  }
  try {
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [script as '/capture-x.js'] });
  } catch (error) {
    return refused('blocked', messageOf(error));
  }
  try {
    return await sendToTab(tab.id, 'capture', {});
  } catch (error) {
    return refused('failed', messageOf(error));
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message.slice(0, 200) : undefined);
