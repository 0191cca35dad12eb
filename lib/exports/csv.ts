import Papa from 'papaparse';

/** How a file writes numbers and parts its columns, so that a spreadsheet of the same language reads numbers as numbers. */
export interface Flavour {
  delimiter: ',' | ';' | '\t';
  decimal: '.' | ',';
}

/** A number, a text, or nothing known (an empty cell). */
export type Cell = number | string | null;

/** The flavour that Excel and LibreOffice expect in a language: where the comma is the decimal sign, columns are parted by semicolons. */
export function flavourFor(language: string): Flavour {
  let decimal = '.';
  try {
    const parts = new Intl.NumberFormat(language.replaceAll('_', '-')).formatToParts(1.5);
    decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.';
  } catch {
    // Not a language tag: the flavour of English.
  }
  return decimal === ',' ? { delimiter: ';', decimal } : { delimiter: ',', decimal: '.' };
}

/** A CSV file: UTF-8 with the byte order mark that Excel needs to see accents, lines ended as RFC 4180 says. */
export function csv(columns: readonly string[], rows: Cell[][], flavour: Flavour): string {
  const data = rows.map((row) => row.map((cell) => cellText(cell, flavour)));
  return `\ufeff${Papa.unparse({ fields: [...columns], data }, { delimiter: flavour.delimiter, newline: '\r\n' })}\r\n`;
}

/** A time in UTC, to the second. @example isoTime(0) // '1970-01-01T00:00:00Z' */
export function isoTime(time: number | null): string | null {
  return time === null ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function cellText(cell: Cell, flavour: Flavour): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? numberText(cell, flavour) : guard(clean(cell));
}

/** Twelve digits, which is more than any figure here is good for, and never an exponent. */
function numberText(value: number, flavour: Flavour): string {
  if (!Number.isFinite(value)) return '';
  const text = Number.isInteger(value) ? BigInt(value).toString() : plain(value);
  return text.replace('.', flavour.decimal);
}

function plain(value: number): string {
  const decimals = Math.min(100, Math.max(0, 11 - Math.floor(Math.log10(Math.abs(value)))));
  const text = value.toFixed(decimals);
  // Zeros before the decimal sign are digits, not padding.
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

/** Marks and controls that nobody sees and that can make a cell read otherwise than it is; line ends become those of a cell. */
function clean(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
  );
}

/**
 * Text that a spreadsheet would run as a formula (https://owasp.org/www-community/attacks/CSV_Injection), or turn into a number and lose
 * digits of, gets a leading apostrophe. Not Papa's own guard: it would also mark negative numbers with a decimal comma.
 */
function guard(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\n]/.test(text) || /^\s*\d[\d.,\s]*(?:[eE][+-]?\d+)?\s*$/.test(text) ? `'${text}` : text;
}
