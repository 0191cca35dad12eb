import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Courier, capturePage, readThisPage } from '../lib/capture/capture';
import { onMessage, sendMessage } from '../lib/messages';

/** The browser's own object: the polyfill is too heavy for a script that runs on other people's pages. */
declare const chrome: { runtime: { id?: string } };

/**
 * The one script for all networks, injected when the user asks. An unlisted script and not a content script of the framework's:
 * that one announces itself to the page by events, and a page must not be able to tell that it is being read.
 */
export default defineUnlistedScript(() => {
  const installed = globalThis as { jaugeRuntime?: typeof chrome.runtime };
  const { runtime } = chrome;
  const alive = () => Boolean(runtime?.id);
  // Injected at every click; after an update the old listeners are dead and their runtime has lost its id.
  if (installed.jaugeRuntime === runtime && alive()) return;
  installed.jaugeRuntime = runtime;

  const courier: Courier = { alive, send: (capture) => sendMessage('captured', { capture }) };
  let running: ReturnType<typeof capturePage> | null = null;
  onMessage('capture', async () => {
    running ??= capturePage(courier).finally(() => {
      running = null;
    });
    return running;
  });
  onMessage('readPage', async ({ data }) => readThisPage(data));
});
