import type { Moment } from '../../model/capture';
import { clean, isoMoment, moment, relativeMoment, UNITS } from '../../reading/dates';
import type { PageContext } from '../network';

const DAY = 86_400_000;
/** No month's name has it: stands for the day. */
const ANY_DAY = 28;

/** A day that a post's date writes out ("30 May at 11:02", "1 janvier 2000"); without a year, the last such day. Null when it is none. */
function writtenDay(said: string, locale: string, now: number): Moment | null {
  const [written, other] = said.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [];
  const thisYear = new Date(now).getUTCFullYear();
  // Facebook writes "30 May" and "May 30" to readers of English, by their country.
  for (const language of /^en\b/.test(locale) ? ['en', 'en-GB'] : [locale])
    for (const style of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const pattern = clean(format.format(Date.UTC(2024, month, ANY_DAY)))
          .replace(/\.$/, '')
          .replace(/\./g, '\\.')
          .replace(`${ANY_DAY}`, '(\\d{1,2})');
        const [, day] = new RegExp(`(?<!\\d)${pattern}(?!\\d)`).exec(said) ?? [];
        if (!day || other) continue;
        const thisDay = Date.UTC(Number(written ?? thisYear), month, Number(day));
        const last = !written && thisDay > now + DAY ? Date.UTC(thisYear - 1, month, Number(day)) : thisDay;
        return isoMoment(new Date(last).toISOString().slice(0, 10), 'text');
      }
    }
  return null;
}

/** "6h", "2 Std.", "1w": an age as short as the language has it, which Facebook cuts off. Minutes are meant where months are written alike. */
function shortAge(said: string, locale: string, now: number): Moment | null {
  const bare = (text: string) => clean(text).replace(/[\s.]/g, '');
  const [, digits] = /^\D{0,3}(\d{1,3})\D{1,8}$/.exec(said) ?? [];
  const count = Number(digits);
  for (const [unit, [shortest, more]] of digits ? Object.entries(UNITS) : [])
    for (const unitDisplay of ['narrow', 'short'] as const) {
      const low = now - (count + 1) * (shortest + more);
      const high = now - count * shortest;
      const written = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(count);
      if (unit !== 'month' && bare(written) === bare(said)) return moment(low, high, 'relative');
    }
  return null;
}

/** When something was published, by the text that says so: an age ("6h", "il y a 2 jours"), or a day. */
export function saidMoment(said: string | null | undefined, { counts: { locale }, now }: PageContext): Moment | null {
  const folded = clean(said ?? '');
  return relativeMoment(said, locale, now) ?? shortAge(folded, locale, now) ?? writtenDay(folded, locale, now);
}
