import { asciiDigits } from '../../reading/prepare';

/** Digits with what may stand between them; a space that breaks lines is none of that. */
const NUMBER = /\d[\d.,'’٬\u00a0\u202f]*/g;
const LARGEST = 1e13;

/**
 * The numbers of a label, in order; null when one of them makes no sense. X puts whole numbers into its labels, in every language and
 * however it shortens the visible text, so that a word after a number is never a "thousand".
 */
export function numbersIn(label: string): number[] | null {
  const numbers: number[] = [];
  for (const piece of asciiDigits(label).match(NUMBER) ?? []) {
    const number = /\D/.test(piece) ? grouped(piece) : Number(piece);
    if (!(number <= LARGEST)) return null;
    numbers.push(number);
  }
  return numbers;
}

/** The number whose digits stand in groups of three; NaN where they don't. */
function grouped(piece: string): number {
  const groups = piece.replace(/\D+$/, '').split(/\D/);
  const whole = groups.every(({ length }, place) => (place > 0 ? length === 3 : length < 4 || groups.length === 1));
  return whole ? Number(groups.join('')) : Number.NaN;
}
