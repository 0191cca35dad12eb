import { UNITS } from '../../reading/dates';
import { attr, one, text } from '../../reading/dom';
import { cardsIn } from './cards';

/** Languages to try before the browser's own is taken: those that most of YouTube's pages are in. Each costs 3 ms the first time. */
const LANGUAGES = 'en es fr de pt';
/** A handful of cards tells a language. */
const SAMPLE = 5;

/** The interface language: what the document says, else what its help links ask for, else the first in which most cards tell their age. */
export function localeOf(page: Document): string | null {
  const help = attr(one(page, 'a[href*="google.com"][href*="hl="]'), 'href') ?? '';
  const said = attr(page.documentElement, 'lang') || /[?&]hl=([\w-]{2,11})/.exec(help)?.[1];
  if (said) return said;
  const cards = cardsIn(page).slice(0, SAMPLE).map(text);
  const tells = (name: string) => {
    const age = new Intl.RelativeTimeFormat(name);
    return cards.filter((card) =>
      card.match(/\b\d\d?\b/g)?.some((n) => Object.keys(UNITS).some((unit) => card.includes(age.format(-n, unit as keyof typeof UNITS)))),
    );
  };
  return LANGUAGES.split(' ').find((name) => tells(name).length * 2 > cards.length) ?? null;
}
