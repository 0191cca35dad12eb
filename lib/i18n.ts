import { browser } from 'wxt/browser';
import type messages from '../public/_locales/en/messages.json';

/** Keys of public/_locales/en/messages.json. */
export type MessageKey = keyof typeof messages;
/** Keys that exist as `<key>_one` and `<key>_other`. */
export type PluralKey = { [K in MessageKey]: K extends `${infer P}_other` ? P : never }[MessageKey];

/** The languages that there is a catalogue of messages in. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
/** All messages of a language, as they stand in its file. */
export type Catalogue = Record<string, { message: string }>;

/** Messages of another language than the interface's; only while `inWordsOf` makes something. */
let borrowed: Catalogue | null = null;

/** Makes something in the words, figures and dates of a catalogue's language; at once, for all that speaks meanwhile would speak it too. Null: the interface's own. */
export function inWordsOf<T>(catalogue: Catalogue | null, make: () => T): T {
  const before = borrowed;
  borrowed = catalogue;
  try {
    return make();
  } finally {
    borrowed = before;
  }
}

/** The catalogue of a language; null where it is the interface's own, which the browser speaks by itself. */
export const catalogueOf = async (wanted: Language): Promise<Catalogue | null> =>
  wanted === t('language_code') ? null : (await fetch(browser.runtime.getURL(`/_locales/${wanted}/messages.json` as '/'))).json();

/** A message in the browser's language; `$1`, `$2`… are replaced by `values`. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  const message = borrowed?.[key]?.message;
  if (message !== undefined) return message.replace(/\$(\d)/g, (_, digit: string) => String(values[Number(digit) - 1] ?? ''));
  return browser.i18n.getMessage(key as never, values.map(String)) || key;
}

/** A message that depends on a number: `$1` is the number as written here, `$2`… are `values`. */
export function plural(key: PluralKey, n: number, ...values: (string | number)[]): string {
  const form = cached('plural', () => new Intl.PluralRules(language())).select(n) === 'one' ? 'one' : 'other';
  return t(`${key}_${form}` as MessageKey, formatCount(n), ...values);
}

/**
 * The language that figures and dates are written in. It is the interface's own region ("fr-CA") where we speak that language,
 * and otherwise the language that the messages fall back to: "1.234" in an English sentence would be misread.
 */
export function language(): string {
  const spoken = t('language_code');
  const wanted = browser.i18n.getUILanguage();
  return wanted.split(/[-_]/)[0] === spoken ? wanted.replace('_', '-') : spoken;
}

const cache = new Map<string, unknown>();
function cached<T>(name: string, make: () => T): T {
  const key = `${language()} ${name}`;
  if (!cache.has(key)) cache.set(key, make());
  return cache.get(key) as T;
}

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return cached(JSON.stringify(options), () => new Intl.NumberFormat(language(), options));
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached(JSON.stringify(options), () => new Intl.DateTimeFormat(language(), options));
}

/** Both ends, the unit said once; one number where they read alike (Intl would write "~1.00%"). */
function range(format: Intl.NumberFormat, low: number, high: number): string {
  const from = format.format(low);
  return narrow(from === format.format(high) ? from : format.formatRange(low, high));
}

/** CLDR writes French percentages with a wide no-break space; beside the other signs of the interface it looks like a gap. */
const narrow = (text: string) => text.replace(/\u00a0/g, '\u202f');

/** Every digit: "12,345" or « 12 345 ». */
export function formatCount(value: number): string {
  return numberFormat({ maximumFractionDigits: 0 }).format(value);
}

/** Three digits and a unit: "12.3K" or « 12,3 k ». For what the network itself abbreviated, and for axes. */
export function formatCompact(value: number): string {
  return narrow(numberFormat({ notation: 'compact', maximumSignificantDigits: 3 }).format(value));
}

/** "737,950–740,249": bounds of a count, every digit, since rounding them could leave the true count outside. */
export function formatCountRange(low: number, high: number): string {
  return range(numberFormat({ maximumFractionDigits: 0 }), low, high);
}

