import { describe, expect, test } from 'vitest';
import { poissonInterval, tQuantile } from '../../lib/stats/distributions';
import { sumOfRates } from '../../lib/stats/rates';

describe('Student’s t', () => {
  // python3 -c "from scipy import stats; print([round(stats.t.ppf(.975, df), 6) for df in (1,2,3,4,5,7,11,18,19,29,120)])"
  test.each([
    [1, 12.706205],
    [2, 4.302653],
    [3, 3.182446],
    [4, 2.776445],
    [5, 2.570582],
    [7, 2.364624],
    [11, 2.200985],
    [18, 2.100922],
    [19, 2.093024],
    [29, 2.04523],
    [120, 1.97993],
  ])('97.5 %% quantile with %i degrees of freedom', (df, expected) => {
    expect(tQuantile(0.975, df)).toBeCloseTo(expected, 6);
  });

  // python3 -c "from scipy import stats; print([round(stats.t.ppf(p, 7), 6) for p in (.6,.9,.95,.99,.995,.05)])"
  test.each([
    [0.6, 0.263167],
    [0.9, 1.414924],
    [0.95, 1.894579],
    [0.99, 2.997952],
    [0.995, 3.499483],
    [0.05, -1.894579],
  ])('quantile at %f with 7 degrees of freedom', (p, expected) => {
    expect(tQuantile(p, 7)).toBeCloseTo(expected, 6);
  });
});

describe('Poisson interval', () => {
  // python3 -c "from scipy.stats import chi2; print([(k, chi2.ppf(.025, 2*k)/2 if k else 0, chi2.ppf(.975, 2*k+2)/2) for k in (0,1,2,5,8,20,100,1000)])"
  test.each([
    [0, 0, 3.688879],
    [1, 0.025318, 5.571643],
    [2, 0.242209, 7.224688],
    [5, 1.623486, 11.668332],
    [8, 3.453832, 15.763189],
    [20, 12.21652, 30.888378],
    [100, 81.363991, 121.626794],
    [1000, 938.973018, 1063.952136],
  ])('of a count of %i', (count, low, high) => {
    const interval = poissonInterval(count);
    expect(interval.low).toBeCloseTo(low, 5);
    expect(interval.high).toBeCloseTo(high, 5);
  });

  test('8 posts in 14 days are 4 a week, between 1.7 and 7.9', () => {
    const { low, high } = poissonInterval(8);
    expect([low / 2, high / 2].map((x) => x.toFixed(1))).toEqual(['1.7', '7.9']);
  });
});

describe('sum of rates', () => {
  test('one rate is itself', () => {
    const { value, low, high } = sumOfRates([{ value: 4, low: 1.7, high: 7.9 }]);
    expect([value, low, high].map((x) => x.toFixed(6))).toEqual(['4.000000', '1.700000', '7.900000']);
  });

  test('the interval of a sum is narrower than the sum of the intervals and never below zero', () => {
    const sum = sumOfRates([
      { value: 4, low: 1, high: 8 },
      { value: 4, low: 1, high: 8 },
    ]);
    expect(sum.value).toBe(8);
    expect(sum.low).toBeCloseTo(8 - Math.sqrt(18), 9);
    expect(sum.high).toBeCloseTo(8 + Math.sqrt(32), 9);
    expect(sumOfRates([{ value: 0, low: 0, high: 3.7 }]).low).toBe(0);
  });
});
