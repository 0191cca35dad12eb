import type { Reading } from '../model/reading';
import type { ReadingSource } from '../model/vocabulary';
import { numberTable } from './compact';
import { type Prepared, prepare } from './prepare';
import { exact, rounded } from './readings';
import { FOREIGN, type Found, scan } from './scan';

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
const PLAIN = /^(?:0|[1-9]\d{0,11})$/;
/** Numbers this near to a cut may be halves. */
const MARGIN = 8;
/** More is a misreading (see lib/model/reading.ts, which refuses it too). */
const LARGEST_COUNT = 1e13;

/** A count as found, with the bounds of what the network may have started from. */
function reading({ digits, exponent, compact, raw }: Found, style: CountStyle, from: ReadingSource): Reading | null {
  const printed = 10 ** exponent;
  const value = Number(digits) * printed;
  if (!compact) return value > LARGEST_COUNT ? null : exact(value, from, raw);
  const kept = value > 0 ? 10 ** Math.max(0, String(value).length - style.significant) : printed;
  const step = Math.min(printed, kept);
  // A step is a power of ten, so that only the step 1 has no whole half; then nothing was left out.
  const half = Math.floor(step / 2);
  const low = style.display === 'truncates' ? value : Math.max(0, value - half);
  const high = value + (style.display === 'rounds' ? half : step - 1);
  return high > LARGEST_COUNT ? null : rounded(value, low, high, from, raw);
}

/** Scans by the page's language, and by English only where that makes no sense of the text (networks leave "225.5K" untranslated). */
function scanned(ready: Prepared, locale: string, limit = Number.POSITIVE_INFINITY): Found[] {
  let found = scan(ready, numberTable(locale), false, limit);
  if (found === FOREIGN) found = scan(ready, numberTable('en'), true, limit);
  return typeof found === 'object' ? found : [];
}

/** Reads a text that is one count and nothing else; null when it is anything else. */
export function readCount(text: string | null | undefined, style: CountStyle, from: ReadingSource = 'text'): Reading | null {
  if (!text || text.length > LONGEST_PADDED) return null;
  const raw = text.trim();
  if (raw.length > LONGEST_COUNT) return null;
  // No language reads plain digits in another way.
  if (PLAIN.test(raw)) return exact(Number(raw), from, raw);
  const ready = prepare(raw);
  const [only, second] = scanned(ready, style.locale);
  if (only) return !second && only.end - only.start === ready.text.length ? reading({ ...only, raw }, style, from) : null;
  const exponent = numberTable(style.locale).affixes.get(`=${ready.text.toLowerCase()}`);
  return exponent ? reading({ digits: '1', exponent, compact: true, start: 0, end: 0, raw }, style, from) : null;
}

/** Every count in a phrase, in order; none where anything in it looks like a count and cannot be read for certain. Looks at 300 characters. */
export function countsIn(text: string | null | undefined, style: CountStyle, from: ReadingSource = 'text'): Reading[] {
  if (!text) return [];
  const limit = text.length > LONGEST_PHRASE ? LONGEST_PHRASE - MARGIN : undefined;
  const readings = scanned(prepare(text.slice(0, LONGEST_PHRASE)), style.locale, limit).map((found) => reading(found, style, from));
  return readings.every((read) => read !== null) ? readings : [];
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
