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

/** A moment between two others; null before 1970. */
export const moment = (low: number, high: number, from: MomentSource): Moment | null =>
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

/** Shortest length of each unit, and how much longer it may be. */
export const UNITS = {
  second: [SECOND, 0],
  minute: [MINUTE, 0],
  hour: [HOUR, 0],
  day: [DAY, 0],
  week: [7 * DAY, 0],
  month: [28 * DAY, 3 * DAY],
  year: [365 * DAY, DAY],
} as const;
type Unit = keyof typeof UNITS;

/** Age in a unit; a phrase with a number has it from there. */
interface Age {
  unit: Unit;
  from: number;
  to: number;
}
/** Ages by how a language writes them ("⏎days ago"). Null for the future, and where two units are written alike. */
type Phrases = Map<string, Age | null>;

/** Stand for a number, and for the ends of a text: no text has them once it is tidy. */
const NUMBER = '\n';
const END = '\t';
const tables = new Map<string, Phrases>();
/** Text as phrases are compared. */
export const clean = (text: string) => asciiDigits(tidy(text)).toLowerCase();
/** Pages leave out the spaces around the number, or put some there. */
const mask = (left: string, right: string) => left.trimEnd() + NUMBER + right.trimStart();

function phrasesOf(locale: string, style: 'long' | 'short' | 'narrow'): Phrases {
  const name = locale + style;
  let phrases = tables.get(name);
  if (phrases) return phrases;
  phrases = new Map();
  tables.set(name, phrases);
  const always = new Intl.RelativeTimeFormat(locale, { style });
  const auto = new Intl.RelativeTimeFormat(locale, { style, numeric: 'auto' });
  const add = (text: string, age: Age | null) => {
    const [left = '', right] = text.split(/\d+/);
    const key = right === undefined ? left : mask(left, right);
    const known = phrases.get(key);
    phrases.set(key, known === undefined ? age : known?.unit === age?.unit ? known : null);
  };
  for (const unit of Object.keys(UNITS) as Unit[]) {
    for (const n of pluralNumbers(locale)) {
      add(clean(always.format(-n, unit)), { unit, from: n, to: n + 1 });
      add(clean(always.format(n, unit)), null);
    }
    for (const n of [0, 1, 2]) {
      const word = clean(auto.format(-n, unit));
      // A calendar word: "yesterday" may be two minutes ago, just after midnight, or almost two days. "now" and "this year" say something else
      // inside a longer text, so that they must be the whole.
      if (!/\d/.test(word)) add(n > 0 || unit === 'day' ? word : END + word + END, { unit, from: n && n - 1, to: n + 1 });
    }
  }
  return phrases;
}

/** The longest phrase in a text; undefined where there is none. `free`: its number isn't part of something else; left out where it has none. */
function find(text: string, phrases: Phrases, free?: boolean): Age | null | undefined {
  let best = '';
  for (const key of phrases.keys()) {
    const start = text.indexOf(key);
    if (start < 0 || key.length <= best.length || key.includes(NUMBER) === (free === undefined)) continue;
    if (key.startsWith(NUMBER) ? !free : sameWord(text[start - 1], key[0])) continue;
    if (!sameWord(key.at(-1), text[start + key.length])) best = key;
  }
  return phrases.get(best);
}

/** The one age in a text; null where it holds several or the future, undefined where it holds nothing that the language says so. */
function ageIn(text: string, phrases: Phrases): Age | null | undefined {
  let only: Age | null | undefined;
  for (const { index, 0: digits } of text.matchAll(/(?<!\d)\d{1,4}(?!\d)/g)) {
    const left = text.slice(0, index);
    const free = !isWord(left.at(-1)) && !/[-−+#@.,]$/.test(left);
    const age = find(mask(left, text.slice(index + digits.length)), phrases, free);
    if (age === undefined) continue;
    if (only) return null;
    // Networks floor the age: "2 weeks ago" is anything up to three weeks.
    only = age && { ...age, from: Number(digits), to: Number(digits) + 1 };
  }
  return only === undefined ? find(END + text + END, phrases) : only;
}

/** A moment from a relative text in any language ("il y a 2 semaines", "2y ago", "2年前"): an interval before `now`. Null when it is none. */
export function relativeMoment(text: string | null | undefined, locale: string, now: number): Moment | null {
  if (!text || text.length > LONGEST_PHRASE) return null;
  const phrase = clean(text);
  for (const language of new Set([knownLocale(locale), 'en'])) {
    // The long style first: most pages use it, and the others need not be built then.
    for (const style of ['long', 'short', 'narrow'] as const) {
      const age = ageIn(phrase, phrasesOf(language, style));
      if (age === undefined) continue;
      if (!age) return null;
      const [shortest, more] = UNITS[age.unit];
      return moment(now - age.to * (shortest + more), now - age.from * shortest, 'relative');
    }
  }
  return null;
}
