import { countIn } from '../../reading/counts';
import { relativeMoment } from '../../reading/dates';
import { all, attr, closest } from '../../reading/dom';
import { CARDS, rowsOf } from './cards';

/** Languages of YouTube's interface (its settings menu), the most used ones first: they win a tie. */
const LANGUAGES =
  'en es es-419 fr de pt pt-PT it ja ko ru tr ar hi id vi th zh-TW zh-CN zh-HK nl pl uk sv fi no da cs hu el he ro fa bn ms af az bs ca et en-IN eu fil gl hr zu is sw lv lt sq sk sl sr sr-Latn be bg ky kk mk mn hy uz ur ne mr as pa gu or ta te kn ml si lo my ka am km fr-CA';
const SAMPLE = 24;

/** The interface language: what the document says, else what its help links ask for, else the one language that its cards make sense in. */
export function localeOf(page: Document): string | null {
  const said = attr(page.documentElement, 'lang');
  if (said) return said;
  const asked = all(page, 'a[href*="google.com"][href*="hl="]')
    .filter((link) => !closest(link, '#description,#content-text'))
    .map((link) => /[?&]hl=([\w-]{2,11})/.exec(attr(link, 'href') ?? '')?.[1]);
  return asked[0] && asked.every((name) => name === asked[0]) ? asked[0] : guess(page);
}

/** Two pieces a card, views and age: a language in which almost half of them are ages is the right one. */
const ENOUGH = 0.4;

function guess(page: Document): string | null {
  const texts = all(page, CARDS)
    .slice(0, SAMPLE)
    .flatMap((card) => rowsOf(card).flatMap((row) => row.filter((part) => /\p{Nd}/u.test(part.text)).map((part) => part.text)));
  let best = { name: '', ages: 1, score: 0 };
  for (const name of LANGUAGES.split(' ')) {
    const ages = texts.filter((text) => relativeMoment(text, name, 1e13)).length;
    if (ages < best.ages) continue;
    const score = ages + texts.filter((text) => countIn(text, { locale: name, display: 'either', significant: 1 })).length;
    if (ages > best.ages || score > best.score) best = { name, ages, score };
    if (score >= texts.length && ages >= texts.length * ENOUGH) break;
  }
  return best.name || null;
}
