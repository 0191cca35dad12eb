import { describe, expect, it } from 'vitest';
import type { Reading } from '../../lib/model/reading';
import { type CountStyle, readCount } from '../../lib/reading/counts';
import { LOCALES } from './locales';

const PER_LOCALE = 10_000;
/** Of these, how many are also written cut off instead of rounded. */
const CUT = 2000;
/** How many are also written in the long form (“1.2 million”). */
const LONG = 500;
const EDGES = [
  0, 1, 2, 9, 10, 11, 21, 99, 100, 101, 999, 1000, 1001, 1049, 1050, 1051, 1099, 1100, 1949, 1950, 1999, 9949, 9950, 9999, 10_000, 10_499,
  10_500, 12_345, 99_499, 99_500, 99_949, 99_950, 99_999, 100_000, 999_499, 999_500, 999_949, 999_950, 999_999, 1_000_000, 1_049_999,
  1_050_000, 1_999_999, 9_949_999, 9_950_000, 9_999_999, 10_000_000, 99_999_999, 100_000_000, 999_499_999, 999_500_000, 999_999_999,
  1_000_000_000, 1_234_567_890, 99_999_999_999, 999_999_999_999, 1e12,
];

/** Numbers from 0 to 10¹², as many of each length; the same at every run, so that a failure can be found again. */
function sample(size: number): number[] {
  const numbers = [...EDGES];
  let state = 20_240_501;
  while (numbers.length < size) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    numbers.push(Math.floor(10 ** ((state / 2 ** 32) * 12)));
  }
  return numbers;
}
const NUMBERS = sample(PER_LOCALE);

interface Tally {
  read: number;
  wrong: string[];
  unread: string[];
}

/** Reads texts once each: compact notation writes few different ones. */
function reader(style: CountStyle) {
  const known = new Map<string, Reading | null>();
  return (text: string) => {
    let reading = known.get(text);
    if (reading === undefined) {
      reading = readCount(text, style);
      known.set(text, reading);
    }
    return reading;
  };
}

/** Writes the numbers in a language and holds what is read against them. */
function tally(locale: string, options: Intl.NumberFormatOptions, styles: Omit<CountStyle, 'locale'>[], numbers: number[]): Tally {
  const result: Tally = { read: 0, wrong: [], unread: [] };
  const format = new Intl.NumberFormat(locale, options);
  const readers = styles.map((style) => reader({ locale, ...style }));
  for (const number of numbers) {
    const text = format.format(number);
    for (const read of readers) {
      const reading = read(text);
      if (!reading || reading.low === null || reading.high === null || reading.value === null) result.unread.push(`${number} “${text}”`);
      else if (reading.low > number || number > reading.high || reading.value < reading.low || reading.value > reading.high)
        result.wrong.push(`${number} “${text}” ${reading.low}–${reading.high}`);
      else if (!options.notation && reading.as !== 'exact') result.wrong.push(`${number} “${text}” ${reading.as}`);
      else result.read++;
    }
  }
  return result;
}

const systems = (locale: string) => [...new Set([new Intl.NumberFormat(locale).resolvedOptions().numberingSystem, 'latn'])];
const rounds = (significant: number) => ({ display: 'rounds', significant }) as const;
const truncates = (significant: number) => ({ display: 'truncates', significant }) as const;
const either = (significant: number) => ({ display: 'either', significant }) as const;

/**
 * Texts that mean two numbers in their own language; they stay unread. Bengali writes 10⁷ as "১ কো" and 10¹¹ as "১কো", and pages drop spaces.
 * Nepali has करोड for 10⁷ in the short form and for 10⁶ in the long one.
 */
const between = (low: number, below: number) => (number: number) => number >= low && number < below;
const AMBIGUOUS: Record<string, Record<'short' | 'cut' | 'long', (number: number) => boolean>> = {
  bn: { short: between(99_500_000_000, 995_000_000_000), cut: between(1e11, 1e12), long: () => false },
  ne: { short: between(9_950_000, 995_000_000), cut: between(1e7, 1e9), long: between(995_000, 999_500_000) },
};
const NONE = { wrong: [], unread: [] };

describe('numbers written by the language itself', () => {
  it('covers the languages of the world', () => {
    expect(LOCALES.length).toBeGreaterThanOrEqual(100);
    expect(NUMBERS.length).toBe(PER_LOCALE);
  });

  it.each(LOCALES)('%s: every number lies within the bounds of its reading', (locale) => {
    const rounding = NUMBERS.filter((number) => !AMBIGUOUS[locale]?.short(number));
    const cutting = NUMBERS.slice(0, CUT).filter((number) => !AMBIGUOUS[locale]?.cut(number));
    for (const numberingSystem of systems(locale)) {
      const compact: Intl.NumberFormatOptions = { numberingSystem, notation: 'compact' };
      const cut: Intl.NumberFormatOptions = { ...compact, roundingMode: 'trunc' };
      expect(tally(locale, { numberingSystem }, [rounds(1)], NUMBERS), `${numberingSystem} plain`).toMatchObject(NONE);
      expect(tally(locale, compact, [rounds(1), rounds(2), either(2)], rounding), `${numberingSystem} short`).toMatchObject(NONE);
      expect(tally(locale, cut, [truncates(1), truncates(2), either(2)], cutting), `${numberingSystem} cut`).toMatchObject(NONE);
    }
  });

  it.each(LOCALES)('%s: the long form too', (locale) => {
    const clear = NUMBERS.slice(0, LONG).filter((number) => !AMBIGUOUS[locale]?.long(number));
    expect(tally(locale, { notation: 'compact', compactDisplay: 'long' }, [rounds(2)], clear)).toMatchObject(NONE);
  });

  it.each(Object.entries(AMBIGUOUS))('%s: what means two numbers is left unread', (locale, { short }) => {
    const unclear = NUMBERS.filter(short);
    expect(unclear.length).toBeGreaterThan(100);
    expect(tally(locale, { notation: 'compact' }, [rounds(2)], unclear)).toMatchObject({ wrong: [], read: 0 });
  });
});
