/** A text made ready: `text` has plain spaces and the digits 0–9, `source` the digits as they were. */
export interface Prepared {
  text: string;
  source: string;
}

const DIGIT = /\p{Nd}/u;
/** Most texts are plain, and the patterns for all scripts take a while to find nothing. */
const BEYOND_ASCII = /[^\0-\x7f]/;
const UNTIDY = /[^ -~]| {2}|^ | $/;

/** Value of any decimal digit: Unicode keeps each script's ten in a row, and rows that touch are whole. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let above = 0;
  while (DIGIT.test(String.fromCodePoint(code - above - 1))) above++;
  return String(above % 10);
}

/** Writes every decimal digit as 0–9. */
export const asciiDigits = (text: string): string => (BEYOND_ASCII.test(text) ? text.replace(/[^\P{Nd}0-9]/gu, digitOf) : text);

/** Drops bidi and other invisible marks, makes all white space one plain space, and apostrophes one. Digits stay. */
export function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[’‘ʼ]/gu, "'")
    .trim();
}

/** Makes a text ready to be scanned. */
export function prepare(raw: string): Prepared {
  const source = tidy(raw);
  const text = asciiDigits(source);
  // Digits beyond the first plane are two units: places must be the same in both texts.
  return { text, source: source.length === text.length ? source : text };
}

/** Scripts without spaces between words, for a class in a pattern: Thai to Myanmar, Khmer, those of East Asia. What stands beside a number there may be glued to it. */
export const GLUED = '\u0e00-\u109f\u1780-\u17ff\u2e80-\ud7ff';
/** Letters, marks, digits and other number signs (½, ²) of the others. The only pattern with so large a class: they are slow to compile. */
const WORD = new RegExp(`^(?![${GLUED}])[\\p{L}\\p{M}\\p{N}_]$`, 'u');

/** Whether a character is part of a word that ends somewhere. */
export const isWord = (char = ''): boolean => WORD.test(char);

/** Whether nothing may end or begin between two neighbours. An apostrophe that letters follow is part of a word ("J’aime"). */
export const sameWord = (left?: string, right?: string, next?: string): boolean => isWord(left) && isWord(right === "'" ? next : right);
