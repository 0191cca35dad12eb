import { expect, test } from 'vitest';
import { benchmark, engagementRates, studyOn } from '../../lib/benchmark/benchmark';
import { compareFigures, compareToStudy } from '../../lib/benchmark/standing';
import { sampleStudy } from '../../lib/sample';
import { fold } from './fold';
import { NOW } from './make';

test.each(['x', 'bluesky', 'youtube'] as const)(
  'the rates alone are those of the whole benchmark, and brands stand as they do there (%s)',
  (network) => {
    const { study, captures } = sampleStudy(NOW);
    const { rollups, accounts } = fold(captures);
    for (const days of [null, 30]) {
      const only = { ...studyOn(study, network), days };
      const whole = benchmark(only, rollups, accounts, NOW);
      const rates = engagementRates(only, rollups, accounts, NOW);
      expect(rates).toEqual(whole.rows.map(({ brandId, role, kpis }) => ({ brandId, role, figure: kpis.erFollowers })));
      expect(rates.some(({ figure }) => figure.value !== null)).toBe(true);
      for (const { id } of only.brands) expect(compareFigures(id, rates)).toEqual(compareToStudy(id, whole));
    }
  },
);
