import type { NetworkId } from '../model/vocabulary';
import { bluesky } from './bluesky';
import { instagram } from './instagram';
import { linkedin } from './linkedin';
import type { Network } from './network';
import { reddit } from './reddit';
import { threads } from './threads';
import { tiktok } from './tiktok';
import { x } from './x';
import { youtube } from './youtube';

/** Every network that is read. A new one is a file beside this one and a line here. */
export const networks: readonly Network[] = [instagram, linkedin, tiktok, x, youtube, threads, bluesky, reddit];

/** The network whose pages this address belongs to, by its match patterns; null when none is. */
export function networkAt(url: URL): Network | null {
  return networks.find((network) => network.hosts.some((pattern) => matchesHost(pattern, url))) ?? null;
}

/** The file that reads this network's pages: one of its own, or the one that all networks without hosts of their own share. */
export const scriptOf = ({ id, hosts }: Pick<Network, 'id' | 'hosts'>): string => `/capture-${hosts.length ? id : 'any'}.js`;

/** The script that reads this address; null where no reader could fit (an address that is no web page, or no reader for any host). */
export function scriptAt(url: URL): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const network = networkAt(url) ?? networks.find(({ hosts }) => hosts.length === 0);
  return network ? scriptOf(network) : null;
}

/** Whether a capture by this network's reader can come from this address. */
export function mayRead(id: NetworkId | undefined, url: URL): boolean {
  const own = networkAt(url);
  return own ? own.id === id : networks.some((network) => network.id === id && network.hosts.length === 0);
}

/** Match patterns of ours are `*://host/*` and `*://*.host/*`. */
function matchesHost(pattern: string, url: URL): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  const host = pattern.slice('*://'.length).split('/')[0] ?? '';
  return host.startsWith('*.') ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1)) : url.hostname === host;
}
