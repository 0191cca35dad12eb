import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, contains, matches, nodesIn, one, parent, text, walkerOf } from '../../reading/dom';
import { hidden, unread } from '../../reading/readings';
import { linksIn } from './links';

type Metrics = PostReading['metrics'];

/** Icons of a post's own buttons; those of its comments are smaller. */
const ICON = 'svg[height="24"]';
/** Which button an icon is, in any language: speech bubbles, planes and bookmarks are drawn as lines, hearts and reposts as areas. */
const DRAWN = `${ICON} [stroke]`;
const HAS_DIGIT = /\p{Nd}/u;
/** A row of buttons is no higher above its icons. */
const HIGHEST = 30;
/** A sentence names one or two. */
const MOST_NAMED = 20;
/** What stands between two names of a list, in any language. */
const COMMA = /^\s*[,،、，]\s*$/;

/** The rows (in the reels viewer: columns) of buttons under the posts below an element. */
export function barsIn(root: Element): Element[] {
  const bars = new Set<Element>();
  const rows = new Map<Element, boolean>();
  // There may be thousands of icons in one row: it is looked through once.
  const isRow = (up: Element) => {
    const known = rows.get(up) ?? one(up, DRAWN) !== null;
    rows.set(up, known);
    return known;
  };
  for (const icon of all(root, ICON)) {
    if (one(icon, '[stroke]') || closest(icon, 'a[href],form,nav')) continue;
    let bar = parent(icon);
    for (let level = 0; bar && !isRow(bar); level += 1) bar = level < HIGHEST ? parent(bar) : null;
    if (bar && contains(root, bar)) bars.add(bar);
  }
  return [...bars].filter((bar) => ![...bars].some((other) => other !== bar && contains(bar, other)));
}

/** An icon and what is written between it and the next. */
interface Button {
  icon: Element;
  words: string;
}

/** Pieces of text that stand in an element itself. */
const ownPieces = (element: Element): string[] =>
  nodesIn(element).flatMap((node) => (node.nodeType === 3 /* text */ && node.nodeValue?.trim()) || []);

/** What an element says, without its icons; two numbers of two pieces are kept apart, so that they are never taken for one. */
export function said(element: Element): string {
  const parts = [element, ...all(element, '*')].filter((part) => !closest(part, 'svg')).flatMap(ownPieces);
  return parts.join(parts.filter((part) => HAS_DIGIT.test(part)).length > 1 ? ' / ' : ' ');
}

/** A bar has some fifty elements; one with more is none, and would take seconds to look through. */
const MOST_PARTS = 2000;

function buttonsOf(bar: Element): Button[] {
  const buttons: Button[] = [];
  const pressed = all(bar, '[role="button"],button');
  // Two icons in one button: one has left its number behind.
  const merged = pressed.some((button) => all(button, ICON)[1]);
  const parts = all(bar, '*');
  if (parts.length > MOST_PARTS) return [];
  for (const element of parts) {
    const last = buttons.at(-1);
    if (matches(element, ICON)) {
      if (parent(element) && closest(parent(element) ?? element, 'svg')) return [];
      buttons.push({ icon: element, words: '' });
    } else if (last && !closest(element, 'svg')) {
      // A number inside another icon's button is not this one's, nor is one that brings a button of its own into this.
      const around = pressed.filter((button) => contains(button, element));
      const strange = merged || around[1] || around.some((button) => all(button, ICON).some((icon) => icon !== last.icon));
      last.words = [last.words, ...ownPieces(element).map((piece) => (strange ? `/ ${piece}` : piece))].filter(Boolean).join(' ');
    }
  }
  return buttons;
}

const isBubble = (icon: Element): boolean => !!one(icon, '[stroke]') && !one(icon, 'line,polygon,circle');

/** A printed count, or why there is none. */
const printed = (words: string, counts: CountStyle): Reading => readCount(words, counts) ?? unread('text', words);

/** Counts beside the buttons, as Instagram prints them since 2025. A post of which it prints none there has none in the result. */
function besideButtons(bar: Element, counts: CountStyle): Metrics {
  const buttons = buttonsOf(bar);
  const [heart] = buttons;
  const bubble = buttons.findIndex(({ icon }, place) => place > 0 && isBubble(icon));
  const plane = buttons.findIndex(({ icon }) => one(icon, 'line'));
  if (!heart || one(heart.icon, '[stroke]') || !buttons.some(({ words }) => HAS_DIGIT.test(words))) return {};
  // Only what stands between the bubble and the plane can be the repost button.
  const between = bubble > 0 && plane === bubble + 2 ? buttons[bubble + 1] : undefined;
  const repost = between && !one(between.icon, '[stroke]') ? between : undefined;
  const stray =
    bubble > 0 && !repost && buttons.some(({ icon, words }) => icon !== heart.icon && !one(icon, '[stroke]') && HAS_DIGIT.test(words));
  const comments = buttons[bubble];
  return {
    ...(heart.words && { likes: HAS_DIGIT.test(heart.words) ? printed(heart.words, counts) : hidden('text', heart.words) }),
    comments: comments && !(plane >= 0 && plane < bubble) ? printed(comments.words, counts) : unread(),
    ...(repost ? { shares: printed(repost.words, counts) } : stray && { shares: unread() }),
  };
}

