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

/** Match patterns of ours are `*://host/*` and `*://*.host/*`. */
function matchesHost(pattern: string, url: URL): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  const host = pattern.slice('*://'.length).split('/')[0] ?? '';
  return host.startsWith('*.') ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1)) : url.hostname === host;
}
