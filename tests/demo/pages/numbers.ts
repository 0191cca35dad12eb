import type { Language } from './data';

const format = (language: Language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options);
/** `roundingMode` is not in TypeScript's library of every version. */
const cut = { notation: 'compact', roundingMode: 'trunc' } as Intl.NumberFormatOptions;

/** X and YouTube: cut off, two digits at least: 346,668 → "346K", 6,522 → "6.5K", 1,059 → "1K". */
export const abbreviated = (n: number, language: Language): string => format(language, cut).format(n);

/** YouTube's labels, with the unit in words: 2,112,000 → "2.1 million". */
export const abbreviatedInWords = (n: number, language: Language): string => format(language, { ...cut, compactDisplay: 'long' }).format(n);

/** YouTube's subscribers: three digits, cut off: 9,847 → "9.84K". */
export const threeDigits = (n: number, language: Language, compactDisplay: 'short' | 'long' = 'short'): string =>
  format(language, { ...cut, compactDisplay, maximumSignificantDigits: 3 }).format(n);

/** Bluesky's counts under posts: no decimals from 10,000 on, so that 1,999,999 is "1M". */
export const bareFromTenThousand = (n: number, language: Language): string =>
  format(language, { ...cut, maximumFractionDigits: n >= 10_000 ? 0 : 1 }).format(n);

/** Bluesky's followers: one decimal, cut off. */
export const oneDecimal = (n: number, language: Language): string => format(language, { ...cut, maximumFractionDigits: 1 }).format(n);

/** Every digit, grouped as the language does. */
export const plain = (n: number, language: Language): string => format(language, {}).format(n);

/** The word that goes with a number in this language. */
export function plural(n: number, language: Language, one: string, other: string): string {
  return new Intl.PluralRules(language).select(n) === 'one' ? one : other;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
/** From which age on a unit is used: YouTube counts days up to thirteen and weeks up to four. */
const UNITS: [Unit, from: number, size: number][] = [
  ['year', 365 * DAY, 365 * DAY],
  ['month', 31 * DAY, 30.4 * DAY],
  ['week', 14 * DAY, 7 * DAY],
  ['day', DAY, DAY],
  ['hour', HOUR, HOUR],
  ['minute', 0, MINUTE],
];

/** "3 weeks ago", cut off as the networks do. */
export function ago(age: number, language: Language, style: 'long' | 'narrow'): string {
  const [unit, , size] = UNITS.find(([, from]) => age >= from) ?? (['minute', 0, MINUTE] as const);
  const n = Math.max(1, Math.floor(age / size));
  // French has no narrow form that is words ("-2 sem."): YouTube writes the short one there.
  const written = style === 'narrow' && language === 'fr' ? 'short' : style;
  return new Intl.RelativeTimeFormat(language, { style: written, numeric: 'always' }).format(-n, unit);
}

/** An age below a month as X and Bluesky write it: "26m", "5h", "12d"; "26 min", "5 h", "12 j". */
export function letters(age: number, language: Language): string {
  const [unit, size] = age < HOUR ? (['minute', MINUTE] as const) : age < DAY ? (['hour', HOUR] as const) : (['day', DAY] as const);
  const unitDisplay = language === 'fr' ? 'short' : 'narrow';
  return format(language, { style: 'unit', unit, unitDisplay }).format(Math.max(1, Math.floor(age / size)));
}

/** A date as X (`short`, with the year where it is not the current one) or Bluesky (`full`) write it. */
export function date(at: number, language: Language, style: 'short' | 'full', now = at): string {
  const year = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear() ? undefined : 'numeric';
  const options: Intl.DateTimeFormatOptions =
    style === 'full'
      ? { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', year, timeZone: 'UTC' };
  return new Intl.DateTimeFormat(language, options).format(at);
}
