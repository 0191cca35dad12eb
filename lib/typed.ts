/** Spaces of every width, and apostrophes as the Swiss set them between thousands. */
const BETWEEN = /[\s\u00a0\u202f\u2009'’]/g;

/**
 * A number of 0 or more as a person types it, in French or English: null where it is none. Of one sort of separator alone, one that has exactly three
 * digits behind it parts thousands or decimals as the language does. @example numberTyped('1 234,5', 'fr') // 1234.5
 */
export function numberTyped(typed: string, language: string): number | null {
  const text = typed.replace(BETWEEN, '');
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(text)) return null;
  const decimal = decimalOf(text, language);
  const thousands = otherThan(decimal);
  const [whole = '', part, ...more] = text.split(decimal);
  if (more.length || part?.includes(thousands)) return null;
  if (whole.includes(thousands) && !new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+$`).test(whole)) return null;
  const value = Number(`${whole.replaceAll(thousands, '')}.${part ?? ''}0`);
  return Number.isFinite(value) ? value : null;
}

const otherThan = (sign: '.' | ',') => (sign === ',' ? '.' : ',');

/** Which sign parts decimals. */
function decimalOf(text: string, language: string): '.' | ',' {
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const sign = comma >= 0 ? ',' : '.';
  if (text.split(sign).length > 2) return otherThan(sign);
  const usual = language.startsWith('fr') ? ',' : '.';
  return sign !== usual && /^\d{1,3}[.,]\d{3}$/.test(text) ? usual : sign;
}

/** A day as a field holds it, "2026-11-22", in the viewer's own time zone. */
export function dayText(time: number): string {
  const day = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Noon of such a day, epoch ms: the day stays the same in the neighbouring time zones; null where it is none. */
export function dayTyped(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (!year || !month || !day) return null;
  const time = new Date(year, month - 1, day, 12).getTime();
  return dayText(time) === text ? time : null;
}
