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
 * `states` are the pieces known to hold no number ("Liked").
 */
export function align(label: string, said: (Reading | null)[], states: number): (Reading | null)[] {
  const numbers = numbersIn(label) ?? [];
  if (numbers.length === 0 || said.filter((known) => known?.as === 'exact').length < 2) return said.map(() => null);
  // Some languages write one and two as words alone.
  const wordy = wordless(label) > states;
  const ways: number[][] = [];
  for (let mask = 0; mask < 1 << said.length; mask += 1) {
    let next = 0;
    const way = said.map((_, place) => (mask & (1 << place) ? (numbers[next++] ?? -1) : 0));
    if (next === numbers.length && said.every((known, place) => fits(known, way[place] ?? -1, wordy ? 2 : 0))) ways.push(way);
  }
  return said.map((_, place) => {
    const [value, other] = new Set(ways.map((way) => way[place]));
    return value === undefined || other !== undefined || (value === 0 && wordy) ? null : exact(value, 'label', label);
  });
}

/** Whether a place may have the value, 0 being one that the label leaves out or writes as a word. */
function fits(known: Reading | null, value: number, inWords: number): boolean {
  if (!known || known.as === 'unread') return value >= 0;
  if (value === 0) return (known.value ?? 0) <= inWords;
  return known.as === 'exact' && known.from === 'label' ? value === known.value : near(value, known);
}

/** How many pieces of a listing label hold no digit. */
function wordless(label: string): number {
  const pieces = label.split(/,(?!\p{Nd})|[،、，;؛]/u);
  return pieces.filter((piece) => piece.trim() && !/\p{Nd}/u.test(piece)).length;
}
