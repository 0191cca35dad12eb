/**
 * Raw texts of readings nearly all say the count in digits and the same few words around it ("1,234 likes"). A text is kept once as a template, with a
 * mark where its count stands; the mark says how the digits are grouped.
 */
const GROUPINGS = ['', ',', '.', ' ', '\u00a0', '\u202f', '’', "'"];
const MARKS = GROUPINGS.map((_, index) => String.fromCharCode(1 + index));
// biome-ignore lint/suspicious/noControlCharactersInRegex: what templates are made with may not be in a text.
const CONTROLS = /[\u0000-\u001f]/g;

function hasControls(text: string): boolean {
  for (let place = 0; place < text.length; place += 1) if (text.charCodeAt(place) < 32) return true;
  return false;
}

const grouped = (digits: string, by: string): string => (by ? digits.replace(/\B(?=(\d{3})+$)/g, by) : digits);

/** The text with a mark for its count. @example templateOf('1,234 likes', 1234) // '\u0002 likes' */
export function templateOf(raw: string, value: number | null): string {
  const text = hasControls(raw) ? raw.replace(CONTROLS, ' ') : raw;
  if (value === null || !Number.isSafeInteger(value)) return text;
  const digits = String(value);
  for (let index = 0; index < GROUPINGS.length; index += 1) {
    const shown = grouped(digits, GROUPINGS[index] ?? '');
    const at = text.indexOf(shown);
    if (at >= 0) return text.slice(0, at) + MARKS[index] + text.slice(at + shown.length);
    if (digits.length < 4) break;
  }
  return text;
}

/** A template taken apart at its mark. */
export interface Around {
  before: string;
  after: string;
  /** What stands between each three digits. */
  by: string;
}

/** What a template has around its count; null where it has none. */
export function around(template: string): Around | null {
  const at = template.search(CONTROLS);
  if (at < 0) return null;
  return { before: template.slice(0, at), after: template.slice(at + 1), by: GROUPINGS[template.charCodeAt(at) - 1] ?? '' };
}

const ZERO = 48;

/** Whether some words stand at a place of a text: nearly always few letters, for which the language's own ways take longer. */
function reads(text: string, words: string, at: number): boolean {
  for (let place = 0; place < words.length; place += 1) if (text.charCodeAt(at + place) !== words.charCodeAt(place)) return false;
  return true;
}

/** Whether a text is what a template says with the count. Asked of every raw text of an import: it goes through the digits and makes no text of its own. */
export function says({ before, after, by }: Around, raw: string, value: number | null): boolean {
  if (value === null || value < 0 || !Number.isSafeInteger(value)) return false;
  let place = raw.length - after.length - 1;
  let [left, digits] = [value, 0];
  do {
    if (by && digits && digits % 3 === 0 && raw[place--] !== by) return false;
    const digit = left % 10;
    if (raw.charCodeAt(place--) !== ZERO + digit) return false;
    left = (left - digit) / 10;
    digits += 1;
  } while (left);
  return place === before.length - 1 && reads(raw, before, 0) && reads(raw, after, raw.length - after.length);
}

/** The text again. */
export function rawOf(template: string, value: number | null): string {
  const parts = value === null ? null : around(template);
  return parts ? parts.before + grouped(String(value), parts.by) + parts.after : template;
}
