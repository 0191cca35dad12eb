import type { Network } from '../networks/network';
import { bodiesOf } from './bodies';
import { pageSide } from './install';

/** Lets the reader of a page ask for what precise mode kept; once. */
export function installBodies(): void {
  const { jauge } = pageSide;
  if (!jauge) return;
  const { network } = jauge;
  jauge.bodies ??= () => bodiesOf(window, undefined, (address) => isOfAccount(network, address, location.href, document));
}

/**
 * Whether what a page asked for at one address may be about the account of another: on another account's page, where it was before in the
 * same tab, it asked about others. Feeds and posts without a name may be about anybody.
 */
export function isOfAccount(network: Network, before: string, now: string, page: Document): boolean {
  const [then, here] = [before, now].map((address) => {
    const surface = URL.canParse(address) ? network.surface(new URL(address), page) : null;
    return surface?.handle?.toLowerCase();
  });
  return !then || !here || then === here;
}
