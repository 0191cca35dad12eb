import { browser } from 'wxt/browser';
import type { NetworkId } from './model/vocabulary';
import { type NetworkFacts, networkFacts } from './networks/facts';
import { ASK, type Ask } from './precise/protocol';
import { preciseNetworks } from './settings';

/** Networks that have a precise mode. */
export const withPreciseMode = networkFacts.filter(({ precise }) => precise);

const scriptId = (id: NetworkId) => `precise-${id}`;
const granted = ({ hosts }: NetworkFacts) => browser.permissions.contains({ origins: hosts });

/** Whether precise mode is on for a network: chosen in Settings, and the browser's permission still stands. */
export async function preciseOn(id: NetworkId | null): Promise<boolean> {
  const network = withPreciseMode.find((candidate) => candidate.id === id);
  return network !== undefined && (await preciseNetworks.getValue()).includes(network.id) && (await granted(network));
}

/** The networks that precise mode is on for. */
export async function preciseList(): Promise<NetworkId[]> {
  const on = await Promise.all(withPreciseMode.map(({ id }) => preciseOn(id)));
  return withPreciseMode.flatMap(({ id }, index) => (on[index] ? [id] : []));
}

/**
 * Turns precise mode on. Must be called first thing in a click: browsers ask for permission only then. False when the user declines.
 */
export async function turnPreciseOn(id: NetworkId): Promise<boolean> {
  const network = withPreciseMode.find((candidate) => candidate.id === id);
  if (!network || !(await browser.permissions.request({ origins: network.hosts }))) return false;
  await preciseNetworks.setValue([...new Set([...(await preciseNetworks.getValue()), id])]);
  await registerPrecise();
  return true;
}

/** Turns precise mode off at once: no new page gets the script, open pages stop and forget, and the permission is given back. */
export async function turnPreciseOff(id: NetworkId): Promise<void> {
  const network = withPreciseMode.find((candidate) => candidate.id === id);
  await preciseNetworks.setValue((await preciseNetworks.getValue()).filter((other) => other !== id));
  await registerPrecise();
  if (!network) return;
  const tabs = await browser.tabs.query({ url: network.hosts }).catch(() => []);
  await Promise.all(tabs.map(({ id: tabId }) => tabId !== undefined && forget(tabId).catch(() => undefined)));
  await browser.permissions.remove({ origins: network.hosts });
}

/** Tells the script in a page's own world to stop and to drop what it kept. */
const forget = (tabId: number) =>
  browser.scripting.executeScript({
    target: { tabId },
    world: 'MAIN',
    func: (ask: Ask) => window.postMessage(ask, location.origin),
    args: [{ type: ASK, nonce: 'off', off: true }],
  });

/** Makes the browser's list of scripts what the settings and permissions say; called whenever either may have changed. */
export async function registerPrecise(): Promise<void> {
  // The worker and the settings page may both be at it: who comes second finds the work done, and looks again.
  await register().catch(register);
}

async function register(): Promise<void> {
  const wanted = await preciseList();
  const there = (await browser.scripting.getRegisteredContentScripts()).map((script) => script.id);
  const surplus = withPreciseMode.filter(({ id }) => there.includes(scriptId(id)) && !wanted.includes(id));
  const missing = withPreciseMode.filter(({ id }) => !there.includes(scriptId(id)) && wanted.includes(id));
  if (surplus.length) await browser.scripting.unregisterContentScripts({ ids: surplus.map(({ id }) => scriptId(id)) });
  if (!missing.length) return;
  await browser.scripting.registerContentScripts(
    missing.map(({ id, hosts }) => ({
      id: scriptId(id),
      matches: hosts,
      js: ['/precise.js'],
      runAt: 'document_start' as const,
      world: 'MAIN' as const,
      persistAcrossSessions: true,
    })),
  );
}
