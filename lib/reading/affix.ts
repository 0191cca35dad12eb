import { charAt, charBefore, isDigit, isGluing, isWord, sameWord } from './characters';
import { type Affix, allOf, type NumberTable, numberTable } from './compact';
import type { Prepared } from './prepare';

/** `foreign`: no count by this language's rules, perhaps one in English. `doubt`: it may be one or another, and no language settles it. */
export type Unsure = 'foreign' | 'doubt';

/** The power of ten that an affix stands for, and where number and affix begin and end. */
export interface Matched {
  start: number;
  end: number;
  exponent: number;
}

/**
 * Short affixes of the languages that networks speak. Beside a number on a page of another language they put it in doubt ("12 mil" on an
 * English page). They never give it a value: values come from CLDR alone. Some only as capitals, since "e" and "n" are words.
 */
const ELSEWHERE = new Set(
  (
    'k K m M b B t T d E J L N bn tn mn md mm mM kM mil mill mio mia mrd mr mlr mlrd mld mln mljrd mjd milj mi bi rb jt tr nt tys tis tūkst tuh mii bin ezer mila mille ' +
    'elfu lakh crore cr thousand million millions billion tsd тыс тис хил хиљ мил млн млрд м χιλ εκ אלף מיליון ألف مليون مليار هزار میلیون हज़ार लाख करोड़ क হাজার লাখ হা লা কো'
  ).split(' '),
);

/** Whether a word is an affix in some language. */
export const isAffixElsewhere = (word: string): boolean => ELSEWHERE.has(word) || (word.length > 1 && ELSEWHERE.has(word.toLowerCase()));

const inEnglish = (written: string) => allOf(numberTable('en')).find(({ after }) => after === written);

/** Which of several affixes spelled alike is meant: the one in this very case and spacing; null where that leaves two meanings. */
function choose(alike: Affix[], text: string, start: number, spaced: boolean): { affix: Affix; literal: boolean } | null {
  const same = alike.filter(({ after }) => text.startsWith(after, start));
  const literal = same.length > 0;
  const left = literal ? same : alike;
  const affix = left.find((one) => one.spaced === spaced) ?? left[0];
  if (!affix || Number.isNaN(affix.exponent)) return null;
  return literal || alike.every(({ exponent }) => exponent === affix.exponent) ? { affix, literal } : null;
}

/**
 * The affix after a number that ends at `place`. `strict` is for English on another language's page: short affixes are glued and capitals there.
 * A letter in the other case ("1.2m") counts only where the language glues it, because "3 m" may be minutes or metres; K means 10³ wherever CLDR has it, but in Tongan.
 */
export function affixAfter({ text, lower }: Prepared, place: number, table: NumberTable, strict: boolean): Matched | Unsure | null {
  const spaced = text[place] === ' ';
  const start = spaced ? place + 1 : place;
  for (const { folded, alike } of table.after.get(lower[start] ?? '') ?? []) {
    if (!lower.startsWith(folded, start)) continue;
    const end = start + folded.length;
    const next = charAt(text, end);
    if (isDigit(next)) return 'doubt';
    const last = charBefore(text, end);
    if (sameWord(last, next)) continue;
    const chosen = choose(alike, text, start, spaced);
    if (!chosen) return 'doubt';
    const { affix, literal } = chosen;
    const k = folded === 'k';
    // "5조회" is five views and no trillions, "5 만료" five ends and no ten thousands.
    if (isGluing(last) && isWord(next) && (affix.exponent >= 12 || (spaced && !affix.spaced))) return 'doubt';
    // "12 B" on a page in English, which glues its B: perhaps Turkish thousands on a page that says the wrong language.
    if (!k && folded.length === 1 && ((spaced && !affix.spaced && !isGluing(last)) || (!literal && (spaced || affix.spaced || strict))))
      return 'doubt';
    if (strict && !affix.spaced && (spaced || !(literal || k))) return 'doubt';
    // TikTok keeps English affixes on every page: "2M" in Indonesian may be its own 10⁹, always written apart, or the English 10⁶.
    if (((affix.spaced && !spaced) || !literal) && (inEnglish(text.slice(start, end)) ?? affix).exponent !== affix.exponent) return 'doubt';
    return { start: place, end, exponent: affix.exponent };
  }
  return lower[start] === 'k' && !strict && !sameWord('k', charAt(text, start + 1)) ? { start: place, end: start + 1, exponent: 3 } : null;
}

/** The affix that stands before a number or on both sides ("elfu 12", "ဋေ ၁ သိန်း"), the longest that fits. */
export function affixAround({ text }: Prepared, start: number, end: number, table: NumberTable): Matched | null {
  const stop = text[start - 1] === ' ' ? start - 1 : start;
  const from = text[end] === ' ' ? end + 1 : end;
  for (const { before, after, exponent } of table.around) {
    const first = stop - before.length;
    if (!text.endsWith(before, stop) || sameWord(charBefore(text, first), before) || !text.startsWith(after, after ? from : end)) continue;
    return { start: first, end: after ? from + after.length : end, exponent };
  }
  return null;
}
