/** A text made ready: `text` has plain spaces and the digits 0–9, `source` the digits as they were. */
export interface Prepared {
  text: string;
  lower: string;
  source: string;
  /** Whether any digit is none of 0–9. */
  native: boolean;
}

const DIGIT = /\p{Nd}/u;
const digits = new Map<string, string>();

/** Value of any decimal digit: Unicode keeps each script's ten in a row, and rows that touch are whole. */
function digitOf(char: string): string {
  let known = digits.get(char);
  if (known === undefined) {
    const code = char.codePointAt(0) ?? 0;
    let first = code;
    while (first > 0 && DIGIT.test(String.fromCodePoint(first - 1))) first--;
    known = String((code - first) % 10);
    digits.set(char, known);
  }
  return known;
}

/** Writes every decimal digit as 0–9. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, digitOf);
}

/** Drops bidi and other invisible marks, makes all white space one plain space, and apostrophes one. Digits stay. */
export function tidy(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.replace(/ +/g, ' ').trim();
  return text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[’‘ʼ]/gu, "'")
    .trim();
}

/** Makes a text ready to be scanned. */
export function prepare(text: string): Prepared {
  const tidied = tidy(text);
  const digits = asciiDigits(tidied);
  const lower = digits.toLowerCase();
  // A few capitals grow when lowered, and some digits lie beyond the first plane: places must stay the same in all three texts.
  return {
    text: digits,
    lower: lower.length === digits.length ? lower : digits,
    source: tidied.length === digits.length ? tidied : digits,
    native: digits !== tidied,
  };
}
