import { contextOf } from '../capture/read-page';
import { slices } from '../capture/slices';
import type { Network } from '../networks/network';
import { parent } from '../reading/dom';

/** Part of the time that looking for posts may take, and the least and longest wait between looks, in milliseconds. */
const SHARE_OF_TIME = 1 / 25;
const SOONEST_MS = 150;
const LATEST_MS = 2000;
/** Badges are made a little before their posts come into view. */
const MARGIN = '200px 0px';

/**
 * Tells which posts come into the window and leave it, by their ids: the network's own id first, then others that the page has for it. It reads with
 * the reader that captured the page, in slices, each post once, and again what the page changed. False where the page is no longer one that is read.
 */
export function watchPosts(
  network: Network,
  wanted: (ids: readonly string[]) => string | null,
  on: { enter: (post: Element, id: string) => void; leave: (post: Element) => void; changed: () => void },
  signal: AbortSignal,
): boolean {
  const url = new URL(location.href);
  const surface = network.surface(url, document);
  if (!surface) return false;
  /** The id that is wanted of an element that was read; null where it has none. */
  const known = new WeakMap<Element, string | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [pause, looking, again] = [SOONEST_MS, false, false];

  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const id = known.get(target);
        if (!isIntersecting) on.leave(target);
        // One that waits to be read again keeps its badge until then.
        else if (id) on.enter(target, id);
      }
    },
    { rootMargin: MARGIN },
  );
  const look = async () => {
    const begun = performance.now();
    const at = contextOf(network, document, url, surface, Date.now());
    const posts = network.posts(document, at);
    pause = Math.min(LATEST_MS, Math.max(SOONEST_MS, (performance.now() - begun) / SHARE_OF_TIME));
    const { breathe } = slices();
    for (const post of posts) {
      if (signal.aborted) return;
      if (known.has(post)) continue;
      const read = network.read(post, at);
      const id = read && wanted([read.id, ...read.aliases]);
      known.set(post, id);
      // Observed anew, it is told of anew: what it is may have changed where it stands.
      seen.unobserve(post);
      if (id) seen.observe(post);
      else on.leave(post);
      const rest = breathe();
      if (rest) await rest;
    }
    on.changed();
  };
  const run = async () => {
    timer = undefined;
    [looking, again] = [true, false];
    // A page that a reader fails on has no badges; the next change of it is another chance.
    await look().catch(() => undefined);
    looking = false;
    if (again) schedule();
  };
  const schedule = () => {
    if (looking) again = true;
    else if (!signal.aborted) timer ??= setTimeout(run, pause);
  };
  const changes = new MutationObserver((records) => {
    const places = new Set<Node>();
    for (const { target } of records) {
      if (places.has(target) || !(target instanceof Element)) continue;
      places.add(target);
      // A network may use a post's element for another post: whatever changed inside it, it is read again.
      let element: Element | null = target;
      while (element && !known.delete(element)) element = parent(element);
    }
    schedule();
  });
  changes.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    seen.disconnect();
    clearTimeout(timer);
  });
  void run();
  return true;
}
