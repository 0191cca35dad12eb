import { attr, one, text } from '../../reading/dom';
import { cardsIn } from './cards';

/** Languages to try before the browser's own is taken: those that most of YouTube's pages are in. */
const LANGUAGES = 'en es pt fr de it ru ja ko tr id';
/** A handful of cards tells a language, and the pages concerned are rare: YouTube says its language on every page of its own. */
const SAMPLE = 8;
const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;

/** The interface language: what the document says, else what its help links ask for, else the one in which most cards tell their age. */
export function localeOf(page: Document): string | null {
  const help = attr(one(page, 'a[href*="google.com"][href*="hl="]'), 'href') ?? '';
  const said = attr(page.documentElement, 'lang') || /[?&]hl=([\w-]{2,11})/.exec(help)?.[1];
  if (said) return said;
  const cards = cardsIn(page).slice(0, SAMPLE).map(text);
  let best = null;
  let most = 0;
  for (const name of LANGUAGES.split(' ')) {
    const age = new Intl.RelativeTimeFormat(name);
    const ages = cards.filter((card) => card.match(/\d+/g)?.some((n) => UNITS.some((unit) => card.includes(age.format(-n, unit))))).length;
    if (ages > most) [best, most] = [name, ages];
  }
  return best;
}
