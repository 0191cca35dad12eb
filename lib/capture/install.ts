import { onMessage, sendMessage } from '../messages';
import type { Network } from '../networks/network';
import { type Courier, capturePage, readThisPage } from './capture';
import { fitting } from './fitting';

/** The browser's own object: the polyfill is too heavy for a script that runs on other people's pages. */
declare const chrome: { runtime: { id?: string } };

/**
 * Sets the readers that may fit a page up in it, the first that knows the page being the one: from then on it answers `capture` and `readPage`. Injected at every click, it does so once;
 * after an update of the extension the old listeners are dead, their runtime has lost its id, and it does so again.
 */
export function installReader(...networks: [Network, ...Network[]]): void {
  const page = globalThis as { jaugeRuntime?: typeof chrome.runtime };
  const { runtime } = chrome;
  const alive = () => Boolean(runtime?.id);
  if (page.jaugeRuntime === runtime && alive()) return;
  page.jaugeRuntime = runtime;

  const courier: Courier = { alive, send: (capture) => sendMessage('captured', { capture }) };
  let running: ReturnType<typeof capturePage> | null = null;
  onMessage('capture', () => {
    running ??= capturePage(fitting(networks), courier).finally(() => {
      running = null;
    });
    return running;
  });
  onMessage('readPage', ({ data }) => readThisPage(networks.find(({ id }) => id === data.network) ?? fitting(networks), data));
}
