import type { Reading } from '../model/reading';
import { READING_KINDS, READING_SOURCES, type ReadingKind, type ReadingSource } from '../model/vocabulary';

const SOURCES = READING_SOURCES.length;
// By name: a capture of fifty posts asks some hundred times.
const KIND_CODES = Object.fromEntries(READING_KINDS.map((kind, index) => [kind, 1 + index * SOURCES])) as Record<ReadingKind, number>;
const SOURCE_CODES = Object.fromEntries(READING_SOURCES.map((source, index) => [source, index])) as Record<ReadingSource, number>;

/** Kind and source of a reading as one small number, never 0. */
export const codeOf = ({ as, from }: Pick<Reading, 'as' | 'from'>): number => KIND_CODES[as] + SOURCE_CODES[from];

/** The reading of a code and a count (null where there is none); a rounded one still lacks its bounds. */
export function readingOf(code: number, value: number | null): Reading {
  const as = READING_KINDS[Math.floor((code - 1) / SOURCES)] ?? 'unread';
  const from = READING_SOURCES[(code - 1) % SOURCES] ?? 'text';
  return { value, low: value, high: value, as, from };
}

/** A reading in few characters of JSON, without its raw text: the code alone, with a count, or with a count and its bounds. */
export type ShortReading = number | [code: number, value: number] | [code: number, value: number, low: number, high: number];

export function shortened(reading: Reading): ShortReading {
  const code = codeOf(reading);
  const { value, low, high } = reading;
  if (value === null || low === null || high === null) return code;
  return low === value && high === value ? [code, value] : [code, value, low, high];
}

/** The reading again; what version 3 of the database wrote in full stays as it is. */
export function lengthened(short: ShortReading | Reading): Reading {
  if (typeof short === 'number') return readingOf(short, null);
  if (!Array.isArray(short)) return short;
  const [code, value, low = value, high = value] = short;
  return { ...readingOf(code, value), low, high };
}
