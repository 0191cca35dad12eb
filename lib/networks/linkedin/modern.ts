import { type CountStyle, readCount } from '../../reading/counts';
import { all, attr, closest, matches, one, parent, text } from '../../reading/dom';
import { unread } from '../../reading/readings';
import { type Card, counted, formatIn, type Own, ownMatches, reactions, shown, zero } from './card';
import { ownerOf, postIn, postInKey, together, type Urn } from './links';

/** Selects by the keys that components have; some pages have them as ids. */
const keyed = (how: string, key: string) => `[componentkey${how}"${key}"],[id${how}"${key}"]`;
const CARD = `[role="listitem"],${keyed('^=', 'expanded')},${keyed('^=', 'update-card-focus')}`;
const COMMENTS = `${keyed('^=', 'replaceableComment_')},${keyed('^=', 'commentsSection')}`;
const ICONS = 'svg[id^="comment-"],svg[id^="repost-"]';
const ICON = 'svg,img';
const CONTROL = 'a,button,[role="button"]';
const BOX = '[data-testid="expandable-text-box"]';
const DIGIT = /\p{Nd}/u;

/** Posts of the layout of 2026, found by the icons to comment and repost: its classes and most of its keys change with every page. */
export function modernPosts(page: Document): Element[] {
  const icons = all(page, ICONS).filter((icon) => closest(icon, CONTROL) && !closest(icon, COMMENTS));
  return [...new Set(icons.flatMap((icon) => closest(icon, CARD) ?? []))];
}

