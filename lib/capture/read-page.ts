import type { PostReading, Surface } from '../model/capture';
import { LAYERS, type Layer, type Refusal, type SurfaceKind } from '../model/vocabulary';
import type { Network, PageContext } from '../networks/network';
import { knownLocale } from '../reading/compact';
import { assemble, complete, type PageReading } from './assemble';
import { receivedBy } from './received';
import { slices } from './slices';

/** More posts than anybody looks at; beyond it a page is cut short and says so. */
export const MOST_POSTS = 2000;

/** So many posts take less than a millisecond. */
const AT_A_TIME = 4;

export type ReadOutcome =
  | { ok: true; capture: PageReading }
  | { ok: false; refusal: Refusal; network: Network['id'] | null; surface: SurfaceKind | null; detail?: string };

export interface ReadOptions {
  /** Which layers to read, all without. The first decides which posts belong: where the DOM is not read, those that the data describes. */
  layers?: Layer[];
  /** JSON bodies that the page received, oldest first. */
  bodies?: string[] | undefined;
}

/**
 * Reads one page: finds its posts, reads each by layers, merges them and says what was not read. It never writes to the page.
 * `now` is the time of the capture in epoch ms.
 */
export async function readPage(network: Network, page: Document, url: URL, now: number, options: ReadOptions = {}): Promise<ReadOutcome> {
  const work = slices();
  const layers = options.layers ?? LAYERS;
  const visible = layers.includes('dom');
  const surface = network.surface(url, page) ?? (visible ? null : ANYWHERE);
  // A reader of any host that does not know a page: nobody does.
  if (!surface) return { ok: false, refusal: network.hosts.length ? 'no-account' : 'unknown-page', network: network.id, surface: null };
  const at = contextOf(network, page, url, surface, now);

  const data = layers.includes('embedded') ? (network.embedded?.(page, at) ?? []) : [];
  await work.breathe();
  const received = await receivedBy(network, layers.includes('response') ? (options.bodies ?? []) : [], at, work.breathe);
  const elements = visible ? network.posts(page, at) : [];
  const posts = new Map<string, PostReading>();
  let unreadable = 0;
  let place = 0;
  for (const element of elements.slice(0, MOST_POSTS)) {
    const post = network.read(element, at);
    if (!post) unreadable += 1;
    else if (!posts.has(post.id)) posts.set(post.id, complete(post, network.shows[surface.kind]));
    // Even a look at the clock takes its time, a thousand times over, and so does an await of nothing.
    place += 1;
    if (place % AT_A_TIME === 0) await work.breathe();
  }
  if (!visible) for (const post of [...received.posts, ...data]) posts.set(post.id, post);
  if (posts.size === 0) {
    const refusal = page.readyState === 'complete' ? 'no-posts' : 'loading';
    return { ok: false, refusal, network: network.id, surface: surface.kind };
  }
  const account = network.account(page, at);
  const comments = visible && surface.kind === 'post' ? network.comments?.(page, at) : undefined;
  const partial = elements.length > MOST_POSTS ? 'too-many-posts' : null;
  const found = { posts, account, data, received, comments, seen: elements.length, unreadable, partial } as const;
  return { ok: true, capture: { ...assemble(network, found, at), ms: Math.round(work.worked() * 10) / 10 } };
}

/** Data alone belongs to no page. */
const ANYWHERE: Surface = { kind: 'feed', handle: null };

/** What a reader may know of a page beside its elements. */
export function contextOf(network: Network, page: Document, url: URL, surface: Surface, now: number): PageContext {
  const locale = knownLocale(network.locale?.(page) || page.documentElement?.lang || navigator.language || 'en');
  return { url, surface, now, counts: { locale, display: network.display, significant: network.significant }, lists: new Map() };
}
