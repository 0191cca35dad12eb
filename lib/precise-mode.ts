import { browser } from 'wxt/browser';
import type { NetworkId } from './model/vocabulary';
import { ASK, type Ask } from './precise/protocol';
import { type PreciseSite, preciseSiteAt, preciseSites, serverSite } from './precise-sites';
import { preciseNetworks, preciseServers } from './settings';

const PREFIX = 'precise-';
const scriptId = ({ id }: PreciseSite) => `${PREFIX}${id}`;
const granted = ({ hosts }: PreciseSite) => browser.permissions.contains({ origins: hosts });

/** What the user chose, whether or not the browser's permission still stands. */
async function chosen(): Promise<PreciseSite[]> {
  const [networks, servers] = await Promise.all([preciseNetworks.getValue(), preciseServers.getValue()]);
  return [...preciseSites.filter(({ network }) => networks.includes(network)), ...servers.map(serverSite)];
}

/** Whether precise mode is on for pages of a network on this host: chosen in Settings, and the browser's permission still stands. */
export async function preciseOn(network: NetworkId | null, host: string): Promise<boolean> {
  const site = preciseSiteAt(network, host);
  return site !== null && (await chosen()).some(({ id }) => id === site.id) && (await granted(site));
}

/** What precise mode is on for: networks, then servers. */
export async function preciseList(): Promise<PreciseSite[]> {
  const sites = await chosen();
  const on = await Promise.all(sites.map(granted));
  return sites.filter((_, index) => on[index]);
}

/**
 * Turns precise mode on. Must be called first thing in a click: browsers ask for permission only then. False when the user declines.
 */
export async function turnPreciseOn(site: PreciseSite): Promise<boolean> {
  if (!(await browser.permissions.request({ origins: site.hosts }))) return false;
  await choose(site, true);
  return true;
}

/** Turns precise mode off at once: no new page gets the script, open pages stop and forget, and the permission is given back. */
export async function turnPreciseOff(site: PreciseSite): Promise<void> {
  await choose(site, false);
  const tabs = await browser.tabs.query({ url: site.hosts }).catch(() => []);
  await Promise.all(tabs.map(({ id: tabId }) => tabId !== undefined && forget(tabId).catch(() => undefined)));
  await browser.permissions.remove({ origins: site.hosts });
}

async function choose({ id, network }: PreciseSite, on: boolean): Promise<void> {
  const changed = <T>(all: readonly T[], one: T): T[] => [...all.filter((other) => other !== one), ...(on ? [one] : [])];
  if (id === network) await preciseNetworks.setValue(changed(await preciseNetworks.getValue(), network));
  else await preciseServers.setValue(changed(await preciseServers.getValue(), id));
  await registerPrecise();
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
  const there = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id).filter((id) => id.startsWith(PREFIX));
  const surplus = there.filter((id) => !wanted.some((site) => scriptId(site) === id));
  const missing = wanted.filter((site) => !there.includes(scriptId(site)));
  if (surplus.length) await browser.scripting.unregisterContentScripts({ ids: surplus });
  if (!missing.length) return;
  await browser.scripting.registerContentScripts(
    missing.map((site) => ({
      id: scriptId(site),
      matches: site.hosts,
      js: ['/precise.js'],
      runAt: 'document_start' as const,
      world: 'MAIN' as const,
      persistAcrossSessions: true,
    })),
  );
}
