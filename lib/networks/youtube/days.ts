import type { Moment } from '../../model/capture';
import { isoMoment } from '../../reading/dates';

const DAY = 86_400_000;
const fold = (text: string) => text.replace(/[\s\u200e\u200f]+/gu, ' ').toLowerCase();

/**
 * The day in a text that writes it out ("Nov 13, 2025", "Diffusé le 9 nov. 2014"): every day of that year is written in the page's
 * language, and the longest that stands in the text is meant ("11 nov." holds "1 nov."). Null when none does.
 */
export function writtenDay(text: string, locale: string): Moment | null {
  const folded = fold(text.slice(0, 300));
  let best = { length: 0, iso: '' };
  for (const [year] of folded.matchAll(/(?:19|20)\d\d/g)) {
    for (const dateStyle of ['medium', 'long'] as const) {
      const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
      for (let day = Date.UTC(Number(year), 0), last = day + 366 * DAY; day < last; day += DAY) {
        const written = fold(format.format(day));
        if (written.length > best.length && folded.includes(written))
          best = { length: written.length, iso: new Date(day).toISOString().slice(0, 10) };
      }
    }
  }
  return isoMoment(best.iso, 'text');
}