/** "1,234 likes", or "Liked by A and 139 others", which are 140. */
function fromSentence(root: Element, counts: CountStyle): Reading | null {
  const [linked, another] = linksIn(root).filter(({ rest, element }) => /^liked_by/.test(rest ?? '') && text(element));
  // Until 2021 the whole page was a section, and the numbers of comments' likes buttons.
  const own = (button: Element) => !closest(button, 'form,li') && contains(root, closest(button, 'section'));
  const buttons = linked ? [] : all(root, 'section button').filter((button) => own(button) && countIn(said(button), counts));
  const link = linked?.element ?? buttons[0];
  if (!link) return null;
  const words = said(link);
  // With an icon in it, it holds a button with a number of its own.
  if (another || buttons[1] || one(link, ICON)) return unread('text', words);
  const scope = closest(link, 'section') ?? parent(parent(link) ?? link) ?? link;
  const names = namesBefore(scope, link);
  // "…and others": the author conceals how many. Languages with a dual spell one and two out.
  if (!HAS_DIGIT.test(words)) {
    const { pluralCategories } = new Intl.PluralRules(counts.locale).resolvedOptions();
    return names && !pluralCategories.includes('two') ? hidden('text', words) : unread('text', words);
  }
  const others = countIn(words, counts);
  // Faces without names: whoever they are, they may be in the number or not.
  if (!others || names === null || (!names && one(scope, 'img'))) return unread('text', words);
  const plus = (count: number | null) => count && count + names;
  return { ...others, value: plus(others.value), low: plus(others.low), high: plus(others.high) };
}

/**
 * How many people a sentence names before its number; null where what stands around the names is not as it should be between the names
 * of a list: then one is missing, or does not belong there.
 */
function namesBefore(scope: Element, link: Element): number | null {
  const people = linksIn(scope).filter(({ id, rest, handle, element }) => handle && !id && !rest && text(element));
  if (people[MOST_NAMED]) return null;
  const gaps = [''];
  let current: Element | null = null;
  const walker = walkerOf(scope, 4 /* texts */);
  let node = walker.nextNode();
  for (; node && !contains(link, node); node = walker.nextNode()) {
    const [here] = people.filter(({ element }) => contains(element, node));
    if (!here) gaps.push(`${gaps.pop()}${node.nodeValue}`);
    else if (here.element !== current) gaps.push('');
    if (here) current = here.element;
  }
  const names = gaps.length - 1;
  if (names !== people.length) return null;
  const [lead = '', ...rest] = gaps;
  const last = rest.pop() ?? '';
  if (!names) return lead.trim() ? null : 0;
  const missing =
    /[,،、，]/.test(lead) || !last.trim() || rest.some((gap) => !COMMA.test(gap)) || (names === 1 && /[,،，]\s*\p{L}/u.test(last));
  return missing ? null : names;
}

/** Whether numbers stand among the buttons, which may not be in the order that they should be in. */
function printsBeside(root: Element): boolean {
  const rows = all(root, ICON).map((icon) => {
    let row = one(icon, '[stroke]') && !closest(icon, 'a[href],form,nav') ? parent(icon) : null;
    while (row && row !== root && one(row, ICON) === icon && !all(row, ICON)[1]) row = parent(row);
    return row;
  });
  return [...new Set(rows)].some((row) => row && row !== root && HAS_DIGIT.test(said(row)));
}

/** The metrics of a post with buttons. `alone`: no other post's buttons are below the element. */
export function metricsOf(root: Element, counts: CountStyle): Metrics {
  const [bar, other] = barsIn(root);
  // Buttons of a second post that got between a post's own.
  const mixed = all(root, ICON).filter((icon) => isBubble(icon) && !closest(icon, 'form')).length > 1;
  const beside = bar && !other && !mixed ? besideButtons(bar, counts) : {};
  const likes = beside.likes ?? (other || mixed ? null : fromSentence(root, counts));
  const [every, second] = linksIn(root).filter(({ rest, element }) => rest === 'comments' && HAS_DIGIT.test(text(element)));
  const shown = every && said(every.element);
  const comments =
    beside.comments ?? (shown ? ((second ? null : countIn(shown, counts)) ?? unread('text', shown)) : printsBeside(root) && unread());
  return { ...beside, ...(likes && { likes }), ...(comments && { comments }) };
}

/**
 * The metrics of a tile: none but on the one under the pointer, where likes and comments stand in this order, and views in the reels tab,
 * behind their icon. A tile whose likes are hidden prints comments alone. Until 2022 videos had views in the place of likes, beside a play icon.
 */
export function tileMetrics(tile: Element, counts: CountStyle, reels: boolean): Metrics {
  const [list, otherList] = all(tile, 'ul');
  const [first, second, third] = list && !otherList && !one(list, 'li li') ? all(list, 'li').map(said).filter(Boolean) : [];
  const shown = all(tile, 'span').filter((span) => ownPieces(span).some((piece) => HAS_DIGIT.test(piece)) && !closest(span, 'ul,li'));
  const [views] = shown;
  const icon = views && all(tile, 'svg').some((svg) => !closest(svg, 'ul') && contains(parent(parent(svg)), views));
  // One number alone is the comments of a post whose likes are hidden. What else is printed is not as it should be.
  const torn = (!first || second) && (one(tile, 'ul,li') || (!reels && views));
  return {
    ...(first && second && !third
      ? { [one(tile, 'ul [class*="PlayIcon"]') ? 'views' : 'likes']: printed(first, counts), comments: printed(second, counts) }
      : torn && { likes: unread(), comments: unread() }),
    ...(reels && views && { views: shown[1] || !icon ? unread() : printed(said(views), counts) }),
  };
}

/** Whether a tile bears the pin of posts that are kept on top. */
export const isPinned = (tile: Element): boolean => all(tile, 'path').some((path) => /^m22\.707 7\.583/.test(attr(path, 'd') ?? ''));
