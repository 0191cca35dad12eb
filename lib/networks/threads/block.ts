import { all, closest, concealed, contains, matches, one, pageOf, parent } from '../../reading/dom';
import { linkIn } from './links';

/** What can be pressed as a whole: posts, posts that they quote, and rows of people. */
const PRESSABLE = '[data-pressable-container]';
/** What can be pressed in it. */
export const PRESSED = '[role="button"],button,a[href]';
/** Buttons of a post: like, reply, repost, send. Without the last one they are still told apart. */
const FEWEST = 3;
const MOST_BUTTONS = 200;
/** Nothing that belongs together is further apart in the tree. */
const HIGHEST = 30;

/** The dates that link to posts, which every post has one of. */
export const datesIn = (root: ParentNode): Element[] => all(root, 'a[href] time').filter((time) => linkIn(closest(time, 'a[href]'))?.id);

/** One post element together with what is its own: quoted posts inside it are cut out of every query. */
export interface Block {
  root: Element;
  quoting: boolean;
  own(selector: string): Element[];
}

/** Wraps a post element. */
export function blockOf(root: Element): Block {
  const quotes = all(root, PRESSABLE).filter((inner) => one(inner, 'time'));
  const own = (selector: string) => all(root, selector).filter((element) => !quotes.some((quote) => contains(quote, element)));
  return { root, quoting: quotes.length > 0 || datesIn(root).length > 1, own };
}

/** How an icon is drawn, in every language: replies as one line with joins, paper planes as several, hearts and reposts as areas. */
export const drawn = (buttons: Element[]): string =>
  buttons.map((button) => ['A', 'L'][all(button, 'svg [stroke-linejoin]').length] ?? 'P').join('');

/**
 * Rows as Threads draws them: heart, bubble, arrows, plane. Where another post's or a plane's buttons got between them, the row is none of
 * these. Until 2024 a plane was one line.
 */
export const ROW = /^AL(?:A[PL]?|[PL])$/;

/** The row of a post's buttons, in page order; none where two rows could be its own. */
export function barOf({ root, own }: Block): Element[] {
  const buttons = [...new Set(own('svg').flatMap((icon) => closest(icon, PRESSED) ?? []))].filter(
    (button) => contains(root, button) && button !== root && !one(button, 'img,video,time'),
  );
  // More buttons than a post has are no row of one.
  if (buttons[MOST_BUTTONS]) return [];
  const rows = new Map<Element, Element[]>();
  for (const button of buttons) {
    let up = parent(button);
    for (let level = 0; up && contains(root, up) && level < HIGHEST; level += 1, up = parent(up)) {
      const inside = buttons.filter((other) => contains(up, other));
      if (inside.length < FEWEST) continue;
      rows.set(up, inside);
      break;
    }
  }
  const smallest = [...rows].filter(([row]) => ![...rows.keys()].some((other) => other !== row && contains(row, other)));
  const bars = smallest.map(([, inside]) => inside).filter((bar) => ROW.test(drawn(bar)));
  const [bar, other] = bars[0] ? bars : smallest.map(([, inside]) => inside).filter(({ length }) => length === FEWEST + 1);
  if (!bar || other) return [];
  // Buttons of a second row that got into the post: nobody knows which row is the post's own.
  const place = buttons.indexOf(bar[0] ?? root);
  const [before, after] = [drawn(buttons.slice(0, place)), drawn(buttons.slice(place).filter((button) => !bar.includes(button)))];
  return /AL[AP]/.test(before) || /[LP]/.test(after) ? [] : bar;
}

/** The blocks around all dates that link to posts, each once, in page order. Quoted posts are part of the post that quotes them. */
export function blocksIn(page: Document): Element[] {
  const dates = datesIn(page).filter((time) => !concealed(time));
  const owners = new Set(dates.map((time) => closest(time, PRESSABLE)));
  const claims = new Map<Element, Set<string>>();
  const found = dates.map((time) => {
    let block: Element | null = null;
    for (let up = parent(time); up; up = parent(up)) if (matches(up, PRESSABLE) && owners.has(up)) block = up;
    if (block) return { block };
    block = around(time);
    const bar = (block && barOf(blockOf(block))[0]) ?? undefined;
    if (bar) claims.set(bar, (claims.get(bar) ?? new Set()).add(linkIn(closest(time, 'a[href]'))?.id ?? ''));
    return { block, bar };
  });
  // Buttons that two posts could have, by the mere look of things, are nobody's: one may quote the other, or have no buttons of its own.
  return [...new Set(found.flatMap(({ block, bar }) => (block && (!bar || claims.get(bar)?.size === 1) ? block : [])))];
}

/** The smallest element that holds a date and a row of buttons. */
function around(time: Element): Element | null {
  let up = parent(time);
  for (let level = 0; up && up !== pageOf(time).body && level < HIGHEST; level += 1, up = parent(up)) if (barOf(blockOf(up))[0]) return up;
  return null;
}
