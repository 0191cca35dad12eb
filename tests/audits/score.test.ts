import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATEGORY_IDS, type CriterionResult, type Grade } from '../../lib/audits/audit';
import { criteria } from '../../lib/audits/index';
import { partsOf, scoreOf } from '../../lib/audits/score';
import { result, results } from './make';

const all = (score: number | null) => criteria.map(({ id }) => result(id, score));
/** Numbers apart from what the order of adding does to them. */
const rounded = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toFixed(6)) : each)));
const weightOf = (own: readonly CriterionResult[], of: (each: CriterionResult) => number) => own.reduce((sum, each) => sum + of(each), 0);

describe('the overall score', () => {
  test('weights make 100 points, shared out as the method says', () => {
    const points = CATEGORY_IDS.map((id) => weightOf(criteria.filter(({ category }) => category === id) as never, ({ weight }) => weight));
    expect(points).toEqual([12, 12, 18, 26, 16, 8, 5, 3]);
  });

  test('lies between 0 and 100, in its interval and its bounds, whatever comes in', () => {
    fc.assert(
      fc.property(results, (own) => {
        const { overall, low, high, bounds, coverage } = scoreOf(own, 1);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
        expect(bounds.low).toBeGreaterThanOrEqual(-1e-9);
        expect(bounds.high).toBeLessThanOrEqual(100 + 1e-9);
        if (overall === null || low === null || high === null) return;
        expect(overall).toBeGreaterThanOrEqual(0);
        expect(overall).toBeLessThanOrEqual(100 + 1e-9);
        expect(low).toBeLessThanOrEqual(overall);
        expect(high).toBeGreaterThanOrEqual(overall);
        expect(bounds.low).toBeLessThanOrEqual(overall + 1e-9);
        expect(bounds.high).toBeGreaterThanOrEqual(overall - 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  test('does not depend on the order of criteria', () => {
    fc.assert(
      fc.property(results, fc.integer(), (own, turn) => {
        const at = Math.abs(turn) % own.length;
        expect(rounded(scoreOf([...own.slice(at), ...own.slice(0, at)], 1))).toEqual(rounded(scoreOf(own, 1)));
      }),
      { numRuns: 30 },
    );
  });

  test('never falls when one criterion rises', () => {
    fc.assert(
      fc.property(results, fc.nat(), (own, pick) => {
        const scored = own.filter(({ score }) => score !== null);
        const chosen = scored[pick % Math.max(1, scored.length)];
        if (!chosen) return;
        const better = own.map((each) => (each === chosen ? { ...each, score: 100, low: 100, high: 100 } : each));
        expect((scoreOf(better, 1).overall ?? 0) + 1e-9).toBeGreaterThanOrEqual(scoreOf(own, 1).overall ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  test('what has no score weighs nothing', () => {
    const own = all(70).map((each) =>
      each.category === 'community' && each.id !== 'replyRate' && each.id !== 'replyTime' ? result(each.id, null) : each,
    );
    expect(scoreOf(own, 1).overall).toBeCloseTo(70, 9);
    expect([...partsOf(own).values()].reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
  });

  test('without any data there is none, and it may be anything', () => {
    const { overall, low, grade, coverage, bounds, confidence } = scoreOf(all(null), 1);
    expect({ overall, low, grade, coverage, bounds, confidence }).toEqual({
      ...{ overall: null, low: null, grade: null, coverage: 0, bounds: { low: 0, high: 100 }, confidence: null },
    });
  });

  test('a category of which less than half is scored does not count', () => {
    const own = all(80).map((each) => (each.category === 'content' ? result(each.id, each.id === 'mix' ? 0 : null) : each));
    const { overall, categories } = scoreOf(own, 1);
    expect(overall).toBeCloseTo(80, 9);
    expect(categories.find(({ id }) => id === 'content')).toMatchObject({ score: 0, counts: false, coverage: 4 / 18 });
  });
});

describe('coverage and bounds', () => {
  test('S = 72 with 70 % scored lies between 50 and 80', () => {
    // Every criterion scored on 70 % of its networks.
    const own = all(72).map((each) => ({ ...each, coverage: 0.7 }));
    const { coverage, bounds, completeness } = scoreOf(own, 1);
    expect(coverage).toBeCloseTo(0.7, 9);
    expect(bounds.low).toBeCloseTo(50.4, 6);
    expect(bounds.high).toBeCloseTo(80.4, 6);
    expect(completeness).toBe('provisional');
  });

  test('coverage is the scored weight by the weight that applies', () => {
    fc.assert(
      fc.property(results, (own) => {
        const applies = own.filter(({ state }) => state !== 'not-applicable');
        const weight = weightOf(applies, (each) => each.weight);
        if (weight === 0) return;
        expect(scoreOf(own, 1).coverage).toBeCloseTo(weightOf(applies, (each) => each.weight * each.coverage) / weight, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever the missing criteria turn out to be, the score stays within the bounds', () => {
    fc.assert(
      fc.property(results, fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 34, maxLength: 34 }), (own, later) => {
        const { bounds } = scoreOf(own, 1);
        const complete = own.map((each, i): CriterionResult => {
          if (each.state === 'not-applicable') return each;
          // The networks that had a score keep it; the others come in with another.
          const score = each.coverage * (each.score ?? 0) + (1 - each.coverage) * (later[i] ?? 0);
          return { ...each, state: 'scored', coverage: 1, score, low: score, high: score };
        });
        const { overall } = scoreOf(complete, 1);
        if (overall === null) return;
        expect(overall).toBeGreaterThanOrEqual(bounds.low - 1e-6);
        expect(overall).toBeLessThanOrEqual(bounds.high + 1e-6);
      }),
      { numRuns: 100 },
    );
  });
});

describe('grades', () => {
  test.each<[number, Grade]>([
    [95, 'A+'],
    [65, 'B'],
    [64.9, 'C'],
    [50, 'C'],
    [35, 'D'],
    [20, 'E'],
    [19.9, 'F'],
  ])('%d points are %s', (points, grade) => expect(scoreOf(all(points), 1).grade).toBe(grade));

  test('an A+ takes nine tenths of the audit and an interval that stays above 80', () => {
    const unsure = all(84).map((each) => ({ ...each, low: 60, high: 100 }));
    expect(scoreOf(unsure, 1).grade).toBe('A');
    const missing = all(95).map((each) => ({ ...each, coverage: 0.85 }));
    expect(scoreOf(missing, 1).grade).toBe('A');
  });

  test('below 60 % there is no grade, and what is outside of the scale says so', () => {
    const few = all(90).map((each) => ({ ...each, coverage: 0.59 }));
    expect(scoreOf(few, 1)).toMatchObject({ grade: null, uncapped: null, completeness: 'incomplete' });
    expect(scoreOf(all(90), 1, 'X').grade).toBe('X');
  });

  test('a grade on fewer than eight posts is provisional', () => {
    const part = { network: null, state: 'scored', why: null, need: null, score: 90, low: 80, high: 95, curve: null } as const;
    const measure = { value: 0.01, low: 0.005, high: 0.02, n: 6, unit: 'fraction', evidence: [] } as const;
    const parts = [{ ...part, measure: { ...measure, evidence: [] } }];
    const own = all(90).map((each) => (each.id === 'engagement' ? { ...each, parts } : each));
    expect(scoreOf(own, 1).completeness).toBe('provisional');
  });

  test('doubt widens the interval and lowers the confidence', () => {
    const by = (width: number) =>
      scoreOf(
        all(50).map((each) => ({ ...each, low: 50 - width, high: 50 + width })),
        1,
      );
    expect([0, 20, 45].map((width) => by(width).confidence)).toEqual(['high', 'medium', 'low']);
    // 20 / 1.96 in every criterion, by category: 10.2 · √(0.12² + 0.12² + 0.18² + 0.26² + 0.16² + 0.08² + 0.05² + 0.03²) = 4.13, and 80 % are ± 1.28 of it.
    expect(((by(20).high ?? 0) - (by(20).low ?? 0)) / 2).toBeCloseTo(5.3, 0);
    expect((by(45).high ?? 0) - (by(45).low ?? 0)).toBeGreaterThan((by(20).high ?? 0) - (by(20).low ?? 0));
    expect(scoreOf(all(50), 7)).toEqual(scoreOf(all(50), 7));
  });
});
