import { affixAfter, affixAround, isAffixElsewhere, type Unsure } from './affix';
import { charAt, charBefore, isClosing, isDigit, isGluing, isMeasure, isNumeral, isOpening, isWord, wordAt } from './characters';
import type { NumberTable, Signs } from './compact';
import type { Prepared } from './prepare';

/** One number found in a text: `digits` × 10^`exponent`. */
export interface Found {
  digits: string;
  exponent: number;
  compact: boolean;
  start: number;
  end: number;
  raw: string;
}

/** What a text holds. `unsure` is set where something looks like a count and cannot be read for certain. */
export interface Scan {
  found: Found[];
  unsure: Unsure | null;
}

type Verdict = 'fine' | 'skip' | Unsure;

const CALENDAR = /[年月日년월]/u;
/** Powers of ten that Swahili puts before the number; see `isAffixElsewhere`. */
const POWER_BEFORE = /(?:^| )(?:elfu|[mb]ilioni) $/;

/** Reads "1.234,5" by the signs of a language: digits and how many of them are decimals. Null where a sign stands in a wrong place. */
function plain(text: string, signs: Signs): { digits: string; decimals: number } | null {
  const parts: string[] = [];
  const marks: string[] = [];
  let from = 0;
  for (let place = 0; place <= text.length; place++) {
    if (isDigit(text[place])) continue;
    parts.push(text.slice(from, place));
    if (place < text.length) marks.push(text[place] ?? '');
    from = place + 1;
  }
  const isDecimal = (mark: string | undefined) => mark === signs.decimal || mark === '٫';
  const decimals = isDecimal(marks.at(-1)) ? (parts.pop() ?? '') : '';
  if (decimals) marks.pop();
  const [group] = marks;
  if (group !== undefined) {
    if (!signs.group || (group !== signs.group && group !== '٬') || marks.some((mark) => mark !== group)) return null;
    const sizeAt = (index: number) => (index === parts.length - 1 ? signs.last : signs.other);
    const wrong = parts.some((part, index) => (index > 0 ? part.length !== sizeAt(index) : part.length > signs.other));
    if (wrong) return null;
  }
  const whole = parts.join('');
  if (whole.length > 1 && whole.startsWith('0')) return null;
  return { digits: whole + decimals, decimals: decimals.length };
}

