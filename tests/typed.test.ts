import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayText, dayTyped, numberTyped } from '../lib/typed';

describe('a number that is typed', () => {
  it.each([
    ['1\u202f234,5', 'fr', 1234.5],
    ['1 234', 'fr', 1234],
    ['1.234', 'fr', 1234],
    ['1.234', 'en', 1.234],
    ['1,234', 'en', 1234],
    ['1,234', 'fr', 1.234],
    ['12,5', 'en', 12.5],
    ['12.5', 'fr', 12.5],
    ['1,234.5', 'fr', 1234.5],
    ['1.234,5', 'en', 1234.5],
    ['1,234,567', 'fr', 1_234_567],
    ['1’234.5', 'fr-CH', 1234.5],
    ['.5', 'en', 0.5],
    ['0', 'fr', 0],
  ])('%s in %s is %d', (typed, language, value) => expect(numberTyped(typed, language)).toBe(value));

  it.each(['', '-3', '12 €', '1,2,3', '1.2.3,4', '1,23,456', 'NaN', '1e3', '٣'])('%s is none', (typed) =>
    expect([numberTyped(typed, 'en'), numberTyped(typed, 'fr')]).toEqual([null, null]),
  );

  it('comes back as it was written in either language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), fc.constantFrom('en', 'fr', 'fr-CA', 'en-GB'), (cents, language) => {
        const value = cents / 100;
        const written = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(value);
        expect(numberTyped(written, language)).toBe(value);
      }),
    );
  });
});

it('a day comes back as it was written, and one that the calendar does not have is none', () => {
  expect(dayText(dayTyped('2026-02-28') ?? 0)).toBe('2026-02-28');
  for (const none of ['2026-02-30', '', '28/02/2026', '2026-13-01', '0000-00-00']) expect(dayTyped(none)).toBeNull();
});
