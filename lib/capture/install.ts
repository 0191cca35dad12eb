import { onMessage, sendMessage } from '../messages';
import type { Network } from '../networks/network';
import { bodiesOf } from './bodies';
import { type Courier, capturePage, readThisPage } from './capture';
import { fitting } from './fitting';
import { followSession } from './session';

/** The browser's own object: the polyfill is too heavy for a script that runs on other people's pages. */
declare const chrome: { runtime: { id?: string } };

/**
 * Sets the readers that may fit a page up in it, the first that knows the page being the one. Injected at every click, it does so once;
 * after an update of the extension the old listeners are dead, their runtime has lost its id, and it does so again.
 */
export function installReader(...networks: [Network, ...Network[]]): void {
  const page = globalThis as { jaugeRuntime?: typeof chrome.runtime };
  const { runtime } = chrome;
  const alive = () => Boolean(runtime?.id);
  if (page.jaugeRuntime === runtime && alive()) return;
  page.jaugeRuntime = runtime;

  const courier: Courier = { alive, send: (capture) => sendMessage('captured', { capture }) };
  // A page of the extension that is not open does not hear this, and a count that nobody shows is no loss.
  const following = followSession(courier, (state) => void sendMessage('followed', { state }).catch(() => undefined));
  let running: ReturnType<typeof capturePage> | null = null;
  onMessage('capture', ({ data: { precise } }) => {
    running ??= (async () => capturePage(fitting(networks), courier, precise ? { bodies: await bodiesOf(window) } : {}))().finally(() => {
      running = null;
    });
    return running;
  });
  onMessage('readPage', ({ data }) => readThisPage(networks.find(({ id }) => id === data.network) ?? fitting(networks), data));
  onMessage('follow', async ({ data: { precise } }) => following.start(fitting(networks), precise));
  onMessage('followState', async () => following.state());
  onMessage('stopFollow', async () => (await following.stop()) ?? null);
}
