import type { Reading } from '../model/reading';
import type { ReadingSource } from '../model/vocabulary';

const LONGEST_RAW = 120;
const trim = (raw: string) => (/[^\S ]| {2}|^ | $/.test(raw) ? raw.replace(/\s+/gu, ' ').trim() : raw).slice(0, LONGEST_RAW);
const nothing = { value: null, low: null, high: null } as const;
/** Changes the reading, which the functions below have just made. */
const withRaw = (reading: Reading, raw?: string): Reading => {
  if (raw) reading.raw = trim(raw);
  return reading;
};

/** A count whose every digit was shown. `raw` is the text that it was read from. */
export function exact(value: number, from: ReadingSource, raw?: string): Reading {
  // By far the most of all readings: written in one go, since adding to one takes as long as making it.
  return raw
    ? { value, low: value, high: value, as: 'exact', from, raw: trim(raw) }
    : { value, low: value, high: value, as: 'exact', from };
}

/** A count that the network abbreviated: it lies between `low` and `high`, both included. */
export function rounded(value: number, low: number, high: number, from: ReadingSource, raw?: string): Reading {
  return withRaw({ value, low, high, as: 'rounded', from }, raw);
}

/** A count that the network conceals on purpose. */
export const hidden = (from: ReadingSource = 'text', raw?: string): Reading => withRaw({ ...nothing, as: 'hidden', from }, raw);

/** A count that this page does not print at all. */
export const absent = (from: ReadingSource = 'text'): Reading => ({ ...nothing, as: 'absent', from });

/** A count that should have been read and was not; `raw` keeps the text that made no sense. */
export const unread = (from: ReadingSource = 'text', raw?: string): Reading => withRaw({ ...nothing, as: 'unread', from }, raw);

/** Two readings of one count, either of which may be missing: the sharper where both can be true, unread where they cannot. */
export function agreed(a: Reading | null, b: Reading | null): Reading | null {
  if (!a || !b || a.value === null || b.value === null) return a ?? b;
  if (Number(a.low) > Number(b.high) || Number(b.low) > Number(a.high)) return unread(a.from, a.raw);
  return a.as === 'exact' ? a : b;
}
