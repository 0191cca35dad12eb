import { relativeMoment } from '../../reading/dates';
import { attr, one } from '../../reading/dom';
import { cardsIn, rowsOf } from './cards';

/**
 * Languages to try before the browser's own is taken: those that most of YouTube's pages are in. English comes first, since ages in
 * English are understood in every language.
 */
const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'ru', 'pl', 'tr'];
/** A handful of cards tells a language. */
const SAMPLE = 5;

/** The interface language: what the document says, else what its help links ask for, else the first in which most cards tell their age. */
export function localeOf(page: Document): string | null {
  const help = attr(one(page, 'a[href*="google.com"][href*="hl="]'), 'href') ?? '';
  const said = attr(page.documentElement, 'lang') || /[?&]hl=([\w-]{2,11})/.exec(help)?.[1];
  if (said) return said;
  const cards = cardsIn(page)
    .slice(0, SAMPLE)
    .map((card) => rowsOf(card).flat());
  const tells = (name: string) => cards.filter((parts) => parts.some((part) => relativeMoment(part.text, name, Date.now())));
  return LANGUAGES.find((name) => tells(name).length * 2 > cards.length) ?? null;
}
