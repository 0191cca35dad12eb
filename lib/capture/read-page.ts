import type { Capture, PostReading } from '../model/capture';
import type { MetricName, Refusal, SurfaceKind } from '../model/vocabulary';
import type { Network, PageContext } from '../networks/network';
import { knownLocale } from '../reading/compact';
import { unread } from '../reading/readings';
import { coverageOf } from './coverage';
import { mergePost } from './merge';
import { slices } from './slices';

/** More posts than anybody looks at; beyond it a page is cut short and says so. */
const MOST_POSTS = 2000;

export type PageReading = Omit<Capture, 'id'>;
export type ReadOutcome =
  | { ok: true; capture: PageReading }
  | { ok: false; refusal: Refusal; network: Network['id'] | null; surface: SurfaceKind | null; detail?: string };

export interface ReadOptions {
  /** Which posts belong: those in the DOM, or, for a document whose scripts never ran, those that its data describes. */
  membership?: 'visible' | 'embedded';
}

/**
 * Reads one page: finds its posts, reads each by layers, merges them and says what was not read. It never writes to the page.
 * `now` is the time of the capture in epoch ms.
 */
export async function readPage(network: Network, page: Document, url: URL, now: number, options: ReadOptions = {}): Promise<ReadOutcome> {
  const work = slices();
  const surface = network.surface(url, page);
  if (!surface) return { ok: false, refusal: 'no-account', network: network.id, surface: null };
  const locale = knownLocale(network.locale?.(page) || page.documentElement?.lang || navigator.language || 'en');
  const at: PageContext = { url, surface, now, counts: { locale, display: network.display, significant: network.significant } };

  const data = network.embedded?.(page, at) ?? [];
  await work.breathe();
  const elements = options.membership === 'embedded' ? [] : network.posts(page, at);
  const posts = new Map<string, PostReading>();
  let unreadable = 0;
  for (const element of elements.slice(0, MOST_POSTS)) {
    const post = network.read(element, at);
    if (!post) unreadable += 1;
    else if (!posts.has(post.id)) posts.set(post.id, complete(post, network.shows[surface.kind] ?? []));
    await work.breathe();
  }
  if (options.membership === 'embedded') for (const post of data) posts.set(post.id, post);
  const conflicts = refineWith(posts, data);

  if (posts.size === 0) {
    const refusal = page.readyState === 'complete' ? 'no-posts' : 'loading';
    return { ok: false, refusal, network: network.id, surface: surface.kind };
  }
  const account = network.account(page, at);
  const list = [...posts.values()];
  const partial = elements.length > MOST_POSTS ? 'too-many-posts' : null;
  const coverage = coverageOf(list, { seen: Math.max(elements.length, list.length), unreadable, others: 0, conflicts, partial });
  const { id, version } = network;
  const capture = { takenAt: now, url: addressOf(url), network: id, adapter: version, locale, surface, account, posts: list, coverage };
  return { ok: true, capture: { ...capture, ms: Math.round(work.worked() * 10) / 10 } };
}

/** A metric that this kind of page prints and that was not found is unread: it must not look as if the network did not show it. */
function complete(post: PostReading, printed: MetricName[]): PostReading {
  const metrics = { ...post.metrics };
  for (const name of printed) metrics[name] ??= unread();
  return { ...post, metrics };
}

/** Sharpens the posts with what the document's data says of them; returns how many readings contradict each other. */
function refineWith(posts: Map<string, PostReading>, data: PostReading[]): number {
  let conflicts = 0;
  for (const extra of data) {
    const shown = posts.get(extra.id);
    if (!shown || shown === extra) continue;
    const merged = mergePost(shown, extra);
    posts.set(extra.id, merged.post);
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
