import type { CaptureOutcome, FollowState } from '../messages';
import type { Network } from '../networks/network';
import { type Courier, isOwned, keepReading } from './capture';
import { type Following, follow } from './follow';

/** How often the toolbar is told of the count at most, in milliseconds. */
const TELL_MS = 500;

/** Follow mode in the page that this script runs in: at most one at a time, and what it came to stays until the next begins. */
export function followSession(courier: Courier, tell: (state: FollowState) => void, bodies?: () => Promise<string[]>) {
  let running: { network: Network; following: Following; since: number; aborter: AbortController } | null = null;
  let state: FollowState | null = null;
  let ending: Promise<CaptureOutcome> | null = null;
  let told = 0;

  const changed = () => {
    if (!running || !state) return;
    if (!courier.alive()) {
      // The extension was reloaded: nothing that this script reads can be kept any more, so it stops and leaves the page to the new one.
      running.aborter.abort();
      running = null;
      return;
    }
    state = { ...state, posts: running.following.count() };
    if (Date.now() - told < TELL_MS) return;
    told = Date.now();
    tell(state);
  };

  const end = (by: 'user' | 'page'): Promise<CaptureOutcome> | null => {
    if (!running) return ending;
    const { network, following, aborter } = running;
    running = null;
    ending = (async () => {
      const reading = await following.end();
      const outcome: CaptureOutcome = reading
        ? await keepReading(network, reading, courier)
        : { ok: false, refusal: 'no-posts', network: network.id, surface: null };
      aborter.abort();
      state = { posts: state?.posts ?? 0, since: state?.since ?? 0, ended: { by, outcome } };
      tell(state);
      return outcome;
    })();
    return ending;
  };

  return {
    state: () => state,
    stop: () => end('user'),
    /** Begins to follow; null where the page is no account's. While one runs, it goes on. */
    start(network: Network, precise: boolean): FollowState | null {
      if (running) return state;
      const surface = network.surface(new URL(location.href), document);
      if (!isOwned(surface)) return null;
      const aborter = new AbortController();
      const since = Date.now();
      state = { posts: 0, since, ended: null };
      const page = { network, document, address: () => location.href, now: () => Date.now() };
      const on = { change: changed, leave: () => void end('page') };
      const following = follow(precise && bodies ? { ...page, bodies } : page, surface, on, aborter.signal);
      running = { network, following, since, aborter };
      // A page that closes takes this script with it: what was read goes out at once, without waiting for an answer.
      const close = () => {
        const reading = running?.following.cut();
        running = null;
        aborter.abort();
        if (reading) void keepReading(network, reading, courier);
      };
      window.addEventListener('pagehide', close, { signal: aborter.signal });
      return state;
    },
  };
}
