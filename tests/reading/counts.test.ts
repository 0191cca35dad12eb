import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../lib/model/reading';
import { type CountStyle, countIn, countsIn, readCount, refine } from '../../lib/reading/counts';
import { LOCALES } from './locales';

const style = (locale: string, display: CountStyle['display'] = 'truncates', significant = 2): CountStyle => ({
  locale,
  display,
  significant,
});
const bounds = (reading: Reading | null) => reading && [reading.value, reading.low, reading.high];
const values = (readings: Reading[]) => readings.map(({ value }) => value);

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
    ['3 m', 'en', 'minutes, metres or millions'],
    ['12 Tsd.', 'de', 'CLDR has no such affix'],
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
    const parts = fc.constantFrom(
      '1',
      '12',
      '999',
      '0',
      '٣',
      '१',
      '.',
      ',',
      ' ',
      '\u00a0',
      "'",
      '٫',
      '٬',
      'K',
      'M',
      'k',
      'm',
      'mil',
      '万',
      '억',
      '%',
      '-',
      ':',
      '/',
      '@',
      '#',
      '(',
      ')',
      '\u200f',
      '😀',
      '\ud83d',
      'é',
      'views',
    );
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

describe('bounds', () => {
  it.each([
    ['1K', 'truncates', 1, [1000, 1000, 1999]],
    ['1K', 'truncates', 2, [1000, 1000, 1099]],
    ['1K', 'rounds', 1, [1000, 500, 1500]],
    ['1K', 'rounds', 2, [1000, 950, 1050]],
    ['1K', 'either', 2, [1000, 950, 1099]],
    ['12K', 'truncates', 2, [12_000, 12_000, 12_999]],
    ['346K', 'truncates', 2, [346_000, 346_000, 346_999]],
    ['1.23M', 'truncates', 2, [1_230_000, 1_230_000, 1_239_999]],
    ['1.234K', 'rounds', 2, [1234, 1234, 1234]],
    ['0K', 'rounds', 2, [0, 0, 500]],
    ['1.5M', 'either', 1, [1_500_000, 1_450_000, 1_599_999]],
  ] as const)('%s, %s, %d digits', (text, display, significant, expected) => {
    expect(bounds(readCount(text, style('en', display, significant)))).toEqual(expected);
  });

  it('counts the digits that the language prints, not thousands', () => {
    expect(bounds(readCount('3万', style('zh')))).toEqual([30_000, 30_000, 30_999]);
    expect(bounds(readCount('9万', style('ja', 'truncates', 1)))).toEqual([90_000, 90_000, 99_999]);
  });
});

describe('countIn', () => {
  it.each([
    ['1.5M views', 'en', 1_500_000],
    ['2.1 million views', 'en', 2_100_000],
    ['9.84K subscribers', 'en', 9840],
    ['Like (12,345 likes)', 'en', 12_345],
    ['Add to Favorites. 1311 added to Favorites', 'en', 1311],
    ['5 mentions', 'en', 5],
    ['@name42 5 likes', 'en', 5],
    ['Views: 12.', 'en', 12],
    ['2,3 M de vues', 'fr', 2_300_000],
    ['3 Aufrufe', 'de', 3],
    ['Gefällt mir (12.345 Gefällt mir)', 'de', 12_345],
    ['1,2 mil visualizaciones', 'es', 1200],
    ['8,8 M de visualizaciones', 'es', 8_800_000],
    ['1 mil millones de vistas', 'es', 1e9],
    ['9,9 тыс. сохранений', 'ru', 9900],
    ['4,656 回視聴', 'ja', 4656],
    ['123万 リポスト', 'ja', 1_230_000],
    ['12K ブースト', 'ja', 12_000],
    ['返信する（7件の返信）', 'ja', 7],
    ['觀看次數：4.2萬次', 'zh-TW', 42_000],
    ['조회수 1.2만회', 'ko', 12_000],
    ['좋아요 (12,345개)', 'ko', 12_345],
    ['การดู 1.2 แสนครั้ง', 'th', 120_000],
    ['يعجب 12 ألف', 'ar', 12_000],
    ['Watazamaji elfu 12', 'sw', 12_000],
  ])('%s in %s holds %d', (text, locale, value) => {
    expect(countIn(text, style(locale))?.value).toBe(value);
  });

  it.each([
    ['Keine Aufrufe', 'de', 'no digit'],
    ['12 views, 3 likes', 'en', 'two counts'],
    ['@name42 likes this', 'en', 'a handle'],
    ['#top10 of @day_7', 'en', 'hashtags'],
    ['https://example.com/a/12?b=3', 'en', 'an address'],
    ['2024-05-01', 'en', 'a date'],
    ['3:45', 'en', 'a time'],
    ['3 m ago', 'en', 'minutes or millions'],
    ['12 Tsd. × geteilt', 'de', 'an abbreviation unknown to CLDR'],
    ['12 Tsd. × geteilt, 3 × zitiert', 'de', 'the rest would pass for the whole'],
    ['12 mil visualizaciones', 'en', 'another language'],
    ['elfu 12', 'en', 'another language'],
    ['5 miljoonan', 'fi', 'an affix in another case'],
    ['5 조회', 'ko', 'views or trillions'],
    ['12 백만', 'ko', 'a numeral that is no affix'],
    ['3千', 'zh', 'a numeral that is no affix'],
    ['5-10 likes', 'en', 'a range'],
    ['100% real', 'en', 'a share'],
    ['3rd place', 'en', 'an ordinal'],
  ])('%s in %s holds none that is certain: %s', (text, locale) => {
    expect(countIn(text, style(locale))).toBeNull();
  });

  it('keeps the text of the count as it was written', () => {
    expect(countIn('يعجب ١٫٢ مليون', style('ar'), 'label')).toMatchObject({ raw: '١٫٢ مليون', from: 'label' });
  });
});

