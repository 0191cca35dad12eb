import type { Capture, PostReading, Surface } from '../model/capture';
import { LAYERS, type Layer, type MetricName, type Refusal, type SurfaceKind } from '../model/vocabulary';
import type { Network, PageContext } from '../networks/network';
import { knownLocale } from '../reading/compact';
import { unread } from '../reading/readings';
import { coverageOf } from './coverage';
import { mergeAccount, mergePost } from './merge';
import { receivedBy } from './received';
import { slices } from './slices';

/** More posts than anybody looks at; beyond it a page is cut short and says so. */
const MOST_POSTS = 2000;

export type PageReading = Omit<Capture, 'id'>;
export type ReadOutcome =
  | { ok: true; capture: PageReading }
  | { ok: false; refusal: Refusal; network: Network['id'] | null; surface: SurfaceKind | null; detail?: string };

export interface ReadOptions {
  /** Which layers to read, all without. The first decides which posts belong: where the DOM is not read, those that the data describes. */
  layers?: Layer[];
  /** JSON bodies that the page received, oldest first. */
  bodies?: string[];
  /** Which reader, where several might fit. */
  network?: Network['id'];
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
  if (!surface) return { ok: false, refusal: 'no-account', network: network.id, surface: null };
  const at = contextOf(network, page, url, surface, now);

  const data = layers.includes('embedded') ? (network.embedded?.(page, at) ?? []) : [];
  await work.breathe();
  const received = await receivedBy(network, layers.includes('response') ? (options.bodies ?? []) : [], at, work.breathe);
  const elements = visible ? network.posts(page, at) : [];
  const posts = new Map<string, PostReading>();
  let unreadable = 0;
  for (const element of elements.slice(0, MOST_POSTS)) {
    const post = network.read(element, at);
    if (!post) unreadable += 1;
    else if (!posts.has(post.id)) posts.set(post.id, complete(post, network.shows[surface.kind] ?? []));
    await work.breathe();
  }
  if (!visible) for (const post of [...received.posts, ...data]) posts.set(post.id, post);
  const known = new Set([...posts.values()].flatMap((post) => [post.id, ...post.aliases]));
  const conflicts = refineWith(posts, data) + refineWith(posts, received.posts);

  if (posts.size === 0) {
    const refusal = page.readyState === 'complete' ? 'no-posts' : 'loading';
    return { ok: false, refusal, network: network.id, surface: surface.kind };
  }
  const account = mergeAccount(network.account(page, at), received.account);
  const list = [...posts.values()];
  const partial = elements.length > MOST_POSTS ? 'too-many-posts' : null;
  const loaded = new Set(
    [...data, ...received.posts].flatMap(({ id, aliases }) => ([id, ...aliases].some((name) => known.has(name)) ? [] : [id])),
  ).size;
  const seen = Math.max(elements.length, list.length);
  const coverage = coverageOf(list, { seen, unreadable, others: 0, loaded, conflicts, partial });
  const comments = visible && surface.kind === 'post' ? network.comments?.(page, at) : undefined;
  const { id, version } = network;
  const capture = {
    takenAt: now,
    url: addressOf(url),
    network: id,
    adapter: version,
    locale: at.counts.locale,
    surface,
    account,
    posts: list,
    comments,
    coverage,
  };
  return { ok: true, capture: { ...capture, ms: Math.round(work.worked() * 10) / 10 } };
}

/** Data alone belongs to no page. */
const ANYWHERE: Surface = { kind: 'feed', handle: null };

/** What a reader may know of a page beside its elements. */
export function contextOf(network: Network, page: Document, url: URL, surface: Surface, now: number): PageContext {
  const locale = knownLocale(network.locale?.(page) || page.documentElement?.lang || navigator.language || 'en');
  return { url, surface, now, counts: { locale, display: network.display, significant: network.significant } };
}

/** A metric that this kind of page prints and that was not found is unread: it must not look as if the network did not show it. */
function complete(post: PostReading, printed: MetricName[]): PostReading {
  const metrics = { ...post.metrics };
  for (const name of printed) metrics[name] ??= unread();
  return { ...post, metrics };
}

/** Sharpens the posts with what the document's data says of them; returns how many readings contradict each other. */
function refineWith(posts: Map<string, PostReading>, data: PostReading[]): number {
  const named = new Map([...posts].flatMap(([id, post]) => [id, ...post.aliases].map((name) => [name, id] as const)));
  let conflicts = 0;
  for (const extra of data) {
    const id = [extra.id, ...extra.aliases].map((name) => named.get(name)).find((name) => name !== undefined);
    const shown = id === undefined ? undefined : posts.get(id);
    if (id === undefined || !shown || shown === extra) continue;
    const merged = mergePost(shown, extra);
    posts.set(id, merged.post);
    conflicts += merged.conflicts;
  }
  return conflicts;
}

/** The page's address without what may hold a secret: no user, no fragment, and of the query only what names the page. */
const NAMING = ['v', 'list', 'id', 'sk', 'fbid', 'story_fbid'];
function addressOf(url: URL): string {
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => NAMING.includes(name)));
  return `${url.origin}${url.pathname}${kept.size ? '?' : ''}${kept}`.slice(0, 2000);
}
