import { describe, expect, it } from 'vitest';
import type { Reading } from '../../lib/model/reading';
import { type CountStyle, readCount } from '../../lib/reading/counts';

const style = (locale: string, display: CountStyle['display'] = 'truncates', significant = 2): CountStyle => ({
  locale,
  display,
  significant,
});
const bounds = (reading: Reading | null) => reading && [reading.value, reading.low, reading.high];

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
