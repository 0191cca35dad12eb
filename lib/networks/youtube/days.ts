import type { Moment } from '../../model/capture';
import { isoMoment } from '../../reading/dates';

const DAY = /(?<!\p{Nd})\p{Nd}{1,2}(?!\p{Nd})/gu;
const YEAR = /(?<!\p{Nd})(?:19|20)\d{2}(?!\p{Nd})/u;
const STYLES: Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'medium' },
  { dateStyle: 'long' },
  { day: '2-digit', month: '2-digit', year: 'numeric' },
  { day: 'numeric', month: 'short', year: 'numeric' },
];
const fold = (text: string) => text.replace(/[\s\u200e\u200f]+/gu, ' ').toLowerCase();

/**
 * The day in a text that writes it out ("Nov 13, 2025", "Diffusé le 9 nov. 2014"): every day of that year which the text's numbers
 * allow is written in the page's language, and one of them has to stand in the text. Null when none or several do.
 */
export function writtenDay(text: string, locale: string): Moment | null {
  const folded = fold(text.slice(0, 120));
  const year = YEAR.exec(folded)?.[0];
  if (!year) return null;
  const found = new Set<string>();
  const days = [...new Set([...folded.matchAll(DAY)].map((match) => Number(match[0])))].filter((day) => day >= 1 && day <= 31).slice(0, 4);
  for (const style of STYLES) {
    const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      for (const day of days) {
        const date = new Date(Date.UTC(Number(year), month, day));
        if (date.getUTCMonth() === month && folded.includes(fold(format.format(date)))) found.add(date.toISOString().slice(0, 10));
      }
    }
    if (found.size > 0) break;
  }
  return found.size === 1 ? isoMoment([...found][0], 'text') : null;
}
