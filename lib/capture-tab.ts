import { browser } from 'wxt/browser';
import { type CaptureOutcome, sendToTab } from './messages';
import type { NetworkId } from './model/vocabulary';
import { networkAt, networks } from './networks';

/** One script per network, built from its reader (see wxt.config.ts). */
const scriptOf = (network: NetworkId) => `/capture-${network}.js`;

/**
 * Captures the page of a tab that the user just acted on (that grants access to it, and nothing else does). Injects the page script,
 * also into tabs that were open before the extension was, and has it read the page. Never throws.
 */
export async function captureTab(tab: { id?: number; url?: string }): Promise<CaptureOutcome> {
  const network = networkOf(tab.url);
  const refused = (refusal: 'blocked' | 'failed', detail?: string): CaptureOutcome => ({
    ok: false,
    refusal,
    network,
    surface: null,
    detail,
  });
  if (tab.id === undefined || !network) {
    return { ok: false, refusal: 'unknown-page', network, surface: null, reads: networks.map(({ name }) => name) };
  }
  try {
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [scriptOf(network) as '/capture-x.js'] });
  } catch (error) {
    return refused('blocked', messageOf(error));
  }
  try {
    return await sendToTab(tab.id, 'capture', {});
  } catch (error) {
    return refused('failed', messageOf(error));
  }
}

function networkOf(address: string | undefined) {
  return address && URL.canParse(address) ? (networkAt(new URL(address))?.id ?? null) : null;
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message.slice(0, 200) : undefined);
