import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountStyle, countIn, countsIn, readCount } from '../../lib/reading/counts';
import { LOCALES } from './locales';

const style = (locale: string, display: CountStyle['display'] = 'truncates', significant = 2): CountStyle => ({
  locale,
  display,
  significant,
});

describe('readCount', () => {
  it.each([
    ['1.234', 'de', 1234],
    ['1,234', 'en', 1234],
    ['1 234', 'fr', 1234],
    ['1\u00a0234', 'fr', 1234],
    ['1\u202f234', 'pl', 1234],
    ['1’234', 'de-CH', 1234],
    ["1'234", 'de-CH', 1234],
    ['12,34,567', 'hi', 1_234_567],
    ['1,234,567', 'hi', 1_234_567],
    ['8.874.019', 'es-ES', 8_874_019],
    ['8,874,019', 'es-MX', 8_874_019],
    ['١٢٬٣٤٥', 'ar', 12_345],
    ['۱۲٬۳۴۵', 'fa', 12_345],
    ['१२,३४,५६७', 'mr', 1_234_567],
    ['１２３', 'ja', 123],
    ['\u200f1,234\u200e', 'he', 1234],
    ['  42\n', 'en', 42],
    ['0', 'en', 0],
  ])('%s in %s is %d exactly', (text, locale, value) => {
    expect(readCount(text, style(locale))).toMatchObject({ value, low: value, high: value, as: 'exact', from: 'text' });
  });

  it.each([
    ['1.2K', 'en', 1200],
    ['1.2k', 'en-GB', 1200],
    ['1.2M', 'en-GB', 1_200_000],
    ['1,2 M', 'fr', 1_200_000],
    ['1,2M', 'fr', 1_200_000],
    ['1,2 Md', 'fr', 1.2e9],
    ['1,2 Mio.', 'de', 1_200_000],
    ['1,2 Mio', 'de', 1_200_000],
    ['1,2 mil', 'es', 1200],
    ['1,2 mil.', 'cs', 1_200_000],
    ['487 B', 'tr', 487_000],
    ['12Bin', 'tr', 12_000],
    ['1,2 E', 'hu', 1200],
    ['2 M', 'id', 2e9],
    ['1,2 T', 'vi', 1.2e9],
    ['1.2L', 'en-IN', 120_000],
    ['4.2萬', 'zh-TW', 42_000],
    ['4.2萬', 'zh-HK', 42_000],
    ['1.9천', 'ko', 1900],
    ['١٫٢ مليون', 'ar', 1_200_000],
    ['elfu 1.2', 'sw', 1200],
    ['1 mil millones', 'es', 1e9],
    ['mille', 'it', 1000],
  ])('%s in %s stands for %d', (text, locale, value) => {
    expect(readCount(text, style(locale))).toMatchObject({ value, as: 'rounded', raw: text });
  });

  it.each([
    ['225.5K', 'fr', 225_500],
    ['15M', 'de', 15_000_000],
    ['1.5M', 'ja', 1_500_000],
    ['1,5 K', 'es', 1500],
  ])('%s is read on a page in %s, which writes it otherwise', (text, locale, value) => {
    expect(readCount(text, style(locale))?.value).toBe(value);
  });

  it.each([
    ['1.234', 'en', 'a fraction is no count'],
    ['1,234', 'fr', 'a French fraction, an English thousand'],
    ['12,34', 'en', 'the group sign stands in a wrong place'],
    ['1.23.456', 'de', 'the group sign stands in a wrong place'],
    ['12 34', 'fr', 'two numbers'],
    ['2M', 'id', 'Indonesian 10⁹ or English 10⁶'],
    ['487B', 'tr', 'Turkish 10³ or English 10⁹'],
    ['12 B', 'en', 'perhaps Turkish thousands'],
    ['1 billion', 'de', '10⁹ in English, 10¹² in German'],
    ['1.2m', 'en', 'minutes, metres or millions'],
    ['3 m', 'en', 'minutes, metres or millions'],
    ['12 Dzd.', 'nl', 'CLDR has no such affix'],
    ['12 mil', 'en', 'thousand in Spanish, million in Czech'],
    ['12백만', 'ko', 'a numeral that is no affix'],
    ['1.2345K', 'en', 'no whole number'],
    ['9999T', 'en', 'more than any count'],
    ['12345678901234567', 'en', 'an id'],
    ['१ करोड', 'ne', 'two powers of ten in the same language'],
  ])('%s in %s is left unread: %s', (text, locale) => {
    expect(readCount(text, style(locale))).toBeNull();
  });

  const NO_COUNTS = [
    ...[
      'Nov 13, 2025',
      '3:45',
      '1:02:03',
      '10/11',
      '-5',
      '−5',
      '+5',
      '5%',
      '5 %',
      '٪',
      'v2',
      '#3',
      '@3',
      '1.2.3',
      '12-34',
      '1e5',
      '½',
      '5½',
      '5²',
      '',
      ' ',
      '.',
      ',',
    ],
    ...[
      'K',
      'M',
      '007',
      '1K+',
      '>1K',
      '~5',
      '$5',
      '5 €',
      '5K-10K',
      '13.11.2025',
      '2024-05-01',
      '(12)',
      '12.',
      '1..2',
      '1,,234',
      ',5',
      '5,',
      '0x1F',
      'Infinity',
      'NaN',
      '1K2',
    ],
    ...['1M 2K', '第5', '2024年', '1万2345', '5px', '3rd', '4x', 'x4'],
  ];
  it('takes nothing else for a count, in any language', () => {
    const read = LOCALES.flatMap((locale) => NO_COUNTS.filter((text) => readCount(text, style(locale))).map((text) => `${locale} ${text}`));
    expect(read).toEqual([]);
  });

  it('needs no valid language tag', () => {
    for (const locale of [
      '',
      'xx',
      'es-419',
      'zh-Hans',
      'en_US',
      'not a tag',
      '-',
      'x'.repeat(10_000),
      'de-DE-u-nu-arab',
      'i-default',
      '中文',
    ]) {
      expect(readCount('12', style(locale))?.value).toBe(12);
    }
  });

  it('refuses long texts unread', () => {
    expect(readCount('1'.repeat(65), style('en'))).toBeNull();
    expect(readCount('1'.repeat(1_000_000), style('en'))).toBeNull();
    expect(readCount(`${' '.repeat(900)}12`, style('en'))?.value).toBe(12);
    expect(readCount(`${' '.repeat(1_000_000)}12`, style('en'))).toBeNull();
  });

  it('takes null and undefined', () => {
    expect(readCount(null, style('en'))).toBeNull();
    expect(readCount(undefined, style('en'))).toBeNull();
  });

  it('finds no number where there is no digit', () => {
    const words = fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => !/\p{N}/u.test(text) && !/mil|tysi|ezer/i.test(text));
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...LOCALES),
        (text, locale) => readCount(text, style(locale)) === null && countIn(text, style(locale)) === null,
      ),
    );
  });

  it('never throws and never breaks its own bounds', () => {
    const single = [..."10٣१.,  '٫٬KMkm万억%-:/@#()\u00a0\u200fé"];
    const parts = fc.constantFrom(...single, '12', '999', 'mil', '😀', '\ud83d', 'views');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(parts, { maxLength: 20 }).map((list) => list.join('')),
          fc.string({ unit: 'binary' }),
        ),
        fc.constantFrom(...LOCALES),
        (text, locale) => {
          for (const reading of [readCount(text, style(locale, 'either')), ...countsIn(text, style(locale, 'rounds'))]) {
            if (!reading) continue;
            const { value, low, high } = reading;
            if (value === null || low === null || high === null || !(0 <= low && low <= value && value <= high && high <= 1e13))
              return false;
          }
          return true;
        },
      ),
      { numRuns: 3000 },
    );
  });
});
