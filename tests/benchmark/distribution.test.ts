import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benchmark } from '../../lib/benchmark/benchmark';
import { distributionOf } from '../../lib/benchmark/distribution';
import { POST_KPIS } from '../../lib/benchmark/post-measures';
import { account, ago, brand, count, hidden, NOW, post, rollup, study } from './make';

const accounts = [account([[0, count(1000)]])];

test('the posts behind a typical value, and no others', () => {
  const used = [1, 2, 4, 8, 16].map((likes) => post({ metrics: { likes: count(likes), comments: count(0), shares: count(0) } }));
  const others = [post({ flags: ['pinned'] }), post({ metrics: { likes: hidden() } }), post({ published: ago(90) })];
  const rollups = [rollup([...used, ...others])];
  const { rows } = benchmark(study([brand()], 30), rollups, accounts, NOW);
  const [distribution] = distributionOf('erFollowers', rows, rollups, accounts);
  expect(distribution?.brandId).toBe('b1');
  expect(distribution?.keys).toEqual(used.map(({ postKey }) => postKey));
  expect([...(distribution?.values ?? [])]).toEqual([0.001, 0.002, 0.004, 0.008, 0.016]);
});

test('as many as the figure says, whichever figure it is', () => {
  const likes = fc.array(fc.option(fc.nat(5000)), { maxLength: 30 });
  fc.assert(
    fc.property(likes, fc.constantFrom(...POST_KPIS), (values, kpi) => {
      const metrics = (value: number | null) => ({
        likes: value === null ? hidden() : count(value),
        comments: count(3),
        views: count(900),
      });
      const rollups = [rollup(values.map((value) => post({ metrics: metrics(value) })))];
      const { rows } = benchmark(study([brand()]), rollups, accounts, NOW);
      const [distribution] = distributionOf(kpi, rows, rollups, accounts);
      expect(distribution?.values.length).toBe(rows[0]?.kpis[kpi].n);
    }),
  );
});
