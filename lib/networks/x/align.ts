import type { Reading } from '../../model/reading';
import { exact } from '../../reading/readings';
import { numbersIn } from './labels';

/** Numbers on a page grow while it is looked at, and the visible one may lag behind the label; twice as much is another number. */
const LAG = 2;
const STILL = 10;

/** Whether a number may be an earlier or a later state of what is shown. */
export const near = (value: number, { low, high }: Reading, lag = LAG): boolean =>
  low !== null && high !== null && value >= low / lag - STILL && value <= high * lag + STILL;

/**
 * Tells which number of a label belongs to which place. The label lists its places in a fixed order and leaves zeros out
 * ("1 reply, 4 likes, 809 views"), so a number may stand for several places: all ways that agree with what is `said` elsewhere are tried,
 * and a place is read only if they all give it the same number. Needs two known places, else a new metric in the label could shift them.
 * `states` are the pieces known to hold no number ("Liked"). Null where no way agrees with what is said: some of it is not this post's.
 */
export function align(label: string, said: (Reading | null)[], states: number): (Reading | null)[] | null {
  const numbers = numbersIn(label) ?? [];
  if (numbers.length === 0 || said.filter((known) => known?.low != null).length < 2) return [];
  // Where too few are said in full, what is cut off tells places apart only by its own digits.
  const lag = said.filter((known) => known?.as === 'exact').length < 2 ? 1 : LAG;
  // Some languages write one and two as words alone; once all such pieces are accounted for, what is left out is zero.
  const wordy = Math.max(wordless(label) - states, 0);
  let open = false;
  const ways: number[][] = [];
  const way: number[] = [];
  // Place by place, each either left out or with the next number: a way that does not fit is given up where that shows.
  const place = (next: number) => {
    const known = said[way.length] ?? null;
    if (way.length === said.length) {
      const words = way.filter((value, index) => value === 0 && inWords(said[index])).length;
      if (next !== numbers.length || words > wordy) return;
      ways.push([...way]);
      open ||= words < wordy;
      return;
    }
    const number = numbers[next];
    const largest = wordy ? 2 : 0;
    if (numbers.length - next < said.length - way.length && fits(known, 0, largest, lag)) then(0, next);
    if (number !== undefined && fits(known, number, largest, lag)) then(number, next + 1);
  };
  const then = (value: number, next: number) => {
    way.push(value);
    place(next);
    way.pop();
  };
  place(0);
  const [first] = ways;
  return (
    first?.map((value, index) => {
      const sure = ways.every((way) => way[index] === value);
      return sure && !(value === 0 && (open || inWords(said[index]))) ? exact(value, 'label', label) : null;
    }) ?? null
  );
}

/** Whether a place has a label of its own that says its number. */
export const isLabelled = (known: Reading | null | undefined): boolean => known?.from === 'label' && known.as !== 'unread';

/** Whether a place that a label gives no number is known to have one: the label has it in words. */
const inWords = (known: Reading | null | undefined) => (known?.value ?? 0) > 0;

/** Whether a place may have the value, 0 being one that the label leaves out or writes as a word. */
function fits(known: Reading | null, value: number, largest: number, lag: number): boolean {
  if (!known || known.as === 'unread') return value >= 0;
  if (value === 0) return (known.value ?? 0) <= largest;
  return known.as === 'exact' && known.from === 'label' ? value === known.value : near(value, known, lag);
}

/** How many pieces of a listing label hold no digit. */
export function wordless(label: string): number {
  const pieces = label.split(/,(?!\p{Nd})|[،、，;؛]/u);
  return pieces.filter((piece) => piece.trim() && !/\p{Nd}/u.test(piece)).length;
}
