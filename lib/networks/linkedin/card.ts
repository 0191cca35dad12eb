import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format } from '../../model/vocabulary';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, closest, contains, one, text, walkerOf } from '../../reading/dom';
import { numberPieces } from '../../reading/pieces';
import { exact, unread } from '../../reading/readings';
import type { Urn } from './links';

/** One post element, taken apart by the layout that it belongs to. */
export interface Card {
  /** Names of the post itself, the one to keep first. */
  names: Urn[];
  /** The link that names the author. */
  actor: Element | undefined;
  name: string;
  /** What stands in the line under an organisation's name, which says its followers; a person's headline. */
  line: Element[];
  /** The line that says the post's age; "Promoted" in its place. */
  age: string;
  words: Element | undefined;
  /** What of it leads elsewhere beside its words: the preview of a link. */
  cards: Element[];
  quote: boolean;
  format: Format | null;
  metrics: PostReading['metrics'];
}

/** All matches of a selector in a post itself, in page order. */
export type Own = (selector: string) => Element[];

/** All matches in a post itself, and not in what `foreign` selects inside it (shared posts and comments), nor in `strange` elements. */
export function ownMatches(root: Element, foreign: string, strange: Element[] = []): Own {
  return (selector) =>
    all(root, selector).filter((element) => {
      if (strange.some((part) => contains(part, element))) return false;
      const other = closest(element, foreign);
      return !other || other === root || !contains(root, other);
    });
}

/** A copy of a text's element without the words that are there for screen readers ("hashtag") or to be pressed ("…more"). */
export function plain(element: Element | null | undefined): Element | null {
  const copy = element ? Node.prototype.cloneNode.call(element, true) : null;
  if (!(copy instanceof Element)) return null;
  for (const extra of all(copy, 'button,.visually-hidden,style')) Element.prototype.remove.call(extra);
  for (const line of all(copy, 'br')) Element.prototype.append.call(line, ' ');
  return copy;
}

/** The words of such a copy. */
export const wording = (element: Element | null | undefined): string => text(plain(element));

/** Zero, which LinkedIn never prints. */
export const zero = (): Reading => exact(0, 'text');

/** What a counter shows, each of which is there twice: for the eye, and for screen readers. */
export const shown = (counter: Element): string => text(one(counter, 'span[aria-hidden="true"]') ?? counter);

/** A counter with its unit ("5 comments"). */
export function counted(counter: Element, style: CountStyle): Reading {
  const said = shown(counter);
  const count = countIn(said, style);
  return count ? sole(counter, { ...count, raw: said.slice(0, 120) }, style) : unread('text', said);
}

/** A counter's reading, where every number in it is this one ("29 others" is one less): another got there from elsewhere. */
export function sole(counter: Element, seen: Reading, style: CountStyle): Reading {
  const fits = numberPieces(counter).every((piece) => {
    const value = countIn(piece, style)?.value ?? seen.value;
    return value === seen.value || Number(value) + 1 === seen.value;
  });
  return fits ? seen : unread('text', seen.raw);
}

/** More counters than a post has: comparing each with each would take minutes, and none of them is one. */
export const MOST_COUNTERS = 100;

/** The beginning of a button's word, which its counter's word shares in most languages. */
export const stem = (button: Element | undefined): string => text(button).slice(0, 4).toLowerCase();

/** A name, and how many others: more is no sentence of the site's, and looking through a megabyte for one would take minutes. */
const LONGEST_SENTENCE = 300;

/**
 * Reactions: a bare number, or one person and how many others ("Ada and 29 others" are 30). A name comes before the number in every
 * language; where nothing does, or where a name may hold a number itself, it cannot be told.
 */
export function reactions(said: string, style: CountStyle): Reading {
  const bare = readCount(said, style);
  if (bare) return bare;
  if (said.length > LONGEST_SENTENCE) return unread('text', said);
  // "And" is written onto the number in Arabic and Hebrew.
  const apart = said.replace(/ (و|ו-)(?=\p{Nd})/u, ' $1 ');
  // A name is set apart from the number; a word that is not ("再投稿1件") counts something else. After it come "others" and one word more at
  // most: the number in "Studio 54 and one other" is part of a name.
  const named = /^\P{Nd}*\p{L}/u.test(said) && /\p{L}\P{Nd}*[\s,、，]\P{Nd}*\p{Nd}/u.test(apart);
  const after =
    apart
      .split(/\p{Nd}/u)
      .at(-1)
      ?.trim()
      .split(/\s+/) ?? [];
  const others = named && after.length <= 2 ? countIn(apart, style) : null;
  return others?.as === 'exact' && others.value ? exact(others.value + 1, 'text', said) : unread('text', said);
}

/** What a post holds, by the first of these selectors that it has. */
export function formatIn(own: Own, kinds: [Format, string][]): Format | null {
  return kinds.find(([, selector]) => own(selector).length > 0)?.[0] ?? null;
}

/** Whether a number stands somewhere in a place, and not in the parts that are known: then nothing there is surely zero. */
export function strayNumber(place: Element, known: (Element | null | undefined)[]): boolean {
  const walker = walkerOf(place, 4 /* texts */);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/\p{Nd}/u.test(node.nodeValue ?? '') && !known.some((part) => contains(part, node))) return true;
  return false;
}
