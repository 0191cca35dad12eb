import { describe, expect, it } from 'vitest';
import type { Reading } from '../../lib/model/reading';
import { type CountStyle, countIn, countsIn, readCount, refine } from '../../lib/reading/counts';

const style = (locale: string): CountStyle => ({ locale, display: 'truncates', significant: 2 });
const values = (readings: Reading[]) => readings.map(({ value }) => value);

describe('countIn', () => {
  it.each([
    ['1.5M views', 'en', 1_500_000],
    ['2.1 million views', 'en', 2_100_000],
    ['9.84K subscribers', 'en', 9840],
    ['12 Tsd. Follower', 'de', 12_000],
    ['1,2 Tsd', 'de-AT', 1200],
    ['1,3 mill. seguidores', 'es', 1_300_000],
    ['1.3 mill', 'es-MX', 1_300_000],
    ['Like (12,345 likes)', 'en', 12_345],
    ['Add to Favorites. 1311 added to Favorites', 'en', 1311],
    ['5 mentions', 'en', 5],
    ['@name42 5 likes', 'en', 5],
    ['Views: 12.', 'en', 12],
    ['2,3 M de vues', 'fr', 2_300_000],
    ['3 Aufrufe', 'de', 3],
    ['939 J’aime', 'fr', 939],
    ['5 m’aiment', 'fr', 5],
    ['939 Mi piace', 'it', 939],
    ['939 마음에 들어요', 'ko', 939],
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
    ['12 Dzd. keer gedeeld', 'nl', 'an abbreviation unknown to CLDR'],
    ['12 Dzd. keer gedeeld, 3 keer geciteerd', 'nl', 'the rest would pass for the whole'],
    ['12 mil visualizaciones', 'en', 'another language'],
    ['12 Tsd. vues', 'fr', 'German thousands'],
    ['287 B位', 'zh-TW', 'perhaps Turkish thousands, with what is counted glued to it'],
    ['১২ লা', 'en', 'Bengali digits and hundred thousands'],
    ['elfu 12', 'en', 'another language'],
    ['12 тыс. просмотров', 'en', 'another language'],
    ['12 ألف مشاهدة', 'en', 'another language'],
    ['12 mi curtidas', 'en', 'another language'],
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
    ["46 réponses, 73 reposts, 939 j'aime, 1210 signets, 241030 vues", 'fr', [46, 73, 939, 1210, 241_030]],
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
