import type { NumberTable } from './compact';
import { GLUED, isWord, type Prepared, sameWord } from './prepare';

/** One number found in a text: `digits` × 10^`exponent`. */
export interface Found {
  digits: string;
  exponent: number;
  compact: boolean;
  start: number;
  end: number;
  raw: string;
}

/** What stands beside a number: nothing that matters, … */
const FINE = 0;
/** … something that makes it no count, … */
const SKIP = 1;
/** … something that leaves it between two counts, and no language settles it, … */
const DOUBT = 2;
/** … or something that this language doesn't know, perhaps English does. */
export const FOREIGN = 3;
export type Verdict = typeof FINE | typeof SKIP | typeof DOUBT | typeof FOREIGN;

/** Digits joined by single signs. A space doesn't join what a handle ends with ("@name42 5"). */
const NUMBERS = /(?<=[\p{L}_])\d+(?:[!-/:-@]\d+)*|\d+(?:[ -/:-@٫٬،：／－～．，·–—−]\d+)*/gu;
/** Times and dates are no counts; a range ("5-10") is one that cannot be told. */
const MOMENT = /:|[-/.]\d+[-/.]\d/;
const MEASURE = '%٪‰€$£¥₹°';
/** Numerals of East Asia. Where the language's own table doesn't explain one, the number beside it isn't the whole count ("12백만"). */
const NUMERAL = '十百千万萬億亿兆京십백천만억조경';

/** Handles, hashtags, addresses and signs. */
const SKIP_AFTER = new RegExp(`(?:^| )[@#＠＃][^ ]*$|[第@#/=&?*${MEASURE}]$`);
/** Numerals, and powers of ten that Swahili puts before the number. */
const DOUBT_AFTER = new RegExp(`[${NUMERAL}]$|(?:elfu|ilioni) $`);
/** Punctuation that a number may follow; a dot or a sign makes it part of something else. */
const FINE_AFTER = new RegExp(`(?:^|[ \\p{Ps}\\p{Pi}"„:;|·•∙…!?¡¿、。，：；！？،؛${GLUED}])$`, 'u');

const SKIP_BEFORE = new RegExp(`^ ?[${MEASURE}]|^[年月日년월]`);
const DOUBT_BEFORE = new RegExp(`^ ?[${NUMERAL}]`);
/**
 * Words like an affix of some language that networks speak: on a page of another language they put the number in doubt ("12 mil" in English).
 * They never give it a value: values come from the table alone. Single letters and "mi" in the case that they are written in, since "e", "n" and
 * the "Mi" of Italian likes are words. And short abbreviations, since CLDR doesn't know all ("12 dzd."). First whole words, then beginnings.
 */
const FOREIGN_BEFORE = new RegExp(
  `^ (?:(?:[KMBTEJLNkmbtd]|mi|[BbTt]n|[Tt]r|nt|jt|rb|cr|[Tt]sd|kM|[Mm](?:m|[lj]*r?[dn]|l?r)|bi|[Bb]in|elfu|lakh|crore|হা|লা|কো|\\p{L}{2,3}\\.)(?!(?![${GLUED}])[\\p{L}'])|` +
    '[Mm]i[lioa]|[Bb]il|[Tt][iyuū]k?[sh]|[Tt]hous|ezer|т[ыи]с|хи[лљ]|м[иі]л|млн|млр|χιλ|εκ|ألف|آلا|مل[يی]|هزا|אל[ףפ]|מיל|हज|लाख|करो|হাজ|লাখ|কোট)',
  'u',
);
/** Punctuation that may follow a number; a dot only where no word is glued to it. */
const FINE_BEFORE = new RegExp(`^(?:[${GLUED}]|\\.?(?:$|[ \\p{Pe}\\p{Pf}",.:;|·•∙…!?、。，：；！？،؛؟।]))`, 'u');

function opening(left: string): Verdict {
  if (!left) return FINE;
  if (SKIP_AFTER.test(left) || isWord(left.at(-1))) return SKIP;
  return DOUBT_AFTER.test(left) || !FINE_AFTER.test(left) ? DOUBT : FINE;
}

function closing(right: string): Verdict {
  if (!right) return FINE;
  if (SKIP_BEFORE.test(right)) return SKIP;
  if (DOUBT_BEFORE.test(right)) return DOUBT;
  if (FOREIGN_BEFORE.test(right) || isWord(right[0])) return FOREIGN;
  return FINE_BEFORE.test(right) ? FINE : DOUBT;
}

