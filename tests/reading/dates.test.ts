import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoMoment, relativeMoment } from '../../lib/reading/dates';
import { LOCALES } from './locales';

const NOW = Date.UTC(2026, 5, 15, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Age in days, youngest and oldest. */
const age = (text: string | null, locale: string) => {
  const moment = relativeMoment(text, locale, NOW);
  return moment && [(NOW - moment.high) / DAY, (NOW - moment.low) / DAY];
};

describe('isoMoment', () => {
  it.each([
    ['2024-05-01T10:00:00Z', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01T10:00:00.123Z', '2024-05-01T10:00:00.123Z'],
    ['2024-05-01T10:00:00-07:00', '2024-05-01T17:00:00.000Z'],
    ['2024-05-01T10:00:00+0530', '2024-05-01T04:30:00.000Z'],
    [' 2024-05-01 10:00:00z ', '2024-05-01T10:00:00.000Z'],
    ['2024-12-31T23:30:00-01:00', '2025-01-01T00:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('%s is one moment', (text, iso) => {
    const value = Date.parse(iso);
    expect(isoMoment(text)).toEqual({ value, low: value, high: value, from: 'attribute' });
  });

  it('a date alone is that day anywhere on Earth', () => {
    const moment = isoMoment('2024-05-01', 'embedded');
    expect(moment).toMatchObject({ low: Date.UTC(2024, 3, 30, 10), high: Date.UTC(2024, 4, 2, 12) - 1, from: 'embedded' });
    expect(moment && moment.low < moment.value && moment.value < moment.high).toBe(true);
  });

  it('a time without a zone is an interval, and so is a minute', () => {
    expect(isoMoment('2024-05-01T10:00:00')).toMatchObject({ low: Date.UTC(2024, 3, 30, 20), high: Date.UTC(2024, 4, 1, 22) });
    expect(isoMoment('2024-05-01T10:00Z')).toMatchObject({ low: Date.UTC(2024, 4, 1, 10), high: Date.UTC(2024, 4, 1, 10, 0, 59, 999) });
  });

  it.each([
    '',
    'x',
    '2024',
    '2024-05',
    '2024-02-30',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-05-01T25:00:00Z',
    '2024-05-01T10:61:00Z',
    '2024-05-01T10:00:00+99:00',
    'May 1, 2024',
    '1714557600',
    '0001-01-01',
    `2024-05-01${' '.repeat(99)}`,
  ])('%s is none', (text) => {
    expect(isoMoment(text)).toBeNull();
  });
});

describe('relativeMoment', () => {
  it.each([
    ['2 weeks ago', 'en', 14, 21],
    ['1 day ago', 'en', 1, 2],
    ['Streamed 2 years ago', 'en', 730, 1098],
    ['Premiered 3 hours ago', 'en', 3 / 24, 4 / 24],
    ['1.5M views 2 years ago', 'en', 730, 1098],
    ['2y ago', 'en', 730, 1098],
    ['3mo ago', 'en', 84, 124],
    ['Diffusé il y a 2 ans', 'fr', 730, 1098],
    ['il y a 2 semaines', 'fr', 14, 21],
    ['vor 2 Jahren', 'de', 730, 1098],
    ['hace 3 días', 'es', 3, 4],
    ['há 2 anos', 'pt-BR', 730, 1098],
    ['2 года назад', 'ru', 730, 1098],
    ['2 тыс. просмотров 3 дня назад', 'ru', 3, 4],
    ['2 yıl önce', 'tr', 730, 1098],
    ['2年前 に配信済み', 'ja', 730, 1098],
    ['2 年前', 'ja', 730, 1098],
    ['2年前', 'zh-TW', 730, 1098],
    ['2년 전', 'ko', 730, 1098],
    ['قبل ٣ أيام', 'ar', 3, 4],
    ['قبل سنتين', 'ar', 730, 1098],
    ['לפני שנתיים', 'he', 730, 1098],
    ['2 weeks ago', 'fr', 14, 21],
  ])('%s in %s', (text, locale, youngest, oldest) => {
    expect(age(text, locale)).toEqual([youngest, oldest]);
    const moment = relativeMoment(text, locale, NOW);
    expect(moment?.from).toBe('relative');
    expect(moment?.value).toBe(Math.round(((moment?.low ?? 0) + (moment?.high ?? 0)) / 2));
  });

  it.each([
    ['yesterday', 'en'],
    ['Diffusé hier', 'fr'],
    ['昨日', 'ja'],
    ['12 views yesterday', 'en'],
  ])('%s in %s is a day of the calendar: up to two days ago', (text, locale) => {
    expect(age(text, locale)).toEqual([0, 2]);
  });

  it.each([
    ['in 2 days', 'en'],
    ['in 2 Tagen', 'de'],
    ['dans 2 ans', 'fr'],
    ['2', 'en'],
    ['2 days', 'en'],
    ['12 views', 'en'],
    ['1.2 days ago', 'en'],
    ['99999 days ago', 'en'],
    ['ago', 'en'],
    ['Watch now', 'en'],
    ['#days ago 5', 'en'],
    ['v2 days ago', 'en'],
    ['5 days ago and 2 days ago', 'en'],
    ['', 'en'],
    ['x'.repeat(1_000_000), 'en'],
  ])('%s in %s says no moment in the past', (text, locale) => {
    expect(relativeMoment(text.slice(0, 500), locale, NOW)).toBeNull();
    expect(relativeMoment(text, locale, NOW)).toBeNull();
  });

  it.each(LOCALES)('%s: what Intl writes is read back, and the future is not', (locale) => {
    const units = [
      ['hour', HOUR, HOUR],
      ['day', DAY, DAY],
      ['week', 7 * DAY, 7 * DAY],
      ['year', 365 * DAY, 366 * DAY],
    ] as const;
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
    for (const [unit, shortest, longest] of units) {
      for (const n of [1, 2, 3, 4, 5, 11, 21, 23]) {
        const text = format.format(-n, unit);
        const moment = relativeMoment(text, locale, NOW);
        expect([moment?.high, moment?.low], text).toEqual([NOW - n * shortest, NOW - (n + 1) * longest]);
        const later = format.format(n, unit);
        if (later !== text) expect(relativeMoment(later, locale, NOW), later).toBeNull();
      }
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 250 }), fc.string({ maxLength: 50 }), (text, locale) => {
        const moment = relativeMoment(text, locale, NOW);
        return moment === null || (moment.low <= moment.value && moment.value <= moment.high && moment.high <= NOW);
      }),
    );
  });
});
