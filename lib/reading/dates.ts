import type { Moment } from '../model/capture';
import type { MomentSource } from '../model/vocabulary';
import { isDigit, sameWord } from './characters';
import { knownLocale } from './compact';
import { asciiDigits, tidy } from './prepare';

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
const ISO = /^(\d{4}-\d\d-(\d\d))(?:[T ](\d\d:\d\d)(:\d\d(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;

const moment = (low: number, high: number, from: MomentSource): Moment | null =>
  high < 0 ? null : { value: Math.max(0, Math.round((low + high) / 2)), low: Math.max(0, low), high, from };

/** A moment from an ISO 8601 text (`<time datetime>`, JSON); a date without a time is the interval of that day (UTC ± the zone's doubt). Null when it is no date. */
export function isoMoment(text: string | null | undefined, from: MomentSource = 'attribute'): Moment | null {
  const parts = text && text.length <= LONGEST_DATE ? ISO.exec(text.trim()) : null;
  if (!parts) return null;
  const [, date, day, time, seconds = '', zone] = parts;
  const local = Date.parse(`${date}T${time ?? '00:00'}${seconds.replace(',', '.')}Z`);
  // Chromium takes 30 February and 24:00; what comes back then is another day.
  if (Number.isNaN(local) || new Date(local).getUTCDate() !== Number(day)) return null;
  const last = time === undefined ? DAY - 1 : seconds ? 0 : MINUTE - 1;
  if (zone === undefined) return moment(local - EAST, local + WEST + last, from);
  const [, hours = 0, minutes = 0] = zone.match(/(\d\d):?(\d\d)/) ?? [];
  const offset = (Number(hours) * HOUR + Number(minutes) * MINUTE) * (zone.startsWith('-') ? -1 : 1);
  return Math.abs(offset) > EAST ? null : moment(local - offset, local - offset + last, from);
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

/** How a language says when: what stands around the number, and whole words ("yesterday"). Null in `unit` marks two units written alike. */
interface Phrase {
  before: string;
  after: string;
  unit: Unit | null;
}
interface Word {
  text: string;
  /** Age in units between these two. */
  from: number;
  to: number;
  unit: Unit | null;
  /** Words like "now" and "this year" say something else inside a longer text. */
  alone: boolean;
}
interface Table {
  past: Phrase[];
  future: Phrase[];
  words: Word[];
}

/** Numbers that reach every plural form. */
const NUMBERS = [1, 2, 3, 5, 7, 11, 21, 100];
const clean = (text: string) => tidy(text).toLowerCase();

function phraseOf(parts: Intl.RelativeTimeFormatPart[], unit: Unit): Phrase | string {
  const sides = ['', ''];
  let side = 0;
  for (const { type, value } of parts) {
    if (type === 'literal') sides[side] += value;
    else side = 1;
  }
  const [before = '', after = ''] = sides;
  return side === 1 ? { before: clean(before), after: clean(after), unit } : clean(before);
}

function build(locale: string): Table {
  const phrases = { past: new Map<string, Phrase>(), future: new Map<string, Phrase>() };
  const words = new Map<string, Word>();
  const addWord = (text: string, from: number, to: number, unit: Unit, alone: boolean) => {
    const known = words.get(text);
    if (!known) words.set(text, { text, from, to, unit, alone });
    else if (known.unit !== unit) known.unit = null;
  };
  for (const style of ['long', 'short', 'narrow'] as const) {
    const always = new Intl.RelativeTimeFormat(locale, { style, numeric: 'always' });
    const auto = new Intl.RelativeTimeFormat(locale, { style, numeric: 'auto' });
    for (const unit of Object.keys(UNITS) as Unit[]) {
      for (const [tense, sign] of [
        ['past', -1],
        ['future', 1],
      ] as const) {
        for (const n of NUMBERS) {
          const phrase = phraseOf(always.formatToParts(sign * n, unit), unit);
          if (typeof phrase === 'string') {
            if (sign < 0) addWord(phrase, n, n + 1, unit, false);
            continue;
          }
          const key = `${phrase.before}\n${phrase.after}`;
          const known = phrases[tense].get(key);
          if (!known) phrases[tense].set(key, phrase);
          else if (known.unit !== unit) known.unit = null;
        }
      }
      for (const n of [0, 1, 2]) {
        const word = phraseOf(auto.formatToParts(-n, unit), unit);
        // A calendar word: "yesterday" may be two minutes ago, just after midnight, or almost two days.
        if (typeof word === 'string') addWord(word, Math.max(0, n - 1), n + 1, unit, n === 0 && unit !== 'day');
      }
    }
  }
  return { past: [...phrases.past.values()], future: [...phrases.future.values()], words: [...words.values()] };
}

const tables = new Map<string, Table>();

function tableOf(locale: string): Table {
  const table = tables.get(locale) ?? build(locale);
  tables.set(locale, table);
  return table;
}

/** Whether nothing may begin or end between two neighbours: one word, or a sign before a number. */
const joined = (left: string | undefined, right: string | undefined) =>
  sameWord(left, right) || (left !== undefined && /[-−+#@.,]/.test(left) && isDigit(right));

/** Length of the phrase around the number between `start` and `end`; 0 where it isn't there. */
function fits(text: string, start: number, end: number, { before, after }: Phrase): number {
  const left = text[start - 1] === ' ' ? start - 1 : start;
  const right = text[end] === ' ' ? end + 1 : end;
  if (before && !text.endsWith(before, left)) return 0;
  if (after && !text.startsWith(after, right)) return 0;
  const first = before ? left - before.length : start;
  const last = after ? right + after.length : end;
  return joined(text[first - 1], text[first]) || joined(text[last - 1], text[last]) ? 0 : before.length + after.length;
}

const longest = (text: string, start: number, end: number, phrases: Phrase[]) =>
  phrases.reduce<{ length: number; unit: Unit | null }>(
    (best, phrase) => {
      const length = fits(text, start, end, phrase);
      return length > best.length ? { length, unit: phrase.unit } : best;
    },
    { length: 0, unit: null },
  );

function ago(from: number, to: number, unit: Unit | null, now: number): Moment | null {
  if (!unit) return null;
  const [shortest, longest] = UNITS[unit];
  return moment(now - to * longest, now - from * shortest, 'relative');
}

function inLanguage(text: string, locale: string, now: number): Moment | null {
  const { past, future, words } = tableOf(locale);
  const numbers = [...text.matchAll(/\d+/g)];
  const moments: Moment[] = [];
  for (const number of numbers) {
    const end = number.index + number[0].length;
    if (number[0].length > 4) continue;
    const before = longest(text, number.index, end, past);
    if (before.length === 0 || longest(text, number.index, end, future).length >= before.length) continue;
    // Networks floor the age: "2 weeks ago" is anything up to three weeks.
    const found = ago(Number(number[0]), Number(number[0]) + 1, before.unit, now);
    if (!found) return null;
    moments.push(found);
  }
  if (moments.length > 0) return moments.length === 1 ? (moments[0] ?? null) : null;
  let best: Word | null = null;
  for (const word of words) {
    const start = text === word.text ? 0 : word.alone ? -1 : text.indexOf(word.text);
    if (start < 0 || joined(text[start - 1], text[start])) continue;
    const end = start + word.text.length;
    if (!joined(text[end - 1], text[end]) && word.text.length > (best?.text.length ?? 0)) best = word;
  }
  return best ? ago(best.from, best.to, best.unit, now) : null;
}

/** A moment from a relative text in any language ("il y a 2 semaines", "2y ago", "2年前"): an interval before `now`. Null when it is none. */
export function relativeMoment(text: string | null | undefined, locale: string, now: number): Moment | null {
  if (!text || text.length > LONGEST_PHRASE) return null;
  const phrase = asciiDigits(clean(text));
  const own = knownLocale(locale);
  return inLanguage(phrase, own, now) ?? (own === 'en' ? null : inLanguage(phrase, 'en', now));
}
