import { all, attr, closest, concealed, matches, one, parent, text, walkerOf } from '../../reading/dom';
import type { PageContext } from '../network';
import { type Address, addressOf, handleIn, handleOf, topicIn } from './links';
import { siteOf } from './surface';

/** Posts in a list, and the one that a page opens. */
export const ITEM = '.status,.detailed-status';
const BAR = '.status__action-bar,.detailed-status__meta';
/** What stands in a post belongs to it; another post there is quoted, or has strayed. */
const INSIDE = '.status *,.detailed-status *';
/** Quoted posts have no buttons and are part of the post that quotes them. */
const QUOTED = '.status__quote,.status--is-quote,.quote-status';
/** Where posts are shown again: dialogs, and the post that an answer is being written to. In a button or an icon there is none. */
const ASIDE = 'button,svg,[role="dialog"],.modal-root,.compose-form,.reply-indicator,.edit-indicator,.picture-in-picture';
/** Lines above the post and pictures: their links are not the post's own. */
const OTHERS = '.status-card,.status__prepend,.pre-header,.media-gallery';
/** What is looked into by itself alone: it may hold anything, and any amount. */
const CLOSED = 'svg,.status__content,.e-content,.status-card,.poll';
const ID = /^\d{1,20}$/;

/** One post element together with what is its own: posts inside it are cut out of every query. */
export interface Scope {
  root: Element;
  /** The post that its page is about. */
  detailed: boolean;
  /** Everything of the list's entry, with the line above the post that says why it is there. */
  entry: Element;
  own(selector: string): Element[];
  /** Where the post's own links lead; none of its text's. */
  links: { link: Element; to: Address }[];
  id: string | null;
}

const scopes = new WeakMap<PageContext, Map<Element, Scope>>();

/** Wraps a post element. */
export function scopeOf(root: Element, at: PageContext): Scope {
  const known = scopes.get(at) ?? new Map<Element, Scope>();
  scopes.set(at, known);
  const scope = known.get(root) ?? scopeIn(root, at);
  known.set(root, scope);
  return scope;
}

/** The elements of a post, without what is inside of other posts, of its text and of its card. One walk, however deep they go. */
function partsOf(root: Element): Element[] {
  const parts: Element[] = [];
  const walker = walkerOf(root, 1 /* elements */);
  let node = walker.firstChild();
  while (node) {
    const part = node as Element;
    const nested = matches(part, `${ITEM},${QUOTED}`);
    if (!nested) parts.push(part);
    node = nested || matches(part, CLOSED) ? null : walker.firstChild();
    while (!node) {
      node = walker.nextSibling();
      if (!node && !walker.parentNode()) break;
    }
  }
  return parts;
}

/**
 * Until 4.1 a post in lists of glitch-soc names its author alone and links to where it comes from: its row has its number here. Around a boost
 * that is the boost's, which an attribute and the line above it say.
 */
const rowId = (root: Element): string | null =>
  attr(root, 'data-status-by') && !attr(root, 'data-boosted-by') && !one(root, '.status__prepend')
    ? attr(closest(root, 'article'), 'data-id')
    : null;

function scopeIn(root: Element, at: PageContext): Scope {
  const parts = partsOf(root);
  const own = (selector: string) => parts.filter((part) => matches(part, selector));
  const detailed = matches(root, '.detailed-status') || (!matches(root, ITEM) && !!one(root, '.detailed-status__meta'));
  const links = own('a[href]').flatMap((link) => {
    const to = closest(link, OTHERS) ? null : addressOf(link, at.url);
    return to ? [{ link, to }] : [];
  });
  // Links to another server name the same post by the number that it has there.
  const ids = new Set(links.flatMap(({ to }) => (to.id && to.host === at.url.host ? [to.id] : [])));
  const marked = attr(root, 'data-id') ?? rowId(root);
  if (marked && ID.test(marked)) ids.add(marked);
  // Two numbers: parts of two posts, and no telling whose counts these are.
  const [id = detailed ? at.surface.postId : null] = ids;
  const entry = closest(root, '.status__wrapper,.detailed-status__wrapper,.entry') ?? root;
  return { root, detailed, entry, own, links, id: ids.size > 1 ? null : (id ?? null) };
}

/**
 * The post elements. The list is virtual: posts far from the screen are shells with neither buttons nor numbers, which are no members.
 * With several columns side by side, the address names the last one, also where that holds no post. A topic's column is called by the topic in
 * every language, so that another column behind it is not the address's.
 */
export function postsOf(page: Document, at: PageContext): Element[] {
  // What holds a whole post is no bar of one.
  const marks = all(page, `${ITEM},${BAR}`).filter((mark) => matches(mark, ITEM) || !one(mark, ITEM));
  const roots = new Set(marks.flatMap((mark) => closest(mark, ITEM) ?? parent(mark) ?? []));
  const shown = [...roots].filter(
    (root) => !closest(root, QUOTED) && isShown(root) && (ID.test(attr(root, 'data-id') ?? '') || one(root, BAR)),
  );
  const columnOf = (root: Element) => closest(root, '.column') ?? closest(root, '[role="region"]');
  const columns = new Set(shown.map(columnOf));
  const side = all(page, '.column,[role="region"]').filter(
    (column) => (columns.has(column) || matches(column, '.column')) && isShown(column),
  );
  const topic = topicIn(at.url);
  const last = (topic && side.findLast((column) => attr(column, 'aria-label') === `#${topic}`)) || side.at(-1);
  const seen = new Set<string>();
  return shown.filter((root) => {
    if (last && columnOf(root) !== last) return false;
    const { id } = scopeOf(root, at);
    if (id && seen.has(id)) return false;
    seen.add(id ?? '');
    return true;
  });
}

/** Whether an element is a part of the page itself: not switched off, set aside, or inside of a post. */
const isShown = (element: Element): boolean => !closest(element, ASIDE) && !concealed(element) && !matches(element, INSIDE);

/** Whether the post quotes another. */
export const quotes = (root: Element): boolean =>
  matches(root, '.status--has-quote') || one(root, '.status__quote,.quote-status,.status .status,.detailed-status .status') !== null;

/** Handle of whoever wrote the post, with the server: by the name beside it, else by its own links. */
export function authorOf({ own, links }: Scope, at: PageContext): string | null {
  const { domain } = siteOf(at);
  const names = own('.display-name__account').flatMap((name) => (closest(name, OTHERS) ? [] : (handleIn(text(name), domain) ?? [])));
  const [only, other] = new Set(names);
  if (only && !other) return only;
  const found = links.find(({ to }) => to.user && to.id) ?? links.find(({ to }) => to.user);
  return found ? handleOf(found.to, at.url, domain) : null;
}
