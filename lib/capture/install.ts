import { onMessage, sendMessage } from '../messages';
import type { Network } from '../networks/network';
import { type Courier, capturePage, readThisPage } from './capture';

/** The browser's own object: the polyfill is too heavy for a script that runs on other people's pages. */
declare const chrome: { runtime: { id?: string } };

/** What our scripts in one page share: the network's reader, the way to the store, and whether follow mode is there. */
export interface PageSide {
  network: Network;
  courier: Courier;
  runtime: typeof chrome.runtime;
  follows?: true;
  /** What the page received, where precise mode is on. */
  bodies?: () => Promise<string[]>;
}

/** Our part of the page's isolated world; the page cannot see it. */
export const pageSide = globalThis as { jauge?: PageSide };

/**
 * Sets a network's reader up in a page. Injected at every click, it does so once;
 * after an update of the extension the old listeners are dead, their runtime has lost its id, and it does so again.
 */
export function installReader(network: Network): void {
  const { runtime } = chrome;
  const alive = () => Boolean(runtime?.id);
  if (pageSide.jauge?.runtime === runtime && alive()) return;
  const courier: Courier = { alive, send: (capture) => sendMessage('captured', { capture }) };
  pageSide.jauge = { network, courier, runtime };

  let running: ReturnType<typeof capturePage> | null = null;
  onMessage('capture', ({ data: { precise } }) => {
    running ??= (async () => capturePage(network, courier, precise ? { bodies: await pageSide.jauge?.bodies?.() } : {}))().finally(() => {
      running = null;
    });
    return running;
  });
  onMessage('readPage', ({ data }) => readThisPage(network, data));
}
