import type { AccountReading } from '../../model/capture';
import { after, all, attr, closest, contains, one, parent, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { linesOf } from '../../reading/words';
import type { PageContext } from '../network';
import { said } from './counts';

/** The badge is drawn the same in every language. */
const BADGE = 'path[d^="M19.998 3.09"]';
const LINE = '[dir="auto"]';
const PRESSED = 'button,[role="button"]';
/** The address that a button names: "shop.example/tea + 2". */
const NAMED = /^(?:https?:\/\/)?((?:[\w-]{1,63}\.)+[a-z]{2,20}(?:\/[^\s…]{0,200})?)(?:\s|$)/i;

/**
 * What a profile's header says below its row of counts: name, perhaps a category, the description, a link. Where the lines are not clearly
 * these, they are left out.
 */
export function detailsOf(header: Element, row: Element | null | undefined, at: PageContext): Partial<AccountReading> {
  const section = row && sectionAfter(row, header);
  const bits = section ? all(section, LINE).filter((line) => text(line) && isOutermost(line, section)) : [];
  const lines = bits.filter((line) => !one(line, 'svg') && !closest(line, 'button') && !closest(line, 'a[href]'));
  const words = lines.slice(1);
  // A category is a block, a description runs on.
  const category = words[1] && closest(words[0] ?? section ?? row ?? header, 'div[dir]') === words[0] ? words[0] : undefined;
  const description = words.find((line) => line !== category && !closest(line, 'div[dir]'));
  const link = section ? linkIn(section, at) : null;
  return {
    ...(one(header, BADGE) && { verified: true }),
    ...(description && { bio: linesOf(description).slice(0, 1000) }),
    ...(category && { category: text(category).slice(0, 300) }),
    ...(link && { link }),
  };
}

const isOutermost = (line: Element, root: Element): boolean => {
  const up = parent(line);
  const outer = up && closest(up, LINE);
  return !outer || !contains(root, outer);
};

/** The next part of the header with text, after the row of counts. */
function sectionAfter(row: Element, header: Element): Element | null {
  for (let here: Element | null = row; here && here !== header; here = parent(here))
    for (let next = after(here); next; next = after(next)) if (text(next)) return next;
  return null;
}

/** The account's own link: an anchor that leads away, or a button that names an address. */
function linkIn(section: Element, { url }: PageContext): string | null {
  const [away] = all(section, 'a[href]').flatMap((anchor) => outgoing(attr(anchor, 'href'), url, text(anchor)) ?? []);
  if (away) return away;
  const [named] = all(section, PRESSED).flatMap((button) => (one(button, 'svg') && NAMED.exec(said(button))?.[1]) || []);
  return named ? outgoing(`https://${named}`, url) : null;
}
