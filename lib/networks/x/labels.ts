import { asciiDigits } from '../../reading/prepare';

/** Digits with what may stand between them; a space that breaks lines is none of that. */
const NUMBER = /\d[\d.,'’٬\u00a0\u202f]*/g;
const LARGEST = 1e13;
const [ZERO, NINE, LAST_ASCII] = [48, 57, 127];
/** What stands between groups of digits, in ASCII: ' , and . */
const SIGNS = [39, 44, 46];

/**
 * The numbers of a label, in order; null when one of them makes no sense. X puts whole numbers into its labels, in every language and
 * however it shortens the visible text, so that a word after a number is never a "thousand".
 */
export function numbersIn(label: string): number[] | null {
  let numbers: number[] = [];
  let number = -1;
  // Sign by sign: a pattern takes several times as long, and there are six labels to a post. What is not just digits apart is left to it.
  for (let place = 0; place <= label.length; place += 1) {
    const code = label.charCodeAt(place);
    if (code > LAST_ASCII) return numbersWithSigns(label);
    if (code >= ZERO && code <= NINE) number = Math.max(number, 0) * 10 + code - ZERO;
    else if (number >= 0) {
      if (number > LARGEST || SIGNS.includes(code)) return numbersWithSigns(label);
      // Most labels have one: a list made for one takes a fraction of the room.
      if (numbers.length) numbers.push(number);
      else numbers = [number];
      number = -1;
    }
  }
  return numbers;
}

/** The same where digits of any script stand in groups. */
function numbersWithSigns(label: string): number[] | null {
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
