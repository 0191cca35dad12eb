import type { Reading } from '../../model/reading';
import { type CountStyle, readCount } from '../../reading/counts';
import { all, attr, before, closest, contains, follows, matches, one, outermost, parent, text } from '../../reading/dom';
import { numberPieces } from '../../reading/pieces';
import { unread } from '../../reading/readings';
import { type Card, counted, formatIn, MOST_COUNTERS, type Own, ownMatches, reactions, shown, sole, stem, strayNumber, zero } from './card';
import { ownerOf, postIn, postInKey, together, type Urn } from './links';

/** Selects by the keys that components have; some pages have them as ids. */
const keyed = (how: string, key: string) => `[componentkey${how}"${key}"],[id${how}"${key}"]`;
const CARD = `[role="listitem"],${keyed('^=', 'expanded')},${keyed('^=', 'update-card-focus')}`;
const COMMENTS = `${keyed('^=', 'replaceableComment_')},${keyed('^=', 'commentsSection')}`;
const ICONS = 'svg[id^="comment-"],svg[id^="repost-"]';
const ICON = 'svg,img';
const CONTROL = 'a,button,[role="button"]';
const BOX = '[data-testid="expandable-text-box"]';
const CARDS = 'a[href*="/safety/go"],a[href*="/pulse/"],a:not([href*="linkedin.com/"])';
const DIGIT = /\p{Nd}/u;

/** Posts of the layout of 2026, found by the icons to comment and repost: its classes and most of its keys change with every page. */
export function modernPosts(page: Document): Element[] {
  const icons = all(page, ICONS).filter((icon) => closest(icon, CONTROL) && !closest(icon, COMMENTS));
  return [...new Set(icons.flatMap((icon) => closest(icon, CARD) ?? []))];
}

/** Whether an element begins before another one. */
const precedes = (element: Element, other: Element | null | undefined) => !other || follows(element, other);

/** Takes apart a post of the layout of 2026. */
export function modernCard(card: Element, style: CountStyle): Card {
  const own = ownMatches(card, COMMENTS);
  const icons = own(ICONS);
  const bar = barOf(icons[0], card);
  // Two rows of buttons are of two posts.
  const single = new Set(icons.map((icon) => (attr(icon, 'id') ?? '').replace(/-.*/, ''))).size === icons.length;
  const counts = countsOf(bar, card);
  // Links of counters and buttons that open something lead to the page itself: they name no author.
  const above: Own = (selector) => own(selector).filter((element) => precedes(element, counts ?? bar));
  const [actor, shared] = above('a[href]').filter(
    (link) => one(link, 'p') && /\/groups\//.test(attr(link, 'href') ?? '') === !ownerOf(link),
  );
  const media: Own = (selector) => above(selector).filter((element) => !closest(element, BOX));
  const lines = actor ? all(actor, 'p') : [];
  const said = lines.map(text);
  const age = said.at(-1) ?? '';
  // A dot ends the line of the age, which moves up where another is missing; "Promoted" in its place has neither dot nor number.
  const fits = lines.length === 3 && lines.every((line) => !one(line, 'p')) && !/[•·]$/.test(said[1] ?? '') && /[•·]$|^\P{Nd}*$/u.test(age);
  return {
    names: namesOf(own, bar, shared),
    actor,
    name: said[0] ?? '',
    line: fits ? lines.slice(1, -1) : [],
    age,
    words: own(BOX).find((box) => precedes(box, shared)),
    quote: shared !== undefined,
    cards: shared ? [] : media(CARDS),
    format: shared ? null : formatOf(media),
    metrics: bar && single ? metricsOf(own, bar, counts, style) : {},
  };
}

/** The row of buttons that holds an icon. */
function barOf(icon: Element | undefined, card: Element): Element | null {
  let bar = icon ? closest(icon, CONTROL) : null;
  while (bar && bar !== card && all(bar, CONTROL).length < 3) bar = parent(bar);
  // What holds words, a picture or the line above the buttons is more than their row.
  return !bar || bar === card || one(bar, `${BOX},hr,video`) ? null : bar;
}

/** The counters: what stands above the line above the buttons. Without any counter there is no such line. */
function countsOf(bar: Element | null, card: Element): Element | null {
  for (let row = bar; row && row !== card; row = parent(row)) {
    const line = before(row);
    if (line && matches(line, 'hr')) return before(line);
  }
  return null;
}

