import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { benchmark } from '../../lib/benchmark/benchmark';
import type { Norm } from '../../lib/benchmark/norms';
import { benchmarkCsv } from '../../lib/exports/benchmark-csv';
import { account, brand, count, NOW, post, rollup, study } from '../benchmark/make';

test('benchmark.csv says of each brand what is known of it, and of norms their industry', () => {
  const of = {
    ...study([
      brand({ country: 'FR', audience: 'both' }),
      brand({ id: 'b2', name: 'Nord', role: 'direct', accounts: [], industry: 'retail' }),
      brand({ id: 'b3', name: 'Muse', role: 'inspiration', accounts: [] }),
    ]),
    industry: 'fashion' as const,
  };
  const result = benchmark(of, [rollup([post()])], [account([[0, count(1000)]])], NOW);
  const passport = { id: 'r', publisher: 'Revue', title: 'T', year: 2024, from: '2023-01-01', to: '2023-12-31', url: 'https://x.test' };
  const norm: Norm = {
    ...({ kpi: 'erFollowers', network: 'x', industry: 'fashion', statistic: 'median', value: 0.0003, stale: true } as const),
    source: { ...passport, read: 'first-hand', companies: null, industries: null, followers: {} },
  };
  const text = benchmarkCsv(result, of, { delimiter: ',', decimal: '.' }, [norm]);
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true });
  // Every line has a cell for every column.
  expect(errors).toEqual([]);
  const known = (name: string) =>
    new Set(data.filter((line) => line.brand === name).map(({ industry, country, audience }) => `${industry}|${country}|${audience}`));
  expect(known('Lumen')).toEqual(new Set(['fashion|FR|both']));
  expect(known('Nord')).toEqual(new Set(['retail||']));
  expect(known('Muse')).toEqual(new Set(['||']));
  expect(known('Revue 2024')).toEqual(new Set(['fashion||']));
  expect(new Set(data.filter(({ role }) => role === 'peers').map(({ industry }) => industry))).toEqual(new Set(['']));
});
