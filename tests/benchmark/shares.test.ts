import { describe, expect, test } from 'vitest';
import { benchmark } from '../../lib/benchmark/benchmark';
import type { PostState } from '../../lib/model/rollup';
import type { Role } from '../../lib/model/vocabulary';
import { ago, brand, count, hidden, NOW, post, rollup, study } from './make';

/** A brand that posts every so many days for ten weeks, with so many likes each time. */
const brandOf = (name: string, every: number, likes: number, role: Role = 'direct', change: Partial<PostState> = {}) => {
  const posts = Array.from({ length: Math.floor(70 / every) + 1 }, (_, i) =>
    post({
      accountKey: `x:${name}`,
      snapshotId: name,
      published: ago(70 - i * every),
      metrics: { likes: count(likes + (i % 3)), comments: count(0), shares: count(0) },
      ...change,
    }),
  );
  return { brand: brand({ id: name, name, role, accounts: [`x:${name}`] }), rollup: rollup(posts, `x:${name}`) };
};
const shares = (...brands: ReturnType<typeof brandOf>[]) => {
  const { rows } = benchmark(
    study(brands.map((each) => each.brand)),
    brands.map((each) => each.rollup),
    [],
    NOW,
  );
  return Object.fromEntries(rows.map(({ brandId, kpis }) => [brandId, kpis]));
};

describe('share of voice', () => {
  test('by posts and by interactions are two things, each adding up to one', () => {
    const found = shares(brandOf('a', 7, 90), brandOf('b', 3.5, 10, 'own'), brandOf('c', 7, 50));
    const values = (kpi: 'sharePosts' | 'shareInteractions') => Object.values(found).map((kpis) => kpis[kpi].value ?? 0);
    expect(values('sharePosts')[1]).toBeCloseTo(0.5, 9);
    expect(values('shareInteractions')[1]).toBeCloseTo(22 / (22 + 91 + 51), 2);
    for (const kpi of ['sharePosts', 'shareInteractions'] as const) expect(values(kpi).reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    for (const { sharePosts } of Object.values(found)) {
      expect(sharePosts.low).toBeLessThan(sharePosts.value ?? 0);
      expect(sharePosts.high).toBeGreaterThan(sharePosts.value ?? 1);
    }
  });

  test('inspiration has none and does not count in it', () => {
    const two = shares(brandOf('a', 7, 90, 'own'), brandOf('b', 3.5, 10));
    const three = shares(brandOf('a', 7, 90, 'own'), brandOf('b', 3.5, 10), brandOf('far', 1, 900, 'inspiration'));
    expect(three.a?.sharePosts).toEqual(expect.objectContaining({ value: two.a?.sharePosts.value, low: two.a?.sharePosts.low }));
    expect(three.far?.shareInteractions).toMatchObject({ value: null, reason: 'outside-sector' });
  });

  test('one brand unknown makes all unknown: the others’ shares would be too large', () => {
    const concealed = brandOf('c', 7, 50, 'leader', { metrics: { likes: hidden(), comments: count(0), shares: count(0) } });
    const found = shares(brandOf('a', 7, 90, 'own'), brandOf('b', 3.5, 10), concealed);
    expect(found.a?.shareInteractions).toMatchObject({ value: null, reason: 'other-unknown' });
    expect(found.c?.shareInteractions).toMatchObject({ value: null, reason: 'hidden' });
    expect(found.a?.sharePosts.value).toBeCloseTo(0.25, 9);
    expect(shares(brandOf('a', 7, 90, 'own')).a?.sharePosts).toMatchObject({ value: null, reason: 'alone' });
  });
});
