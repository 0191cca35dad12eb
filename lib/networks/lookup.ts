import type { NetworkId } from '../model/vocabulary';
import { type NetworkFacts, networkFacts } from './facts';

/** The network whose pages this address belongs to, by its match patterns; null when none is. */
export function networkAt(url: URL): NetworkFacts | null {
  return networkFacts.find((network) => network.hosts.some((pattern) => matchesHost(pattern, url))) ?? null;
}

/** The networks that may be on any host, in the order in which a page is tried for their marks. */
export const anyHost = networkFacts.filter(({ hosts }) => hosts.length === 0);

/** Which of some selectors a page has first, an empty one being had by every page. Runs in the page, so it uses nothing from outside. */
export const firstMark = (marks: string[]): number =>
  marks.findIndex((mark) => !mark || Document.prototype.querySelector.call(document, mark) !== null);

/** Whether a capture by this network's reader can come from this address. */
export function mayRead(id: NetworkId | undefined, url: URL): boolean {
  const own = networkAt(url);
  return own ? own.id === id : anyHost.some((network) => network.id === id);
}

/** Match patterns of ours are `*://host/*` and `*://*.host/*`. */
function matchesHost(pattern: string, url: URL): boolean {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return false;
  const host = pattern.slice('*://'.length).split('/')[0] ?? '';
  return host.startsWith('*.') ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1)) : url.hostname === host;
}
