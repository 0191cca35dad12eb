import { keeper } from './kept';
import { isAsk, type Told } from './protocol';
import { tap } from './tap';

/**
 * Sets precise mode up in the page's own world, before any script of the page: keeps copies of what the page receives and hands them
 * out when asked. It outlives a reload of the extension, so what came before is not lost. The page cannot see the questions: ours is the
 * first listener, and it ends them.
 */
export function installPrecise(page: Window & typeof globalThis): void {
  const memory = keeper();
  const release = tap(
    page,
    (text, from) => memory.keep(text, from, Date.now()),
    () => page.location.href,
  );
  const answer = (event: MessageEvent) => {
    if (event.source !== page || !isAsk(event.data)) return;
    event.stopImmediatePropagation();
    const [port] = event.ports;
    const { nonce, off } = event.data;
    if (off) {
      release();
      memory.clear();
      page.removeEventListener('message', answer, true);
    }
    for (const { text, page: from } of memory.all()) port?.postMessage({ nonce, text, page: from } satisfies Told);
    port?.postMessage({ nonce, done: true } satisfies Told);
  };
  page.addEventListener('message', answer, true);
}
