import type { Moment } from '../model/capture';
import type { MomentSource } from '../model/vocabulary';
import { knownLocale, pluralNumbers } from './compact';
import { asciiDigits, isWord, sameWord, tidy } from './prepare';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The last and the first place on Earth to see a date: UTC−12 and UTC+14. */
const WEST = 12 * HOUR;
const EAST = 14 * HOUR;
const LONGEST_DATE = 40;
const LONGEST_PHRASE = 200;
/** ISO 8601 as pages write it: a date, and mostly a time with its zone. */
const ISO = /^(\d{4}-\d\d-(\d\d))(?:[T ](\d\d:\d\d)(:\d\d(?:[.,]\d{1,9})?)?\s?(Z|[+-](?:0\d|1[0-4]):?\d\d)?)?$/i;

const moment = (low: number, high: number, from: MomentSource): Moment | null =>
  low < 0 ? null : { value: Math.round((low + high) / 2), low, high, from };

/** A moment from an ISO 8601 text (`<time datetime>`, JSON); a date without a time is the interval of that day (UTC ± the zone's doubt). Null when it is no date. */
export function isoMoment(text: string | null | undefined, from: MomentSource = 'attribute'): Moment | null {
  const [, date = '', day, time, seconds = '', zone] = (text && text.length <= LONGEST_DATE && ISO.exec(text.trim())) || [];
  // Chromium takes 30 February; what comes back then is another day.
  if (new Date(date).getUTCDate() !== Number(day)) return null;
  const first = Date.parse(`${date}T${time ?? '00:00'}${seconds.replace(',', '.')}${zone?.toUpperCase() ?? 'Z'}`);
  if (Number.isNaN(first)) return null;
  const last = first + (!time ? DAY - 1 : seconds ? 0 : MINUTE - 1);
  return zone ? moment(first, last, from) : moment(first - EAST, last + WEST, from);
}

/** Shortest and longest length of each unit. */
const UNITS = {
  second: [SECOND, SECOND],
  minute: [MINUTE, MINUTE],
  hour: [HOUR, HOUR],
  day: [DAY, DAY],
  week: [7 * DAY, 7 * DAY],
  month: [28 * DAY, 31 * DAY],
  year: [365 * DAY, 366 * DAY],
} as const;
type Unit = keyof typeof UNITS;

/** Age in a unit; a phrase with a number has it from there. */
interface Age {
  unit: Unit;
  from: number;
  to: number;
}
/** Ages by how a language writes them, with # for the number ("#days ago"). Null for the future, and where two units are written alike. */
type Phrases = Map<string, Age | null>;

const STYLES = ['long', 'short', 'narrow'] as const;
type Style = (typeof STYLES)[number];
const clean = (text: string) => asciiDigits(tidy(text)).toLowerCase();
/** Pages leave out the spaces around the number, or put some there. */
const mask = (left: string, right: string) => `${left.trimEnd()}#${right.trimStart()}`;

function build(locale: string, style: Style): Phrases {
  const phrases: Phrases = new Map();
  const add = (text: string, age: Age | null) => {
    const [left = '', right] = clean(text).split(/\d+/);
    const key = right === undefined ? left : mask(left, right);
    const known = phrases.get(key);
    if (known === undefined) phrases.set(key, age);
    else if (known?.unit !== age?.unit) phrases.set(key, null);
  };
  const always = new Intl.RelativeTimeFormat(locale, { style });
  const auto = new Intl.RelativeTimeFormat(locale, { style, numeric: 'auto' });
  for (const unit of Object.keys(UNITS) as Unit[]) {
    for (const n of pluralNumbers(locale)) {
      add(always.format(-n, unit), { unit, from: n, to: n + 1 });
      add(always.format(n, unit), null);
    }
    for (const n of [0, 1, 2]) {
      const word = auto.format(-n, unit);
      // A calendar word: "yesterday" may be two minutes ago, just after midnight, or almost two days. "now" and "this year" say something else
      // inside a longer text, so that they must be the whole.
      if (!/\p{Nd}/u.test(word)) add(n > 0 || unit === 'day' ? word : `^${word}$`, { unit, from: Math.max(0, n - 1), to: n + 1 });
    }
  }
  return phrases;
}

const tables = new Map<string, Phrases>();

function phrasesOf(locale: string, style: Style): Phrases {
  const key = `${locale} ${style}`;
  const phrases = tables.get(key) ?? build(locale, style);
  tables.set(key, phrases);
  return phrases;
}

/** The longest phrase in a text; undefined where there is none. `free`: the number isn't part of something else. */
function find(text: string, phrases: Phrases, free: boolean): Age | null | undefined {
  let longest = 0;
  let found: Age | null | undefined;
  for (const [key, age] of phrases) {
    const start = key.length > longest ? text.indexOf(key) : -1;
    if (start < 0 || (key.startsWith('#') ? !free : sameWord(text[start - 1], key[0])) || sameWord(key.at(-1), text[start + key.length]))
      continue;
    longest = key.length;
    found = age;
  }
  return found;
}

/** The one age in a text; null where it holds several or the future, undefined where it holds nothing that the language says so. */
function ageIn(text: string, phrases: Phrases): Age | null | undefined {
  let only: Age | null | undefined;
  for (const { index, 0: digits } of text.matchAll(/\d+/g)) {
    const left = text.slice(0, index);
    const age =
      digits.length > 4
        ? undefined
        : find(mask(left, text.slice(index + digits.length)), phrases, !/[-−+#@.,]$/.test(left) && !isWord(left.at(-1)));
    if (age === undefined) continue;
    // Networks floor the age: "2 weeks ago" is anything up to three weeks.
    const n = Number(digits);
    if (only) return null;
    only = age && { ...age, from: n, to: n + 1 };
  }
  return only === undefined ? find(`^${text}$`, phrases, false) : only;
}

/** A moment from a relative text in any language ("il y a 2 semaines", "2y ago", "2年前"): an interval before `now`. Null when it is none. */
export function relativeMoment(text: string | null | undefined, locale: string, now: number): Moment | null {
  if (!text || text.length > LONGEST_PHRASE) return null;
  const phrase = clean(text);
  for (const language of new Set([knownLocale(locale), 'en'])) {
    for (const style of STYLES) {
      const age = ageIn(phrase, phrasesOf(language, style));
      if (age) {
        const [shortest, longest] = UNITS[age.unit];
        return moment(now - age.to * longest, now - age.from * shortest, 'relative');
      }
      if (age === null) return null;
    }
  }
  return null;
}