/** What stands before a number: nothing that matters, something that makes it no count, or something that puts it in doubt. */
function opening(text: string, start: number): Verdict {
  const previous = charBefore(text, start);
  if (previous === undefined) return 'fine';
  if (previous !== ' ' && /[@#＠＃]/.test(text[text.lastIndexOf(' ', start - 1) + 1] ?? '')) return 'skip';
  if (isOpening(previous)) return POWER_BEFORE.test(text.slice(Math.max(0, start - 12), start)) ? 'doubt' : 'fine';
  if (previous === '第') return 'skip';
  if (isGluing(previous)) return isNumeral(previous) ? 'doubt' : 'fine';
  return isWord(previous) || isMeasure(previous) || /[@#/=&?*]/.test(previous) ? 'skip' : 'doubt';
}

/** Whether a word begins like a long affix of the language: it may be that affix in a case that compact notation doesn't use ("5 miljoonan"). */
function likeAffix(folded: string, table: NumberTable): boolean {
  return (table.after.get(folded[0] ?? '') ?? []).some((group) => {
    const { length } = group.folded;
    return length >= 4 && folded.startsWith(group.folded.slice(0, Math.max(4, length - 2)));
  });
}

/** What stands after a number that carries no affix. */
function closing({ text, lower }: Prepared, end: number, table: NumberTable): Verdict {
  const next = charAt(text, end);
  if (next === undefined) return 'fine';
  if (next === ' ') {
    const first = charAt(text, end + 1);
    if (isMeasure(first)) return 'skip';
    if (isNumeral(first)) return 'doubt';
    const word = wordAt(text, end + 1);
    const stop = end + 1 + word.length;
    if (isAffixElsewhere(word)) return 'foreign';
    // "12 Tsd. × geteilt": a short abbreviation that CLDR doesn't know may well be a power of ten.
    if (word.length > 1 && word.length <= 3 && text[stop] === '.') return 'doubt';
    return likeAffix(lower.slice(end + 1, stop), table) ? 'doubt' : 'fine';
  }
  if (isMeasure(next)) return 'skip';
  if (isGluing(next)) return isNumeral(next) ? 'doubt' : CALENDAR.test(next) ? 'skip' : 'fine';
  if (isWord(next)) return 'foreign';
  return sentenceGoesOn(text, end) ? 'fine' : 'doubt';
}

/** Punctuation that ends a number; a dot only where no word is glued to it. */
function sentenceGoesOn(text: string, end: number): boolean {
  if (text[end] === '.') return text.length === end + 1 || isClosing(text[end + 1]);
  return isClosing(text[end]);
}

/** What stands after a count with its affix: the end of a word, and no further affix ("1 mil" + "millones" where only "mil" is known). */
function afterAffix(ready: Prepared, end: number, table: NumberTable, strict: boolean): Verdict {
  const { text } = ready;
  const next = charAt(text, end);
  if (next === undefined) return 'fine';
  if (isGluing(next)) return isNumeral(next) ? 'doubt' : 'fine';
  if (next === ' ') return affixAfter(ready, end, table, strict) || isMeasure(text[end + 1]) ? 'doubt' : 'fine';
  return sentenceGoesOn(text, end) ? 'fine' : 'doubt';
}

const MOST_DIGITS = 15;

function judge(ready: Prepared, start: number, end: number, table: NumberTable, strict: boolean): Found | Verdict {
  const { text, source } = ready;
  const around = table.around.length > 0 ? affixAround(ready, start, end, table) : null;
  const opens = around ? 'fine' : opening(text, start);
  if (opens !== 'fine') return opens;
  const cluster = text.slice(start, end);
  const number = plain(cluster, ready.native ? table.native : table.latin);
  // Times and dates are no counts; a range ("5-10") is one that cannot be told.
  if (!number) return /:|[-/.]\d+[-/.]\d/.test(cluster) ? 'skip' : 'foreign';
  if (number.digits.length > MOST_DIGITS) return 'doubt';
  const affix = around ?? affixAfter(ready, end, table, strict);
  if (typeof affix === 'string') return affix;
  if (!affix) {
    const closes = closing(ready, end, table);
    if (closes !== 'fine') return closes;
    // "1.234" in English is no count, and no other language's rules may make it one.
    return number.decimals > 0
      ? 'doubt'
      : { digits: number.digits, exponent: 0, compact: false, start, end, raw: source.slice(start, end) };
  }
  const dotted = /[.॰]/.test(text[affix.end] ?? '') && !isWord(charAt(text, affix.end + 1));
  const stop = dotted ? affix.end + 1 : affix.end;
  const closes = afterAffix(ready, stop, table, strict);
  if (closes !== 'fine') return closes;
  const exponent = affix.exponent - number.decimals;
  const first = around ? around.start : start;
  return exponent < 0
    ? 'doubt'
    : { digits: number.digits, exponent, compact: true, start: first, end: stop, raw: source.slice(first, stop) };
}

/** Where a run of digits ends: digits joined by single characters that are no letters. A space doesn't join what a handle ends with ("@name42 5"). */
function clusterEnd(text: string, start: number): number {
  const word = isWord(charBefore(text, start));
  let end = start;
  for (;;) {
    while (isDigit(text[end])) end++;
    const joint = text[end];
    if (joint === undefined || (word && joint === ' ') || isWord(joint) || !isDigit(text[end + 1])) return end;
    end++;
  }
}

/** Numbers this near to a cut may be halves. */
const MARGIN = 8;

/**
 * Every count in a text. Whatever looks like a count and cannot be read for certain ends the scan, so that no caller takes the rest for the
 * whole. `cut` marks a text that went on: numbers that touch its end are left out.
 */
export function scan(ready: Prepared, table: NumberTable, strict: boolean, cut: boolean): Scan {
  const { text } = ready;
  const found: Found[] = [];
  const limit = cut ? text.length - MARGIN : text.length;
  for (let place = 0; place < text.length; ) {
    if (!isDigit(text[place])) {
      place++;
      continue;
    }
    const end = clusterEnd(text, place);
    const verdict = judge(ready, place, end, table, strict);
    place = typeof verdict === 'string' ? end : verdict.end;
    if (place > limit) break;
    if (verdict === 'doubt' || verdict === 'foreign') return { found: [], unsure: verdict };
    if (typeof verdict !== 'string') found.push(verdict);
  }
  return { found, unsure: null };
}
