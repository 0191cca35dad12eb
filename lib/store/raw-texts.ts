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

/** Whether a text is what this template says with the count. */
export function says(template: string, raw: string, value: number | null): boolean {
  const at = markIn(template);
  if (at < 0 || value === null || !Number.isSafeInteger(value)) return false;
  const shown = grouped(String(value), GROUPINGS[template.charCodeAt(at) - 1] ?? '');
  const after = template.length - at - 1;
  if (raw.length !== at + shown.length + after || !raw.startsWith(shown, at)) return false;
  for (let place = 0; place < at; place += 1) if (raw.charCodeAt(place) !== template.charCodeAt(place)) return false;
  for (let place = 1; place <= after; place += 1)
    if (raw.charCodeAt(raw.length - place) !== template.charCodeAt(template.length - place)) return false;
  return true;
}

/** Where a template's count stands; -1 where it has none. */
function markIn(template: string): number {
  for (let place = 0; place < template.length; place += 1) if (template.charCodeAt(place) < 32) return place;
  return -1;
}

/** The text again. */
export function rawOf(template: string, value: number | null): string {
  const at = template.search(CONTROLS);
  if (at < 0 || value === null) return template;
  const by = GROUPINGS[template.charCodeAt(at) - 1] ?? '';
  return template.slice(0, at) + grouped(String(value), by) + template.slice(at + 1);
}
