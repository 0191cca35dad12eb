import { relativeMoment } from '../../reading/dates';
import { attr, one } from '../../reading/dom';
import { cardsIn, rowsOf } from './cards';
import { hasDigit } from './numbers';

/**
 * Languages to try before the browser's own is taken: those that most of YouTube's pages are in. English comes first, since ages in
 * English are understood in every language.
 */
const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'ru', 'pl', 'tr'];
/** How many cards are looked at. A handful of those with two numbers (views and age) tells a language; streams and empty cards tell none. */
const MOST = 30;
const SAMPLE = 5;

/** The interface language: what the document says, else what its help links ask for, else the first in which most cards tell their age. */
export function localeOf(page: Document): string | null {
  const help = attr(one(page, 'a[href*="google.com"][href*="hl="]'), 'href') ?? '';
  const said = attr(page.documentElement, 'lang') || /[?&]hl=([\w-]{2,11})/.exec(help)?.[1];
  if (said) return said;
  const cards = cardsIn(page)
    .slice(0, MOST)
    .map((card) => rowsOf(card).flat())
    .filter((parts) => parts.filter(({ text }) => hasDigit(text))[1])
    .slice(0, SAMPLE);
  const tells = (name: string) => cards.filter((parts) => parts.some((part) => relativeMoment(part.text, name, Date.now())));
  return LANGUAGES.find((name) => tells(name).length * 2 > cards.length) ?? null;
}
