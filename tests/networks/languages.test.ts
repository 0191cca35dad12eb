// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { Reading } from '../../lib/model/reading';
import { networks } from '../../lib/networks';
import type { Network } from '../../lib/networks/network';
import { type Fixture, fixtures } from './fixture';
import { changeTexts, rewritten, written } from './translate';

/**
 * Languages that abbreviate thousands, so that no digit is won by writing a page's numbers in them. Indonesian is left out: its M, and that of
 * a page's own data in another language, are two numbers.
 */
const LANGUAGES = [
  'ar',
  'ar-EG',
  'bn',
  'cs',
  'da',
  'en-IN',
  'es',
  'es-MX',
  'fa',
  'fr',
  'hi',
  'hu',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'ru',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
];
/** Korean counts in ten thousands: 1.4M of two digits is written as 140만 of three, while the count beside it may be any below 1.5M. */
const wonIn = (language: string) => (language === 'ko' ? 1.1 : 1);
const RUNS = 20;
/** Pages are large, and each is read once for each try. */
const LONGEST_MS = 120_000;

/** The page as if its language were another: all numbers that people see are written anew, the words stay. */
function translated(network: Network, html: string, language: string): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const from = network.locale?.(page) || page.documentElement.lang || 'en';
  page.documentElement.lang = language;
  const props = page.querySelector('#mastodon');
  props?.setAttribute('data-props', (props.getAttribute('data-props') ?? '').replace(/"locale":\s?"[^"]+"/, `"locale":"${language}"`));
  changeTexts(page, (text) => rewritten(text, from, (value, compact) => written(value, compact, language)));
  return page;
}

/** All readings of a page by what they are of. */
async function readingsOf(network: Network, page: Document, { url, now }: Fixture): Promise<Map<string, Reading>> {
  const outcome = await readPage(network, page, url, now, { layers: ['dom'] });
  if (!outcome.ok) return new Map();
  const { account, posts } = outcome.capture;
  const ofAccount = (['followers', 'following', 'posts'] as const).map((name) => [name, account[name]] as const);
  const ofPosts = posts.flatMap(({ id, metrics }) => Object.entries(metrics).map(([name, reading]) => [`${id} ${name}`, reading] as const));
  return new Map([...ofAccount, ...ofPosts]);
}

const bounds = ({ low, high }: Reading) => [Number(low), Number(high)] as const;

describe('a page in another language says the same numbers, or none', () => {
  it.each(networks)(
    '$id',
    async (network) => {
      const pages = fixtures(network.id).map((page) => ({ ...page, html: page.document.documentElement.outerHTML }));
      const before = await Promise.all(pages.map((page) => readingsOf(network, page.document, page)));
      let same = 0;
      let all = 0;
      await fc.assert(
        fc.asyncProperty(fc.nat(pages.length - 1), fc.constantFrom(...LANGUAGES), async (place, language) => {
          const page = pages[place];
          if (!page) throw new Error('no page');
          const after = await readingsOf(network, translated(network, page.html, language), page);
          for (const [what, reading] of after) {
            const meant = before[place]?.get(what);
            if (reading.value === null) continue;
            const said = `${page.name} in ${language}, ${what}: ${reading.value} of "${reading.raw}", before ${meant?.value} of "${meant?.raw}"`;
            expect(meant?.value ?? null, said).not.toBeNull();
            if (!meant) continue;
            const [[low, high], [least, most]] = [bounds(reading), bounds(meant)];
            expect(low <= most && least <= high * wonIn(language), said).toBe(true);
            same += 1;
          }
          all += [...(before[place]?.values() ?? [])].filter(({ value }) => value !== null).length;
        }),
        { numRuns: RUNS },
      );
      // Words that stay in the first language are in the way of some; most numbers need none.
      expect(same / all).toBeGreaterThan(0.6);
    },
    LONGEST_MS,
  );
});