const LONGEST_AFFIX = 20;
const GLUING = new RegExp(`[${GLUED}]$`);
const BEGINS_GLUED = new RegExp(`^[${GLUED}]`);
const DOT = /^[.॰](?![\p{L}\d])/u;
/** Affixes that networks write in English on every page. */
const ENGLISH = 'KMBT';

/** The power of ten of the affix that a text begins with, and the text after it. `exactly`: as the language writes it. */
function affixOf(right: string, { affixes }: NumberTable, exactly: boolean): { exponent: number; right: string } | null {
  const space = right.startsWith(' ') ? ' ' : '';
  const tail = right.slice(space.length);
  for (let length = Math.min(tail.length, LONGEST_AFFIX); length > 0; length--) {
    const word = tail.slice(0, length);
    const similar = affixes.get(`~${word}`) ?? affixes.get(`~${word.toLowerCase()}`);
    if (similar === undefined || sameWord(word.at(-1), tail[length], tail[length + 1])) continue;
    const exact = affixes.get(space + word);
    const rest = tail.slice(length);
    // Bengali writes 10⁷ as "১ কো" and 10¹¹ as "১কো": without the space it may be either, since pages drop spaces.
    let exponent = space ? (exact ?? similar) : similar;
    const gluing = GLUING.test(word);
    const english = ENGLISH.indexOf(word);
    if (exact === undefined) {
      if (/^k$/i.test(word) ? exactly && space : exactly || (space && length === 1 && !gluing)) exponent = Number.NaN;
      // "2M" in Indonesian may be its own 10⁹, always written apart, or the English 10⁶. "billion" is 10⁹ or 10¹².
      if ((english >= 0 && exponent !== english * 3 + 3) || /^[bt]r?il/i.test(word)) exponent = Number.NaN;
    }
    // "5조회" is five views and no trillions, "5 만료" five ends and no ten thousands.
    if (gluing && (isWord(rest[0]) || BEGINS_GLUED.test(rest)) && (exponent > 11 || (space && exact === undefined))) exponent = Number.NaN;
    return { exponent, right: rest.replace(DOT, '') };
  }
  return null;
}

/** Reads the number between two places. */
function judge({ text, source }: Prepared, from: number, to: number, table: NumberTable, strict: boolean): Found | Verdict {
  let left = text.slice(0, from);
  let right = text.slice(to);
  let affix: ReturnType<typeof affixOf> = null;
  for (const { before, after, exponent } of table.around) {
    const [start, end] = [left.trimEnd(), after ? right.trimStart() : right];
    const first = start.length - before.length;
    if (!start.endsWith(before) || !end.startsWith(after) || sameWord(start[first - 1], before[0])) continue;
    left = start.slice(0, first);
    affix = { exponent, right: end.slice(after.length) };
    break;
  }
  const opens = opening(left);
  if (opens) return opens;
  const cluster = text.slice(from, to);
  const [, whole, decimals = ''] = table.number.exec(cluster) ?? [];
  if (!whole) return MOMENT.test(cluster) ? SKIP : FOREIGN;
  affix ??= affixOf(right, table, strict);
  if (affix) right = affix.right;
  const closes = closing(right);
  if (closes) return closes;
  // "1.234" in English is no count, and no other language's rules may make it one. Two affixes are no affix that CLDR knows.
  const exponent = (affix?.exponent ?? 0) - decimals.length;
  if (!(exponent >= 0) || (affix && affixOf(right, table, strict))) return DOUBT;
  const start = left.length;
  const end = text.length - right.length;
  return { digits: whole.replace(/\D/g, '') + decimals, exponent, compact: affix !== null, start, end, raw: source.slice(start, end) };
}

/**
 * Every count in a text. Whatever looks like a count and cannot be read for certain ends the scan, so that no caller takes the rest for the
 * whole. Numbers that end beyond `limit` are left out.
 */
export function scan(ready: Prepared, table: NumberTable, strict: boolean, limit: number): Found[] | Verdict {
  const found: Found[] = [];
  for (const { index, 0: cluster } of ready.text.matchAll(NUMBERS)) {
    const end = index + cluster.length;
    const verdict = judge(ready, index, end, table, strict);
    const isFound = typeof verdict === 'object';
    if ((isFound ? verdict.end : end) > limit) break;
    if (isFound) found.push(verdict);
    else if (verdict > SKIP) return verdict;
  }
  return found;
}
