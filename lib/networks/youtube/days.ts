import type { Moment } from '../../model/capture';
import { isoMoment } from '../../reading/dates';
import { tidy } from '../../reading/prepare';

const DAY = 86_400_000;
const fold = (text: string) => tidy(text).toLowerCase();

/** Beyond it no date of a page's own stands in its few lines. */
const LONGEST = 2000;

/**
 * The day in a text that writes it out ("Nov 13, 2025", "Diffusé le 9 nov. 2014"): every day of that year is written in the page's
 * language, and the longest that stands in the text is meant ("11 nov." holds "1 nov."). Null when none does.
 */
export function writtenDay(text: string, locale: string): Moment | null {
  const folded = fold(text.slice(0, LONGEST));
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  let best = '';
  let found = 0;
  for (const year of new Set(folded.match(/(?:19|20)\d\d/g))) {
    for (let count = 0; count < 366; count += 1) {
      const day = Date.UTC(Number(year), 0) + count * DAY;
      const written = fold(format.format(day));
      if (written.length > best.length && folded.includes(written)) [best, found] = [written, day];
    }
  }
  return best ? isoMoment(new Date(found).toISOString().slice(0, 10), 'text') : null;
}