/** Whether an element begins before another one. */
const precedes = (element: Element, other: Element | null | undefined) =>
  !other || (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** Takes apart a post of the layout of 2026. */
export function modernCard(card: Element, style: CountStyle): Card {
  const own = ownMatches(card, COMMENTS);
  const bar = barOf(own(ICONS)[0], card);
  const counts = countsOf(bar, card);
  // Links of counters and buttons that open something lead to the page itself: they name no author.
  const above: Own = (selector) => own(selector).filter((element) => precedes(element, counts ?? bar));
  const [actor, shared] = above('a[href]').filter(
    (link) => one(link, 'p') && /\/groups\//.test(attr(link, 'href') ?? '') === !ownerOf(link),
  );
  const lines = actor ? all(actor, 'p').map(text) : [];
  return {
    names: namesOf(own, bar, shared),
    actor,
    name: lines[0] ?? '',
    line: lines[1] ?? '',
    age: lines.at(-1) ?? '',
    words: own(BOX).find((box) => precedes(box, shared)),
    quote: shared !== undefined,
    format: shared ? null : formatOf((selector) => above(selector).filter((element) => !closest(element, BOX))),
    metrics: bar ? metricsOf(own, bar, counts, style) : {},
  };
}

/** The row of buttons that holds an icon. */
function barOf(icon: Element | undefined, card: Element): Element | null {
  let bar = icon ? closest(icon, CONTROL) : null;
  while (bar && bar !== card && all(bar, CONTROL).length < 3) bar = parent(bar);
  return bar === card ? null : bar;
}

/** The counters: what stands above the line above the buttons. Without any counter there is no such line. */
function countsOf(bar: Element | null, card: Element): Element | null {
  for (let row = bar; row && row !== card; row = parent(row)) {
    const line = row.previousElementSibling;
    if (line && matches(line, 'hr')) return line.previousElementSibling;
  }
  return null;
}

/** Names of the post, the most certain first: links of comments and shared posts name others, and the last button's the page itself. */
function namesOf(own: Own, bar: Element | null, shared: Element | undefined): Urn[] {
  const nowhere = opened(bar);
  const links = own('a[href]').filter((link) => attr(link, 'href') !== nowhere && !closest(link, BOX));
  const found = [
    ...links.filter((link) => bar?.contains(link)).map((link) => postIn(attr(link, 'href'))),
    ...own('[data-testid^="ReactionFacepile"]').map((faces) => postIn(attr(faces, 'data-testid'))),
    ...own(keyed('*=', '-replaceableCommentTools')).map((box) => postInKey(attr(box, 'componentkey')) ?? postInKey(attr(box, 'id'))),
    ...links.filter((link) => precedes(link, shared)).map((link) => postIn(attr(link, 'href'))),
  ].filter((name) => name !== null);
  const names = found.filter(({ id }) => together(id, found[0]?.id ?? id));
  // Activities are what other pages call a post by.
  return [...names.filter(({ kind }) => kind === 'activity'), ...names];
}

/** Where a link leads that only opens something, like that of the last button, which sends the post. */
const opened = (bar: Element | null): string | null => (bar ? attr(all(bar, 'a[href]').at(-1), 'href') : null);

function metricsOf(own: Own, bar: Element, counts: Element | null, style: CountStyle): Card['metrics'] {
  const buttons = all(bar, CONTROL);
  const button = (...icons: string[]) => buttons.find((control) => icons.some((icon) => one(control, `svg[id*="${icon}-"]`)));
  const [comment, repost] = [button('comment'), button('repost')];
  if (buttons.some((control) => readCount(text(control), style))) {
    const inside = (control?: Element) => readCount(text(control), style);
    const orZero = (control?: Element) => inside(control) ?? (control && !text(control) ? zero() : unread());
    // The number of reactions may stand beside their button, which says nothing then.
    return { likes: inside(button('thumbs-up', 'consumption')) ?? unread(), comments: orZero(comment), shares: orZero(repost) };
  }

  const counters = counts ? all(counts, CONTROL).filter((control) => twice(control) || one(control, ICON)) : [];
  // Without the line and anything else that looks like a counter nothing is counted yet.
  if (!counters.some(isCounter)) {
    const any = counts || own(CONTROL).some((control) => isCounter(control) || DIGIT.test(text(control)[0] ?? ''));
    return any ? {} : { likes: zero(), comments: zero(), shares: zero() };
  }
  // Reactions have pictures; their number mostly has no words, as those of comments and reposts always do.
  const faces = counters.find((counter) => one(counter, ICON) || readCount(shown(counter), style));
  const rest = counters.filter((counter) => counter !== faces);
  // Reactions and reposts open a list, comments unfold or are on the post's own page. A word of the other button speaks against it.
  const nowhere = [opened(bar), attr(faces, 'href')];
  const kinds = rest.map((counter) => {
    const href = attr(counter, 'href');
    const shares = href && nowhere.includes(href);
    const word = text(shares ? comment : repost)
      .slice(0, 4)
      .toLowerCase();
    if (word && shown(counter).toLowerCase().includes(word)) return 'unknown';
    return shares ? 'shares' : !href || href.includes('/feed/update/') ? 'comments' : 'unknown';
  });
  const likes = faces ? reactions(shown(faces), style) : zero();
  if (!/^(?:comments)? ?(?:shares)?$/.test(kinds.join(' '))) return faces ? { likes } : {};
  const value = (kind: (typeof kinds)[number]) => {
    const counter = rest[kinds.indexOf(kind)];
    return counter ? counted(counter, style) : zero();
  };
  return { likes, comments: value('comments'), shares: value('shares') };
}

/** Whether it says everything twice, for the eye and for screen readers, as counters do. */
const twice = (control: Element) => one(control, 'p > span + span[aria-hidden="true"]') !== null;
const isCounter = (control: Element) => twice(control) && DIGIT.test(shown(control));

function formatOf(media: Own): Card['format'] {
  const pages = media('p').some((page) => /^\p{Nd}+ ?\/ ?\p{Nd}+$/u.test(text(page)));
  const picture = 'figure[style*="aspect-ratio"] img';
  return formatIn(media, [
    ['video', 'video'],
    ['document', '[componentkey^="document-"],iframe[src*="native-document"]'],
    [pages || media(picture).length > 1 ? 'carousel' : 'image', picture],
    ['link', 'a[href*="/safety/go"] p,a[href*="/pulse/"] p,a:not([href*="linkedin.com/"]) p'],
  ]);
}
