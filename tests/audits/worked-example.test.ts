import { describe, expect, test } from 'vitest';
import type { CriterionId } from '../../lib/audits/audit';
import { nextGrade } from '../../lib/audits/next-grade';
import { audit } from '../../lib/audits/run';
import { benchmark } from '../../lib/benchmark/benchmark';
import { chanceGreater } from '../../lib/stats/greater';
import { CAPTURED, example } from './worked-example';

const run = audit(example, { brandId: 'own', network: 'instagram', industry: 'food_beverage', now: CAPTURED, preset: 'awareness' });
const of = (id: CriterionId) => {
  const part = run.criteria.find((result) => result.id === id)?.parts[0];
  if (!part?.measure) throw new Error(`${id}: ${part?.state}`);
  return { ...part, measure: part.measure };
};
const percent = (fraction: number | null) => Number((100 * (fraction ?? Number.NaN)).toFixed(2));
const whole = (values: (number | null)[]) => values.map((value) => Math.round(value ?? Number.NaN));

describe('an audit of 22 posts on Instagram, 14 October to 18 November', () => {
  test('counts 22 posts, and leaves out two pinned ones, one made with others and one that is too young', () => {
    const row = benchmark(example.study, example.rollups, example.accounts, CAPTURED).rows[0];
    expect(row?.posts).toMatchObject({ used: 22, pinned: 2, collaborations: 1, tooYoung: 1, suspected: 0 });
  });

  test('finds a typical rate of 0.29 % [0.20; 0.42], which scores 36 [22; 52] on the norm of 0.40 %', () => {
    const { measure, curve, score, low, high } = of('engagement');
    expect([measure.value, measure.low, measure.high].map(percent)).toEqual([0.29, 0.2, 0.42]);
    expect(measure.n).toBe(22);
    expect(curve?.basis).toMatchObject({ kind: 'norm', publisher: 'Rival IQ', year: 2025, industry: 'food_beverage', value: 0.004 });
    expect(whole([score, low, high])).toEqual([36, 22, 52]);
  });

  test('stands below its rivals’ 0.41 %, probably', () => {
    const { peers, rows } = benchmark(example.study, example.rollups, example.accounts, CAPTURED);
    const [own, rivals] = [rows[0]?.kpis.erFollowers, peers.erFollowers].map((figure) => {
      const { value = null, low = null, high = null } = figure ?? {};
      return { value: value ?? 0, low: low ?? 0, high: high ?? 0 };
    });
    expect(percent(rivals?.value ?? 0)).toBe(0.41);
    if (own && rivals) expect(chanceGreater(rivals, own)).toBeGreaterThan(0.8);
  });

  test('sees 31 questions, 9 answered: 29 % [16; 47], half of them after 21 hours', () => {
    const { measure } = of('questions');
    expect(measure.share).toEqual({ hits: 9, of: 31 });
    expect([measure.value, measure.low, measure.high].map((share) => Math.round(100 * (share ?? 0)))).toEqual([29, 16, 47]);
    expect(of('replyTime').measure).toMatchObject({ value: 21, n: 31, unit: 'hours' });
  });

  test('comes to 56, a C, with 84 % of it scored and no cap', () => {
    const { overall, low, high, coverage, grade, caps, completeness } = run.score;
    expect(whole([overall, 100 * coverage])).toEqual([56, 84]);
    expect([grade, caps, completeness]).toEqual(['C', [], 'complete']);
    expect(low).toBeGreaterThan(49);
    expect(high).toBeLessThan(63);
    expect(high ?? 0).toBeGreaterThan(58);
  });

  test('would be a B if more were answered and fewer days were silent', () => {
    const next = nextGrade(run);
    expect(next?.grade).toBe('B');
    expect(next?.by.map(({ criterion }) => criterion)).toEqual(expect.arrayContaining(['questions', 'silences']));
    const gained = next?.by.reduce((sum, { gain }) => sum + gain, 0) ?? 0;
    expect((run.score.overall ?? 0) + gained).toBeGreaterThanOrEqual(65);
  });
});
