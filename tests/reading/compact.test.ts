import { describe, expect, it } from 'vitest';
import { numberTable } from '../../lib/reading/compact';
import { readCount } from '../../lib/reading/counts';
import { asciiDigits, tidy } from '../../lib/reading/prepare';
import { LOCALES } from './locales';

describe('the table of a language', () => {
  it.each([
    ['en', '1,234.5', '12,34,567', '1.234,5'],
    ['de', '1.234,5', '1.23', '1,234.5'],
    ['fr', '1 234,5', '12 34', '1.234'.padEnd(6, ',')],
    ['hi', '12,34,567.5', '1234,567', '12.34.567'],
    ['fa', '1٬234٫5', '1٬23', '1.234,5'],
    ['en', '0.5', '01', '00'],
  ])('%s groups digits as in %s', (locale, right, wrong, other) => {
    const { number } = numberTable(locale);
    expect([right, wrong, other].map((text) => number.test(text))).toEqual([true, false, false]);
  });

  it('is built once for a language, whatever the tag', () => {
    expect(numberTable('pt-br')).toBe(numberTable('pt_BR'));
    expect(numberTable('tlh-nonsense')).toBe(numberTable('en'));
  });

  // The reader takes K for a thousand in languages that have no K of their own.
  it('K stands for a thousand in every language that has it, but in Tongan', () => {
    const powers = LOCALES.filter((locale) => locale !== 'to').flatMap((locale) =>
      ['~k', '~K', 'K', ' K', 'k', ' k'].flatMap((key) => numberTable(locale).affixes.get(key) ?? []),
    );
    expect(powers.length).toBeGreaterThan(LOCALES.length);
    expect(new Set(powers)).toEqual(new Set([3]));
    expect(readCount('12K', { locale: 'to', display: 'rounds', significant: 2 })).toBeNull();
  });

  it('of a region inherits what its language writes elsewhere, where nothing contradicts it', () => {
    expect(readCount('1.2萬', { locale: 'zh-HK', display: 'rounds', significant: 2 })?.value).toBe(12_000);
    expect(readCount('1,2 bi', { locale: 'pt-PT', display: 'rounds', significant: 2 })?.value).not.toBe(1.2e9);
  });
});

describe('digits and spaces', () => {
  it('understands the digits of every numbering system that has ten', () => {
    for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
      const text = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(9_876_543_210);
      if (/^\p{Nd}+$/u.test(text)) expect(asciiDigits(text), numberingSystem).toBe('9876543210');
    }
  });

  it('makes all spaces one and drops invisible marks', () => {
    expect(tidy('\u200f1\u00a0234\u202f567\u2009 8\u200e\ufeff')).toBe('1 234 567 8');
    expect(tidy('  a   b ')).toBe('a b');
  });
});
