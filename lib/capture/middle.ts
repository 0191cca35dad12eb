import type { Network, PageContext } from '../networks/network';
import { contextOf } from './read-page';

/** A line across the middle of the window. */
const MIDDLE = '-50% 0px -50% 0px';
/** Lists bring posts in while they are scrolled; looking for them need not keep up with every one. */
const LOOK_MS = 250;

/**
 * Tells which post stands in the middle of the window, by its ids, whenever that is another one. The browser itself says what crosses its
 * middle: nothing is measured, and only the post that does is read. Until the signal, or the page is another one.
 */
export function watchMiddle(network: Network, tell: (ids: string[]) => void, stop: AbortController): void {
  const { signal } = stop;
  const { href } = location;
  const url = new URL(href);
  const surface = network.surface(url, document);
  if (!surface) return;
  let at: PageContext | null = null;
  /** What readers find out about the page as a whole holds until it changes. */
  const here = () => {
    at ??= contextOf(network, document, url, surface, Date.now());
    return at;
  };
  const watched = new WeakSet<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';

  /** Nothing of ours is thrown into the page: what a reader fails on is not told of. */
  const read = (post: Element) => {
    try {
      return network.read(post, here());
    } catch {
      return null;
    }
  };
  const crossing = new IntersectionObserver(
    (entries) => {
      const post = entries.findLast(({ isIntersecting }) => isIntersecting)?.target;
      const found = post && read(post);
      if (!found || found.id === last) return;
      last = found.id;
      tell([found.id, ...found.aliases]);
    },
    { rootMargin: MIDDLE },
  );
  const look = () => {
    timer = undefined;
    if (location.href !== href) return stop.abort();
    for (const post of network.posts(document, here())) {
      if (watched.has(post)) continue;
      watched.add(post);
      crossing.observe(post);
    }
  };
  const changes = new MutationObserver(() => {
    at = null;
    timer ??= setTimeout(look, LOOK_MS);
  });
  changes.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    crossing.disconnect();
    clearTimeout(timer);
  });
  look();
}