const decimals = (digits: number) => numberFormat({ minimumFractionDigits: digits, maximumFractionDigits: digits });
const rateDigits = (value: number) => (value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** A rate such as posts per week: as many decimals as it takes to tell two brands apart, and no more. */
export function formatRate(value: number): string {
  return decimals(rateDigits(value)).format(value);
}

/** A p-value: "0.021", and never a zero that it cannot be: "<0.001". */
export function formatP(p: number): string {
  const shown = decimals(3).format(Math.max(p, 0.001));
  return p < 0.001 ? `<${shown}` : shown;
}

/** "1.20–3.40". */
export function formatRateRange(low: number, high: number): string {
  return range(decimals(rateDigits(high)), low, high);
}

const percents = (size: number) => {
  const digits = size >= 0.1 ? 1 : size >= 0.001 || size === 0 ? 2 : 3;
  return numberFormat({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
};

/** A fraction as a percentage: 0.0029 → "0.29%" or « 0,29 % ». */
export function formatPercent(fraction: number): string {
  return narrow(percents(Math.abs(fraction)).format(fraction));
}

/** A fraction on an axis whose marks are `step` apart: as many decimals as the step has, on every mark. */
export function formatPercentTick(fraction: number, step: number): string {
  const digits = [0, 1, 2, 3, 4].find((candidate) => Math.abs(step * 100 - Number((step * 100).toFixed(candidate))) < step / 1000) ?? 4;
  return narrow(numberFormat({ style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }).format(fraction));
}

/** "0.20% – 0.42%" or « 0,20–0,42 % ». */
export function formatPercentRange(low: number, high: number): string {
  return range(percents(high), low, high);
}

/** A share of a whole, without decimals: "42%". */
export function formatShare(fraction: number): string {
  return narrow(numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(fraction));
}

/** A percentile from 1 to 99, a fraction given: none is the best or the worst of all that there may be. */
export function formatPercentile(fraction: number): string {
  return formatCount(Math.min(99, Math.max(1, Math.round(100 * fraction))));
}

/** A chance, which is never written as certain: "83%", ">99%". */
export function formatChance(chance: number): string {
  return chance > 0.99 ? `>${formatShare(0.99)}` : formatShare(chance);
}

const BYTES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "12.3 MB" or « 12,3 Mo ». */
export function formatBytes(bytes: number): string {
  const step = Math.min(BYTES.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const options = { style: 'unit', unit: BYTES[step] ?? 'byte', unitDisplay: 'short', maximumSignificantDigits: 3 } as const;
  return narrow(numberFormat(options).format(bytes / 1000 ** step));
}

/** "24 min", "19 hr" or "6 days": a length of time given in hours, in the unit that reads best. */
export function formatHours(hours: number): string {
  const [unit, value] = hours < 1 ? ['minute', hours * 60] : hours < 48 ? ['hour', hours] : ['day', hours / 24];
  return narrow(numberFormat({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value));
}

/** "14 Oct 2026". */
export function formatDay(time: number): string {
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(time);
}

/** "14 Oct", for axes. */
export function formatDayShort(time: number): string {
  return dateFormat({ day: 'numeric', month: 'short' }).format(time);
}

/** "Tuesday"; 0 is Monday. */
export function formatWeekday(weekday: number): string {
  // 5 January 1970 was a Monday.
  return cached('weekday', () => new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' })).format(
    (4 + weekday) * 86_400_000,
  );
}

/** "14 Oct 2026, 15:04". */
export function formatMoment(time: number): string {
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(time);
}

/** "14 Oct – 18 Nov 2026": the shared parts are said once. */
export function formatDays(from: number, to: number): string {
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).formatRange(Math.min(from, to), Math.max(from, to));
}

const AGES: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 days ago", "2 hr. ago", "now". */
export function formatAgo(time: number, now: number): string {
  const format = cached('ago', () => new Intl.RelativeTimeFormat(language(), { numeric: 'auto', style: 'short' }));
  for (const [unit, size] of AGES) {
    if (now - time >= size) return format.format(-Math.floor((now - time) / size), unit);
  }
  return format.format(0, 'second');
}

/** "France" for FR; the code where the browser has no name for it. */
export function formatCountry(code: string): string {
  return cached('country', () => new Intl.DisplayNames(language(), { type: 'region' })).of(code) ?? code;
}

/** "likes, views and shares". */
export function formatList(words: string[]): string {
  return cached('list', () => new Intl.ListFormat(language(), { type: 'conjunction' })).format(words);
}

/** "X, YouTube or Bluesky". */
export function formatChoice(words: string[]): string {
  return cached('choice', () => new Intl.ListFormat(language(), { type: 'disjunction' })).format(words);
}
