import type { Reading } from '../../model/reading';
import { exact } from '../../reading/readings';

/** One place in the group's label: what else is known of its number. */
export interface Slot {
  /** Null when nothing is known. */
  said: Reading | null;
  /** It can't be zero. */
  some?: boolean;
}

/** Numbers on a page grow while it is looked at, and the visible one may lag behind the label; twice as much is another number. */
const LAG = 2;
const STILL = 10;
const DIGIT = /\p{Nd}/u;

/**
 * Tells which number of a label belongs to which place. The label lists its places in a fixed order and leaves zeros out
 * ("1 reply, 4 likes, 809 views"), so a number may stand for several places: all ways that agree with what is known are tried, and a place is
 * read only if they all give it the same number. Needs two known places, else a new metric in the label could shift them.
 */
export function align(label: string, numbers: Reading[], slots: Slot[], states: number): (Reading | null)[] {
  const nothing = slots.map(() => null);
  const known = slots.filter((slot) => slot.said?.as === 'exact').length;
  if (numbers.length === 0 || numbers.length > slots.length || known < 2 || numbers.some((number) => number.as !== 'exact')) return nothing;
  // Some languages write one and two as words alone; "Liked" is a piece without a number too, and the button tells that it is there.
  const wordy = wordless(label) > states;
  const ways = assignments(numbers, slots, wordy);
  return slots.map((_, place) => {
    const values = new Set(ways.map((way) => way[place]));
    const [value] = values;
    if (values.size !== 1 || value === undefined || (value === 0 && wordy)) return null;
    return exact(value, 'label', label);
  });
}

/** Whether a visible count may be an earlier or a later state of the number in a label. */
export function near(said: Reading, seen: Reading): boolean {
  if (said.value === null || seen.low === null || seen.high === null) return false;
  return said.value >= seen.low / LAG - STILL && said.value <= seen.high * LAG + STILL;
}

/** Every way to give the numbers, in order, to the places; zero stands for a place that the label leaves out. */
function assignments(numbers: Reading[], slots: Slot[], wordy: boolean): number[][] {
  const ways: number[][] = [];
  for (let mask = 0; mask < 1 << slots.length; mask += 1) {
    let next = 0;
    const way = slots.map((_, place) => (mask & (1 << place) ? (numbers[next++]?.value ?? -1) : 0));
    if (next === numbers.length && slots.every((slot, place) => fits(slot, way[place] ?? -1, wordy))) ways.push(way);
  }
  return ways;
}

function fits({ said, some }: Slot, value: number, wordy: boolean): boolean {
  if (value < 0 || (some && value === 0)) return false;
  if (!said || said.as === 'unread') return true;
  if (said.value === null || said.low === null || said.high === null) return value === 0;
  if (value === 0) return said.value === 0 || (wordy && said.value <= 2);
  return said.as === 'exact' && said.from === 'label' ? value === said.value : value >= said.low / LAG && value <= said.high * LAG;
}

/** Pieces of a listing label that hold no digit. */
function wordless(label: string): number {
  const pieces = label.replace(/(\p{Nd})[,٬](?=\p{Nd})/gu, '$1').split(/[,،、，;؛]/u);
  return pieces.filter((piece) => piece.trim() && !DIGIT.test(piece)).length;
}
