import type { Moment } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format } from '../../model/vocabulary';
import { text, walkerOf } from '../../reading/dom';
import { exact } from '../../reading/readings';

/** What a layout's post element says, before it is known whose page it is on. */
export interface Facts {
  /** Full name of the post ("t3_1abc"). */
  name: string | null;
  /** Address of its page. */
  link: string | null;
  author: string | null;
  published: Moment | null;
  format: Format | null;
  title: string;
  body: string;
  /** The element of its body, for whom and what it names. */
  words?: Element | undefined;
  /** Where a link post leads. */
  target?: string | null;
  language?: string | null;
  pinned: boolean;
  promoted: boolean;
  /** Whether it shows another post, which has counts of its own. */
  crosspost: boolean;
  likes: Reading;
  comments: Reading;
}

/** A count that an attribute writes with all its digits; null when it is anything else, a score below zero too. */
export const whole = (digits: string | null | undefined): Reading | null =>
  digits && /^\d{1,12}$/.test(digits) ? exact(Number(digits), 'embedded', digits) : null;

/** Whether a text has a digit of any script. */
export const hasDigit = (said: string): boolean => /\p{Nd}/u.test(said);

const LONGEST_COUNT = 300;

/**
 * Text of an element that holds one number at most; null where numbers stand side by side in it ("7" and "12" read as "712" together).
 */
export function oneNumber(element: Element | null | undefined): string | null {
  if (!element) return null;
  const walker = walkerOf(element, 4 /* texts */);
  let numbers = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (hasDigit(node.nodeValue ?? '')) numbers += 1;
  const said = text(element);
  return numbers > 1 || said.length > LONGEST_COUNT || /\p{Nd}\P{Nd}*\p{L}\P{Nd}*\p{Nd}/u.test(said) ? null : said;
}
