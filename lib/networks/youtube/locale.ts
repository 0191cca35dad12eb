import { all, attr, closest, text } from '../../reading/dom';
import { CARDS } from './cards';

/** Languages to try after the browser's own: those that most of YouTube's pages are in. */
const LANGUAGES = 'en es pt fr de it ru ja ko tr id vi hi ar pl nl zh-TW zh-CN th uk sv cs hu ro el fi';
/** A handful of ages tells a language, and each costs a few microseconds for each language. */
const SAMPLE = 12;
const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
const fold = (phrase: string) => phrase.replace(/\s+/gu, ' ').toLowerCase();

/** The interface language: what the document says, else what its help links ask for, else the one in which its cards tell their age. */
export function localeOf(page: Document): string | null {
  const said = attr(page.documentElement, 'lang');
  if (said) return said;
  const asked = all(page, 'a[href*="google.com"][href*="hl="]')
    .filter((link) => !closest(link, '#description,#content-text'))
    .map((link) => /[?&]hl=([\w-]{2,11})/.exec(attr(link, 'href') ?? '')?.[1]);
  return asked[0] && asked.every((name) => name === asked[0]) ? asked[0] : guess(page);
}

function guess(page: Document): string | null {
  const ages = all(page, CARDS)
    .slice(0, SAMPLE)
    .map((card) => fold(text(card)));
  let best = { name: null as string | null, score: 0 };
  for (const name of [...navigator.languages, ...LANGUAGES.split(' ')]) {
    const format = new Intl.RelativeTimeFormat(name);
    const tells = (card: string) =>
      [...card.matchAll(/\d+/g)].some(([n]) => UNITS.some((unit) => card.includes(fold(format.format(-n, unit)))));
    const score = ages.filter(tells).length;
    if (score > best.score) best = { name, score };
  }
  return best.name;
}
