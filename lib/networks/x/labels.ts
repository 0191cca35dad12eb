import type { Reading } from '../../model/reading';
import { type CountStyle, countsIn } from '../../reading/counts';
import { exact } from '../../reading/readings';

/** Digits with what may stand between them; a space that breaks lines is none of that. */
const NUMBER = /[\d.,'’\u00a0\u202f]+/g;
const EDGES = /^\D+|\D+$/g;

/**
 * The numbers of a label, in order; null when one of them makes no sense. X puts whole numbers into its labels, in every language and
 * however it shortens the visible text, so that a word after a number is never a "thousand".
 */
export function numbersIn(label: string, style: CountStyle): Reading[] | null {
  if (/(?!\d)\p{Nd}/u.test(label)) {
    const read = countsIn(label, style, 'label');
    return read.length > 0 && read.every((number) => number.as === 'exact') ? read : null;
  }
  const numbers: Reading[] = [];
  for (const [piece] of label.matchAll(NUMBER)) {
    const digits = piece.replace(EDGES, '');
    if (!digits) continue;
    const groups = digits.split(/\D/);
    const grouped =
      groups.length === 1 || (digits.length < 20 && (groups[0] ?? '').length <= 3 && groups.slice(1).every((group) => group.length === 3));
    const value = Number(groups.join(''));
    if (!grouped || value > 1e13) return null;
    numbers.push(exact(value, 'label', label));
  }
  return numbers;
}