describe('countsIn', () => {
  it.each([
    ['46 replies, 73 reposts, 939 likes, 1210 bookmarks, 241030 views', 'en', [46, 73, 939, 1210, 241_030]],
    ['11 回复、246 次转帖、1965 喜欢、28 书签、81802 次观看', 'zh', [11, 246, 1965, 28, 81_802]],
    ['46 respuestas, 1.073 reposts, 2,5 M de vistas', 'es', [46, 1073, 2_500_000]],
    ['46 Antworten, 1.073 Reposts, 939 „Gefällt mir“-Angaben', 'de', [46, 1073, 939]],
    ['1,234, 5', 'en', [1234, 5]],
    ['12 · 3 · 1.5K', 'en', [12, 3, 1500]],
    ['at 3:45, 12 likes', 'en', [12]],
  ])('%s in %s', (text, locale, expected) => {
    expect(values(countsIn(text, style(locale)))).toEqual(expected);
  });

  it('gives none rather than some, where one is unclear', () => {
    expect(countsIn('46 replies, 1.073 reposts, 939 likes', style('en'))).toEqual([]);
    expect(countsIn('12 34 56', style('en'))).toEqual([]);
  });

  it('looks at 300 characters and at no half number', () => {
    expect(values(countsIn(`${'word '.repeat(10)}12 ${'word '.repeat(1000)} 34`, style('en')))).toEqual([12]);
    expect(countsIn(`${'x'.repeat(296)} 12345678`, style('en'))).toEqual([]);
    expect(countsIn(`${'x'.repeat(296)} 12 345 678`, style('fr'))).toEqual([]);
    expect(countsIn('1'.repeat(1_000_000), style('en'))).toEqual([]);
    expect(countsIn('1 '.repeat(500_000), style('en'))).toEqual([]);
  });
});

describe('refine', () => {
  const shown = readCount('1.5M', style('en')) as Reading;

  it('takes the exact count that the label holds', () => {
    expect(refine(shown, '1,595,019 views', style('en'))).toMatchObject({ value: 1_595_019, as: 'exact', from: 'label', raw: '1,595,019' });
    expect(refine(shown, '1,595,019 views 2 years ago', style('en')).value).toBe(1_595_019);
  });

  it.each([
    ['nothing', null],
    ['no number', 'views'],
    ['another number', '1,495,019 views'],
    ['one just beyond', '1,600,000 views'],
    ['an abbreviation', '1.5M views'],
    ['two that fit', '1,595,019 of 1,595,020 views'],
  ])('keeps what was shown where the label holds %s', (_, label) => {
    expect(refine(shown, label, style('en'))).toBe(shown);
  });

  it('leaves an exact reading alone', () => {
    const exact = readCount('12', style('en')) as Reading;
    expect(refine(exact, '12 likes', style('en'))).toBe(exact);
  });
});
