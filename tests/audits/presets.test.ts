import { describe, expect, test } from 'vitest';
import { criteria } from '../../lib/audits/index';
import { normalised, PRESET_IDS, weightsOf } from '../../lib/audits/presets';

describe('weights', () => {
  const inCategory = (weights: Record<string, number>, category: string) =>
    criteria.filter((each) => each.category === category).reduce((sum, { id }) => sum + (weights[id] ?? 0), 0);

  test.each(PRESET_IDS)('of %s make 100 points, none below zero', (preset) => {
    const weights = weightsOf(preset);
    expect(Object.values(weights).reduce((sum, each) => sum + each, 0)).toBeCloseTo(100, 9);
    expect(Math.min(...Object.values(weights))).toBeGreaterThan(0);
  });

  test('move as the presets say', () => {
    expect(weightsOf('awareness')).toEqual(Object.fromEntries(criteria.map(({ id, weight }) => [id, expect.closeTo(weight, 9)])));
    expect(inCategory(weightsOf('acquisition'), 'business')).toBeCloseTo(20, 9);
    expect(inCategory(weightsOf('acquisition'), 'engagement')).toBeCloseTo(18, 9);
    expect(inCategory(weightsOf('service'), 'community')).toBeCloseTo(34, 9);
    expect(weightsOf('leads').usefulness).toBeGreaterThan(weightsOf('awareness').usefulness);
    expect(weightsOf('beginner').engagement).toBeLessThan(6);
  });

  test('of the user are brought to 100; below zero is nothing', () => {
    expect(normalised({ engagement: 1, mix: 3, link: -5 })).toMatchObject({ engagement: 25, mix: 75, link: 0 });
    expect(normalised({})).toEqual(weightsOf('awareness'));
  });
});
