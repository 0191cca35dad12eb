import { followSession } from '../../lib/capture/session';
import type { Capture } from '../../lib/model/capture';
import type { Network } from '../../lib/networks/network';

export type Listener = 'ours' | 'bare';

/** What the driver calls in the browser, in a world of its own beside the page's. */
export interface FollowBench {
  /** Follow mode begins; `stop` ends it and says how many posts it kept. */
  start(): void;
  stop(): Promise<number>;
  /** Keeps what this listener's observer would be told from now on, without telling it. */
  collect(listener: Listener): void;
  /** Tells the listener everything at once: how long it took, in milliseconds, and of how many batches of how many records. */
  tell(): Promise<{ ms: number; batches: number; records: number }>;
}

interface Heard {
  callback: MutationCallback;
  batches: MutationRecord[][];
  observer: MutationObserver;
}

/** Sets follow mode up on this page, whose posts are of the time `now`. */
export function followBench(network: Network, now: number): FollowBench {
  const { now: clock } = Date;
  const shift = now - clock();
  Date.now = () => clock() + shift;
  const Native = MutationObserver;
  let kept: Capture | null = null;
  let heard: Heard | null = null;
  const courier = {
    alive: () => true,
    send: async (capture: Capture) => {
      kept = capture;
      return { saved: false as const, reason: 'bench' };
    },
  };
  const begin = () => {
    const session = followSession(courier, () => undefined);
    if (!session.start(network, false)) throw new Error('This page is no surface.');
    return session;
  };
  let session: ReturnType<typeof begin> | null = null;

  /** Stands in for an observer: what the browser would tell it is kept. */
  class Collecting extends Native {
    constructor(callback: MutationCallback) {
      const batches: MutationRecord[][] = [];
      super((records) => void batches.push(records));
      heard = { callback, batches, observer: this };
    }
  }
  const bare = () => {
    const added: Element[] = [];
    const observer = new Collecting((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) added.push(node);
    });
    observer.observe(document, { childList: true, subtree: true });
  };

  return {
    start() {
      session = begin();
    },
    async stop() {
      await session?.stop();
      session = null;
      return kept?.posts.length ?? 0;
    },
    collect(listener) {
      if (listener === 'bare') return bare();
      globalThis.MutationObserver = Collecting;
      session = begin();
      globalThis.MutationObserver = Native;
    },
    async tell() {
      if (!heard) throw new Error('Nobody listens.');
      const { callback, batches, observer } = heard;
      const started = performance.now();
      for (const batch of batches) callback(batch, observer);
      const ms = performance.now() - started;
      observer.disconnect();
      heard = null;
      await session?.stop();
      session = null;
      return { ms, batches: batches.length, records: batches.reduce((sum, batch) => sum + batch.length, 0) };
    },
  };
}
