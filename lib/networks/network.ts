import type { AccountReading, CommentReading, PostReading, Surface } from '../model/capture';
import type { MetricName, NetworkId, SurfaceKind } from '../model/vocabulary';
import type { CountStyle } from '../reading/counts';

/**
 * What a reader may know beside the element: where it is, how counts are written there, and the time. There is one for each reading of a page, and a new one
 * once the page has changed: readers keep by it what they find out about the page as a whole.
 */
export interface PageContext {
  url: URL;
  surface: Surface;
  counts: CountStyle;
  /** Epoch ms at which the page is read; relative dates count back from it. */
  now: number;
  /** What its reader finds out about its lists of posts, which holds for all of them. */
  lists?: Map<Element, unknown>;
}

/**
 * How one network's pages are read. Pure: `Document → readings`, no `browser.*`, no write to the page, no layout forced
 * (`textContent`, never `innerText`). A field that cannot be read is null or `unread`, never a guess and never an exception.
 */
export interface Network {
  /** = file name, fixture folder, settings key, message key. */
  id: NetworkId;
  name: string;
  /** Match patterns of its pages; the manifest's optional hosts derive from them. None: it may be any host. */
  hosts: string[];
  /** For a network without hosts: a selector of what all its pages have and others' don't. The one that has none reads whatever is left. */
  marks?: string;
  /** Raised when reading changes; stored in every snapshot. */
  version: number;
  /** How abbreviated counts are made: decides low and high. */
  display: CountStyle['display'];
  /** Significant digits that an abbreviated count keeps at least ("1K" of two digits is 1.0K). */
  significant: number;
  /** What the network's own share button counts, which is our `shares`; null where there is none. */
  sharesCount: 'reposts' | 'reposts-and-quotes' | 'sends' | null;
  /** Metrics each surface prints at all: the difference of absent and unread. */
  shows: Partial<Record<SurfaceKind, MetricName[]>>;
  /** Metrics that only some posts of a surface print: read where they are, and not missed where they are not. */
  mayShow?: Partial<Record<SurfaceKind, MetricName[]>>;
  /** Metrics whose number nothing names, so that its place alone says what it counts: the honest limit of a reader. */
  positional?: Partial<Record<SurfaceKind, MetricName[]>>;
  surface(url: URL, page: Document): Surface | null;
  /** The interface language where the page says it elsewhere than in `<html lang>`. */
  locale?(page: Document): string | null;
  account(page: Document, at: PageContext): AccountReading;
  /** The post elements, in page order, each post once: this is membership. */
  posts(page: Document, at: PageContext): Element[];
  /** Reads one post element; null when it carries no id (then it is counted as unreadable). */
  read(post: Element, at: PageContext): PostReading | null;
  /** Posts found in data that the document carries (JSON-LD, script JSON), for the ids that it holds. Metrics only need to be exact there. */
  embedded?(page: Document, at: PageContext): PostReading[];
  /** Posts found by their shape in one JSON body that the page received (`from: 'response'`); [] for a body about something else. */
  response?(body: unknown, at: PageContext): PostReading[];
  /** What such a body says of the page's own account; null when it is about something else. */
  responseAccount?(body: unknown, at: PageContext): Partial<AccountReading> | null;
  /** On a post's page, its comments in page order. Networks whose comments are posts (X, Bluesky …) have none: their replies are read as posts. */
  comments?(page: Document, at: PageContext): CommentReading[];
}
