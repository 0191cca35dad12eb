import { describe, expect, test } from 'vitest';
import { rankRuns } from '../../lib/audits/ranking';
import { auditAll } from '../../lib/audits/run';
import { result } from './make';
import { SAMPLED, sampleData } from './sample';

describe('ranks', () => {
  const runs = auditAll(sampleData(), { network: null, industry: null, now: SAMPLED, preset: 'awareness' });
  const { places, duels } = rankRuns(runs);

  test('two brands have different places only when one is surely ahead', () => {
    for (const { first, second, chance } of duels) {
      const tied = places.find(({ brandId }) => brandId === first)?.tied.includes(second);
      expect(tied).toBe(Math.max(chance, 1 - chance) < 0.8);
    }
    for (const { best, worst, tied } of places) expect((worst ?? 0) - (best ?? 0)).toBe(tied.length);
  });

  test('a brand far ahead stays ahead by nearly all weightings, and none is ahead of its like', () => {
    const [own] = runs;
    if (!own) throw new Error('none');
    const twin = { ...own, brandId: 'twin' };
    const worse = {
      ...own,
      brandId: 'worse',
      criteria: own.criteria.map((each) => (each.score === null ? each : { ...each, score: each.score / 4, low: 0, high: each.score / 2 })),
    };
    const ranked = rankRuns([own, twin, worse]);
    const duel = (first: string, second: string) => ranked.duels.find((each) => each.first === first && each.second === second);
    expect(duel(own.brandId, 'twin')?.chance).toBeCloseTo(0.5, 1);
    expect(duel(own.brandId, 'twin')?.robustness).toBe(0.5);
    expect(duel(own.brandId, 'worse')).toMatchObject({ chance: expect.closeTo(1, 1), robustness: 1 });
    expect(ranked.places.map(({ best, worst }) => [best, worst])).toEqual([
      [1, 2],
      [1, 2],
      [3, 3],
    ]);
  });

  test('business and governance, seen of one’s own brand only, move no place', () => {
    const [own, ...others] = runs;
    if (!own) throw new Error('none');
    const better = {
      ...own,
      criteria: own.criteria.map((each) =>
        each.category === 'governance' ? { ...each, state: 'scored' as const, score: 100, low: 100, high: 100, coverage: 1 } : each,
      ),
    };
    expect(rankRuns([better, ...others])).toEqual(rankRuns([own, ...others]));
  });

  test('where weights decide, robustness says so', () => {
    const [own] = runs;
    if (!own) throw new Error('none');
    // One is better at engagement, the other at presence, about as much by the given weights.
    const with_ = (brandId: string, engagement: number, presence: number) => ({
      ...own,
      brandId,
      criteria: own.criteria.map((each) =>
        each.category === 'engagement'
          ? result(each.id, engagement)
          : each.category === 'presence'
            ? result(each.id, presence)
            : result(each.id, null),
      ),
    });
    const [duel] = rankRuns([with_('a', 60, 40), with_('b', 51, 60)]).duels;
    expect(duel?.chance).toBe(duel && duel.chance > 0.5 ? 1 : 0);
    expect(duel?.robustness).toBeGreaterThan(0.02);
    expect(duel?.robustness).toBeLessThan(0.98);
  });
});
