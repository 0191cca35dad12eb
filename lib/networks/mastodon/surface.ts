import type { Surface } from '../../model/capture';
import { all, attr, one, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { addressIn, handleIn, handleOf, pathOf } from './links';

/** What a page knows of its server. */
export interface Site {
  /** The server's name in handles, which may differ from its address (`a.example` served at `social.a.example`). */
  domain: string;
  /** Whether posts count their quotes apart, as they do from Mastodon 4.5 on; null where the page does not say. */
  quotes: boolean | null;
  /** What the page was loaded with. */
  state: unknown;
}

const sites = new WeakMap<Surface, Site>();
const APP = '#mastodon,#mastodon-status';
/** The app has its state, its frame or its posts; a headline of the same name has none of them. */
const APP_PARTS = 'script#initial-state,.app-body,.app-holder,.status__action-bar,.detailed-status__meta';
/** Pages that the server made itself, until 3.5. */
const STATIC = '.public-layout,.activity-stream,.h-feed,.h-entry,.public-account-header,.card__bio';
const STATIC_PARTS = '.status__action-bar,.detailed-status__meta,.status__relative-time';

/** Feeds by their path, in today's app and the older ones. */
const FEED =
  /^\/?$|^\/(?:home|getting-started|public|lists|links|explore|explore\/posts|timelines\/(?:home|public|list))(?:\/(?:local|remote|media|\d+)?)*$/;
const SEARCH = /^\/(?:search|tags\/[^/]+|timelines\/tag\/[^/]+)$/;
const TABS: Record<string, string> = { '': 'posts', with_replies: 'replies', media: 'media', featured: 'featured', embed: '' };

function siteIn(page: Document, url: URL): Site {
  const script = one(page, 'script#initial-state') ?? one(page, 'script[type="application/json"]');
  let state: { meta?: { domain?: unknown; version?: unknown } } | null = null;
  try {
    state = script && JSON.parse(script.textContent ?? '');
  } catch {
    // Cut off or changed: what is shown says enough.
  }
  const { domain, version } = state?.meta ?? {};
  const [, major, minor] = (typeof version === 'string' && /^(\d{1,3})\.(\d{1,3})\./.exec(version)) || [];
  return {
    domain: typeof domain === 'string' && /^[\w.:-]{1,200}$/.test(domain) ? domain.toLowerCase() : (shownDomain(page, url) ?? url.host),
    quotes: major ? Number(major) * 1000 + Number(minor) >= 4005 : null,
    state,
  };
}

/** What the page that was recognised knows of its server; data without a page knows its address alone. */
export function siteOf({ surface, url }: Pick<PageContext, 'surface' | 'url'>): Site {
  return sites.get(surface) ?? { domain: url.host, quotes: null, state: null };
}

/**
 * Any page of any host may come here: first its path, then marks that are cheap to look for, decide whether it is Mastodon's.
 * Notifications, messages, bookmarks, favourites, settings and lists of people are nobody's page of posts.
 */
export function surfaceOf(url: URL, page: Document): Surface | null {
  const path = pathOf(url).replace(/^\/(?:web|deck)(?=\/|$)/, '');
  const address = addressIn(url.href, url);
  const numbered = /^\/(accounts|statuses)\/(\d{1,20})(?:\/(\w+))?$/.exec(path);
  const feed = FEED.test(path);
  if (!(address || numbered || feed || SEARCH.test(path))) return null;
  const app = one(page, APP) && one(page, APP_PARTS);
  if (!app && !(address && one(page, STATIC) && one(page, STATIC_PARTS))) return null;
  const site = siteIn(page, url);
  const surface = named(site.domain);
  if (surface) sites.set(surface, site);
  return surface;

  function named(domain: string): Surface | null {
    if (feed) return { kind: 'feed', handle: null, ...(path && { tab: path.slice(1).split('/')[0] ?? '' }) };
    if (address?.user) {
      const handle = handleOf(address, url, domain);
      const { id, part } = address;
      if (id && part === 'quotes') return { kind: 'feed', handle: null, tab: part };
      if (id) return part && part !== 'embed' ? null : { kind: 'post', handle, postId: id };
      const tab = TABS[part] || (/^tagged\//.test(part) ? 'tagged' : '');
      return tab ? { kind: 'profile', handle, tab } : null;
    }
    const [, kind, id, part = ''] = numbered ?? [];
    if (kind === 'statuses') return part ? null : { kind: 'post', handle: null, postId: id ?? '' };
    if (kind === 'accounts') return TABS[part] ? { kind: 'profile', handle: shownHandles(page, domain)[0] ?? null, tab: TABS[part] } : null;
    return SEARCH.test(path) ? { kind: 'search', handle: null } : null;
  }
}

/** Where the page writes its account's handle in full, the innermost first. */
const HANDLES = [
  'h1 small span',
  'h1 small',
  'h1 ~ button,h1 ~ * button,div:has(> h1) + button',
  '.detailed-status .display-name__account',
];

/** The handles that a header shows, in full or without the server. */
const shownHandles = (page: Document, domain: string): string[] =>
  HANDLES.flatMap((place) => all(page, place)).flatMap((element) => handleIn(text(element).split(' ')[0] ?? '', domain) ?? []);

/** The server's name by the handle of one of its own accounts. */
function shownDomain(page: Document, url: URL): string | null {
  const address = addressIn(url.href, url);
  const shown =
    address?.user && !address.domain
      ? shownHandles(page, '').find((handle) => handle.toLowerCase().startsWith(`${address.user.toLowerCase()}@`))
      : null;
  return shown?.split('@')[1] || null;
}

/** The app's language, in which it writes its counts. */
export const localeOf = (page: Document): string | null =>
  /"locale":\s?"([\w-]{2,20})"/.exec(attr(one(page, '#mastodon'), 'data-props') ?? '')?.[1] ?? null;
