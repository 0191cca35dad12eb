import type { Reading } from '../model/reading';
import type { ReadingSource } from '../model/vocabulary';
import { numberTable } from './compact';
import { type Prepared, prepare } from './prepare';
import { exact, rounded } from './readings';
import { type Found, type Scan, scan } from './scan';

/** How a page writes its counts. */
export interface CountStyle {
  /** Interface language (BCP 47). */
  locale: string;
  /** Whether the network cuts abbreviated counts off (346,668 → "346K"), rounds them, or it is not known. */
  display: 'truncates' | 'rounds' | 'either';
  /** Significant digits that an abbreviated count keeps at least: "1K" of two digits stands for 1.0K. 1 when unknown. */
  significant: number;
}

/** A count has at most this many characters, white space aside ("1 mil millones" is long already). */
const LONGEST_COUNT = 64;
/** A text with more white space around its count than this is no count's text. */
const LONGEST_PADDED = 1000;
const LONGEST_PHRASE = 300;
/** More is a misreading (see lib/model/reading.ts, which refuses it too). */
const LARGEST_COUNT = 1e13;

/** Bounds of an abbreviated count: what the network may have started from. */
function abbreviated(found: Found, style: CountStyle, from: ReadingSource, raw: string): Reading | null {
  const value = Number(found.digits) * 10 ** found.exponent;
  const printed = 10 ** found.exponent;
  const kept = value > 0 ? 10 ** Math.max(0, String(value).length - style.significant) : printed;
  const step = Math.max(1, Math.min(printed, kept));
  // A step is a power of ten, so that only the step 1 has no whole half; then nothing was left out.
  const half = step === 1 ? 0 : step / 2;
  const low = Math.max(0, style.display === 'truncates' ? value : value - half);
  const high = style.display === 'rounds' ? value + half : value + step - 1;
  return high > LARGEST_COUNT ? null : rounded(value, low, high, from, raw);
}

function reading(found: Found, style: CountStyle, from: ReadingSource, raw: string): Reading | null {
  if (found.compact) return abbreviated(found, style, from, raw);
  const value = Number(found.digits);
  return value > LARGEST_COUNT ? null : exact(value, from, raw);
}

/** Scans by the page's language, and by English only where that makes no sense of the text (networks leave "225.5K" untranslated). */
function scanned(ready: Prepared, locale: string, cut = false): Scan {
  const own = numberTable(locale);
  const result = scan(ready, own, false, cut);
  return result.unsure === 'foreign' && own.locale !== 'en' ? scan(ready, numberTable('en'), true, cut) : result;
}

/** Reads a text that is one count and nothing else; null when it is anything else. */
export function readCount(text: string | null | undefined, style: CountStyle, from: ReadingSource = 'text'): Reading | null {
  if (!text || text.length > LONGEST_PADDED) return null;
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > LONGEST_COUNT) return null;
  const ready = prepare(trimmed);
  const { found } = scanned(ready, style.locale);
  const [only] = found;
  if (only) return found.length === 1 && only.start === 0 && only.end === ready.text.length ? reading(only, style, from, trimmed) : null;
  const word = numberTable(style.locale).words.get(ready.lower);
  if (word === undefined) return null;
  const exponent = String(word).length - 1;
  return reading({ digits: String(word / 10 ** exponent), exponent, compact: true, start: 0, end: 0, raw: trimmed }, style, from, trimmed);
}

/** Every count in a phrase, in order; none where anything in it looks like a count and cannot be read for certain. Looks at 300 characters. */
export function countsIn(text: string | null | undefined, style: CountStyle, from: ReadingSource = 'text'): Reading[] {
  if (!text) return [];
  const cut = text.length > LONGEST_PHRASE;
  const readings: Reading[] = [];
  for (const found of scanned(prepare(cut ? text.slice(0, LONGEST_PHRASE) : text), style.locale, cut).found) {
    const read = reading(found, style, from, found.raw);
    if (!read) return [];
    readings.push(read);
  }
  return readings;
}

/** Reads the one count in a phrase ("1.5M views", "Like (12,345 likes)"); null when it holds none or several. */
export function countIn(text: string | null | undefined, style: CountStyle, from: ReadingSource = 'text'): Reading | null {
  const readings = countsIn(text, style, from);
  return readings.length === 1 ? (readings[0] ?? null) : null;
}

/** Sharpens a rounded reading by the one exact count in a label that lies within its bounds; returns it unchanged where there is none or more than one. */
export function refine(shown: Reading, label: string | null | undefined, style: CountStyle): Reading {
  const { low, high } = shown;
  if (shown.as !== 'rounded' || low === null || high === null) return shown;
  const within = countsIn(label, style, 'label').filter(
    ({ as, value }) => as === 'exact' && value !== null && low <= value && value <= high,
  );
  const [only] = within;
  return only && within.every(({ value }) => value === only.value) ? only : shown;
}
