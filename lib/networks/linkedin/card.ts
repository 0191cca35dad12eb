import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format } from '../../model/vocabulary';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, closest, one, text } from '../../reading/dom';
import { exact, unread } from '../../reading/readings';
import type { Urn } from './links';

/** One post element, taken apart by the layout that it belongs to. */
export interface Card {
  /** Names of the post itself, the one to keep first. */
  names: Urn[];
  /** The link that names the author. */
  actor: Element | undefined;
  name: string;
  /** The line under an organisation's name, which says its followers; a person's headline. */
  line: string;
  /** The line that says the post's age; "Promoted" in its place. */
  age: string;
  words: Element | undefined;
  quote: boolean;
  format: Format | null;
  metrics: PostReading['metrics'];
}

/** All matches of a selector in a post itself, in page order. */
export type Own = (selector: string) => Element[];

/** All matches in a post itself, and not in what `foreign` selects inside it: shared posts and comments. */
export function ownMatches(root: Element, foreign: string): Own {
  return (selector) =>
    all(root, selector).filter((element) => {
      const other = closest(element, foreign);
      return !other || other === root || !root.contains(other);
    });
}

/** Text without the words that are there for screen readers ("hashtag") or to be pressed ("…more"). */
export function wording(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const extra of all(copy, 'button,.visually-hidden,style')) Element.prototype.remove.call(extra);
  return text(copy);
}

/** Zero, which LinkedIn never prints. */
export const zero = (): Reading => exact(0, 'text');

/** What a counter shows, each of which is there twice: for the eye, and for screen readers. */
export const shown = (counter: Element): string => text(one(counter, 'span[aria-hidden="true"]') ?? counter);

/** A counter with its unit ("5 comments"). */
export function counted(counter: Element, style: CountStyle): Reading {
  const said = shown(counter);
  return countIn(said, style) ?? unread('text', said);
}

/**
 * Reactions: a bare number, or one person and how many others ("Ada and 29 others" are 30). A name comes before the number in every
 * language; where nothing does, or where a name may hold a number itself, it cannot be told.
 */
export function reactions(said: string, style: CountStyle): Reading {
  const bare = readCount(said, style);
  if (bare) return bare;
  // "And" is written onto the number in Arabic and Hebrew.
  const apart = said.replace(/ (و|ו-)(?=\p{Nd})/u, ' $1 ');
  const others = /^\P{Nd}*\p{L}/u.test(said) ? countIn(apart, style) : null;
  return others?.as === 'exact' && others.value ? exact(others.value + 1, 'text', said) : unread('text', said);
}

/** What a post holds, by the first of these selectors that it has. */
export function formatIn(own: Own, kinds: [Format, string][]): Format | null {
  return kinds.find(([, selector]) => own(selector).length > 0)?.[0] ?? null;
}
