import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { industriesOf, normFor, outsideNorm } from '../../lib/benchmark/norms';
import { KPI_IDS } from '../../lib/benchmark/result';
import { INDUSTRIES, type NormFile, normFileSchema } from '../../lib/model/norm';
import { NETWORK_IDS } from '../../lib/model/vocabulary';
import { brandRow, figure } from '../components/make';
import { NOW } from './make';

const shipped = normFileSchema.parse(JSON.parse(readFileSync('public/norms.json', 'utf8')));
const of = (changes: Partial<NormFile['norms'][number]>): NormFile => ({
  ...shipped,
  norms: [
    {
      source: 'rivaliq_2025',
      network: 'instagram',
      kpi: 'erFollowers',
      denominator: 'followers',
      statistic: 'median',
      values: { all: 0.004 },
      ...changes,
    },
  ],
});

describe('the norms that are shipped', () => {
  test('fit their schema, have a source each, and come to no more than a few kilobytes', () => {
    const ids = shipped.sources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { source } of shipped.norms) expect(ids).toContain(source);
    expect(readFileSync('public/norms.json').length).toBeLessThan(8_000);
  });

  test('are what the reports say: Rival IQ 2025, Food & Beverage on Instagram 0.40 %, Higher Education on TikTok 7.36 %', () => {
    expect(normFor(shipped, 'instagram', 'food_beverage', 'erFollowers', NOW)).toMatchObject({
      value: 0.004,
      stale: false,
      source: { year: 2025 },
    });
    expect(normFor(shipped, 'tiktok', 'higher_ed', 'erFollowers', NOW)?.value).toBe(0.0736);
    // The newest edition where there are two.
    expect(normFor(shipped, 'instagram', 'all', 'erFollowers', NOW)).toMatchObject({ value: 0.003, source: { id: 'quid_2026' } });
  });

  test('can each be held against a figure of the benchmark, and are rates that can be', () => {
    for (const { network, kpi, values } of shipped.norms) {
      for (const industry of INDUSTRIES) {
        if (values[industry] === undefined) continue;
        const norm = normFor(shipped, network, industry, kpi, NOW);
        expect(norm, `${network} ${industry} ${kpi}`).not.toBeNull();
        if (kpi !== 'postsPerWeek') expect(norm?.value).toBeLessThan(0.1);
      }
    }
  });
});

describe('a norm', () => {
  test('never stands in for another denominator, network, figure or industry', () => {
    const find = (file: NormFile) =>
      NETWORK_IDS.flatMap((network) =>
        INDUSTRIES.flatMap((industry) =>
          KPI_IDS.flatMap((kpi) => (normFor(file, network, industry, kpi, NOW) ? [`${network} ${industry} ${kpi}`] : [])),
        ),
      );
    expect(find(of({}))).toEqual(['instagram all erFollowers']);
    expect(find(of({ denominator: 'views' }))).toEqual([]);
    expect(find(of({ kpi: 'erViews' }))).toEqual([]);
    expect(find(of({ source: 'nobody' }))).toEqual([]);
    expect(find(of({ values: { travel: 0.003 } }))).toEqual(['instagram travel erFollowers']);
  });

  test('is stale two years after what it measured, to the day', () => {
    const at = (time: number) => normFor(of({}), 'instagram', 'all', 'erFollowers', time)?.stale;
    expect([at(Date.UTC(2026, 11, 31)), at(Date.UTC(2027, 0, 1))]).toEqual([false, true]);
    expect(normFor(shipped, 'tiktok', 'all', 'erViews', NOW)?.stale).toBe(true);
  });

  test('says which brands are of another size than its accounts, and nothing of those whose followers are unknown', () => {
    const norm = normFor(shipped, 'facebook', 'retail', 'erFollowers', NOW);
    if (!norm) throw new Error('no norm');
    const rows = [900, 25_000, 400_000, 3_000_000, null].map((followers, i) =>
      brandRow(`b${i}`, 'direct', { followers: figure(followers) }),
    );
    expect(outsideNorm(norm, rows).map(({ brandId }) => brandId)).toEqual(['b0', 'b3']);
    const video = normFor(shipped, 'youtube', 'all', 'erFollowers', NOW);
    expect(video && outsideNorm(video, rows)).toEqual([]);
  });

  test('can be chosen in the industries that the network has one for', () => {
    expect(industriesOf(shipped, 'x')).toEqual(['all', 'higher_ed', 'sports_teams']);
    expect(industriesOf(shipped, 'mastodon')).toEqual([]);
    expect(industriesOf(shipped, 'instagram')).toEqual([...INDUSTRIES]);
  });
});
