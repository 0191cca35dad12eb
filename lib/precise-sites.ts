import type { NetworkId } from './model/vocabulary';
import { networkFacts } from './networks/facts';
import { networkAt } from './networks/lookup';

/** What precise mode is turned on for at once: a network, or one server of a network that has no hosts of its own. */
export interface PreciseSite {
  /** The network's id, or the server's host. */
  id: string;
  network: NetworkId;
  /** Match patterns that the browser is asked about. */
  hosts: string[];
}

/** Networks with hosts of their own: each is turned on as a whole. */
export const preciseSites: readonly PreciseSite[] = networkFacts
  .filter(({ precise, hosts }) => precise && hosts.length)
  .map(({ id, hosts }) => ({ id, network: id, hosts }));

/** The one network with a precise mode whose servers anybody may run: each of them is turned on by itself. */
const SERVED: NetworkId = 'mastodon';

/** Where any server may be asked about; the browser still asks for the one alone that the user names. */
export const ANY_SERVER = 'https://*/*';

/** One server as what precise mode is turned on for. */
export const serverSite = (server: string): PreciseSite => ({ id: server, network: SERVED, hosts: [`https://${server}/*`] });

/** What precise mode would be turned on for, on a page of this network at this host; null where the network has none. */
export function preciseSiteAt(network: NetworkId | null, host: string): PreciseSite | null {
  return preciseSites.find(({ id }) => id === network) ?? (network === SERVED ? serverSite(host) : null);
}

/**
 * The host of the server that somebody means: by its name, by an address on it, or by an account's full name. Null for what is no host, and for
 * the host of a network that has its own.
 * @example serverIn('@atelier@lune.example') // 'lune.example'
 */
export function serverIn(typed: string): string | null {
  const address = `https://${typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^@?[\w.-]+@/, '')}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const named = /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]+$/.test(url.hostname) && !url.port && !url.username;
  return named && !networkAt(url) ? url.hostname : null;
}

/** The servers that accounts were captured on, each once. */
export function serversOf(accounts: readonly { network: NetworkId; url: string | null }[]): string[] {
  const servers = accounts.flatMap(({ network, url }) => (network === SERVED && url && serverIn(url)) || []);
  return [...new Set(servers)].sort();
}