/** Names of the post, the most certain first: links of comments and shared posts name others, and the last button's the page itself. */
function namesOf(own: Own, bar: Element | null, shared: Element | undefined): Urn[] {
  const nowhere = opened(bar);
  const links = own('a[href]').filter((link) => attr(link, 'href') !== nowhere && !closest(link, BOX));
  const sure = [
    ...links.filter((link) => contains(bar, link)).map((link) => postIn(attr(link, 'href'))),
    ...own('[data-testid^="ReactionFacepile"]').map((faces) => postIn(attr(faces, 'data-testid'))),
    ...own(keyed('*=', '-replaceableCommentTools')).map((box) => postInKey(attr(box, 'componentkey')) ?? postInKey(attr(box, 'id'))),
  ].filter((name) => name !== null);
  const [certain] = sure;
  // What names two posts may show the numbers of either.
  if (certain && sure.some(({ id }) => !together(id, certain.id))) return [];
  const found = [...sure, ...links.filter((link) => precedes(link, shared)).flatMap((link) => postIn(attr(link, 'href')) ?? [])];
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
  // What is to be pressed within these buttons got there from elsewhere.
  if ([comment, repost].some((control) => control && one(control, CONTROL))) return {};
  if (buttons.some((control) => readCount(text(control), style))) {
    const inside = (control?: Element) => (control && numberPieces(control).length === 1 ? readCount(text(control), style) : null);
    const orZero = (control?: Element) => inside(control) ?? (control && !text(control) ? zero() : unread());
    // The number of reactions may stand beside their button, which says nothing then.
    return { likes: inside(button('thumbs-up', 'consumption')) ?? unread(), comments: orZero(comment), shares: orZero(repost) };
  }

  const pressed = counts ? all(counts, CONTROL) : [];
  if (pressed[MOST_COUNTERS]) return {};
  const controls = outermost(pressed);
  const counters = controls.filter((control) => twice(control) || one(control, ICON));
  // Without the line and anything else that looks like a counter nothing is counted yet.
  if (!counters.some(isCounter)) {
    const any = counts || own(CONTROL).some((control) => isCounter(control) || DIGIT.test(text(control)[0] ?? ''));
    return any ? {} : { likes: zero(), comments: zero(), shares: zero() };
  }
  // Reactions have pictures; their number mostly has no words, as those of comments and reposts always do.
  const [faces, other] = counters.filter((counter) => one(counter, ICON) || readCount(shown(counter), style));
  if (other) return {};
  const rest = counters.filter((counter) => counter !== faces);
  // Reactions and reposts open a list, comments unfold or are on the post's own page. A word of the other button speaks against it.
  const nowhere = [opened(bar), attr(faces, 'href')];
  const kinds = rest.map((counter) => {
    const href = attr(counter, 'href');
    const shares = href && nowhere.includes(href);
    const word = stem(shares ? comment : repost);
    if (word && shown(counter).toLowerCase().includes(word)) return 'unknown';
    return shares ? 'shares' : !href || href.includes('/feed/update/') ? 'comments' : 'unknown';
  });
  // Zero is a missing counter; not where a number, a picture, a button or the dot between two counters has stayed behind.
  const dots = counts ? all(counts, 'p,span').filter((part) => /^[•·]$/.test(text(part))).length : 0;
  const left =
    (counts && strayNumber(counts, counters.filter(isCounter))) ||
    controls.length > counters.length ||
    counters.some(crowded) ||
    dots > Math.max(0, rest.length - 1) ||
    (counts ? all(counts, ICON) : []).some((icon) => !counters.some((counter) => contains(counter, icon))) ||
    own(`${CONTROL},p`).some((part) => !contains(counts, part) && !contains(bar, part) && echoes(part)) ||
    all(bar, 'p').some(echoes);
  const strange = faces && [comment, repost].map(stem).some((word) => word && shown(faces).toLowerCase().includes(word));
  const reacted = faces && (strange ? unread() : alike(faces, reactions(shown(faces), style), style));
  // A number with a picture that are no reactions may be the comments or the reposts.
  const none = () => (left || (reacted?.value === null && DIGIT.test(text(faces))) ? unread() : zero());
  const likes = reacted ?? none();
  if (!/^(?:comments)? ?(?:shares)?$/.test(kinds.join(' '))) return faces ? { likes } : {};
  const value = (kind: (typeof kinds)[number]) => {
    const counter = rest[kinds.indexOf(kind)];
    return counter ? alike(counter, counted(counter, style), style) : none();
  };
  return { likes, comments: value('comments'), shares: value('shares') };
}

/** Whether it says everything twice, for the eye and for screen readers, as counters do. */
const twice = (control: Element) => one(control, 'p > span + span[aria-hidden="true"]') !== null;
const isCounter = (control: Element) => DIGIT.test(text(control)) && (twice(control) || echoes(control));
/** Whether something else than its own text stands in a counter: it has one line, which says its number once or twice, and nothing to be pressed. */
const crowded = (counter: Element) =>
  all(counter, 'p').length > 1 || one(counter, CONTROL) !== null || (twice(counter) && numberPieces(counter).length % 2 > 0);
const LONGEST_COUNTER = 60;
/** Whether it says a short text with a number twice and nothing else ("5 comments5 comments"): a counter, wherever it stands and of whatever it is made. */
function echoes(part: Element): boolean {
  const said = text(part);
  const half = said.slice(0, said.length / 2);
  return said.length < LONGEST_COUNTER && DIGIT.test(said) && said === half + half;
}

/** What a counter shows, unless what it tells screen readers is another number. */
function alike(counter: Element, seen: Reading, style: CountStyle): Reading {
  return crowded(counter) ? unread('text', seen.raw) : sole(counter, seen, style);
}

function formatOf(media: Own): Card['format'] {
  const pages = media('p').some((page) => /^\p{Nd}+ ?\/ ?\p{Nd}+$/u.test(text(page)));
  const picture = 'figure[style*="aspect-ratio"] img';
  return formatIn(media, [
    ['video', 'video'],
    ['document', '[componentkey^="document-"],iframe[src*="native-document"]'],
    [pages || media(picture).length > 1 ? 'carousel' : 'image', picture],
    ['link', CARDS.replace(/(?=,|$)/g, ' p')],
  ]);
}
