import { describe, expect, test } from 'vitest';
import { HALF_LIVES, isTooYoung, reachedAt } from '../../lib/benchmark/age';
import { benchmark } from '../../lib/benchmark/benchmark';
import { suspectedBoosts } from '../../lib/benchmark/boosts';
import { selectPosts } from '../../lib/benchmark/selection';
import type { PostState } from '../../lib/model/rollup';
import { NETWORK_IDS } from '../../lib/model/vocabulary';
import { normal, uniform } from '../../lib/stats/random';
import { robustScores } from '../../lib/stats/robust';
import { ago, brand, count, hidden, NOW, post, rollup, study } from './make';

const HOUR = 3_600_000;

describe('the share reached at an age', () => {
  // By hand: 6 h of 19 h are 0.3158; 0.3158 / 1.3158 = 0.24, and 0.3158^0.7 = 0.4463, by 1.4463 = 0.3086.
  test.each([
    [0, 1, 0],
    [-5, 0.7, 0],
    [19, 0.7, 0.5],
    [19, 1, 0.5],
    [6, 1, 0.24],
    [6, 0.7, 0.3086],
    [24, 1, 0.5581],
  ])('at %i h of a half-life of 19 h, steepness %f', (hours, steepness, share) => {
    expect(reachedAt(hours * HOUR, { halfLife: 19 * HOUR, steepness })).toBeCloseTo(share, 4);
  });

  test('a post is too young before half of its network’s half-life, or in its first week, where that is known', () => {
    for (const network of NETWORK_IDS) {
      const hours = HALF_LIVES[network]?.hours;
      const young = (age: number) => isTooYoung(post({ network, published: ago(age / 24) }));
      if (hours === undefined) expect(young(0.001)).toBe(false);
      else {
        const limit = Math.min(hours / 2, 7 * 24);
        expect([young(0.98 * limit), young(1.02 * limit)]).toEqual([true, false]);
      }
    }
    expect(isTooYoung(post({ network: 'instagram', published: null }))).toBe(false);
  });
});

describe('typical values', () => {
  const likes = (value: number) => ({ likes: count(value), comments: count(0), shares: count(0) });
  test('leave out young posts, paid partnerships and collaborations, and count them', () => {
    const young = post({ published: ago(0.001), metrics: likes(0) });
    const paid = post({ flags: ['paid'], metrics: likes(999) });
    const both = post({ flags: ['collaboration', 'paid'], metrics: likes(999) });
    const shared = post({ flags: ['collaboration'], metrics: likes(999) });
    const own = [post(), post()];
    const { used, count: tally } = selectPosts([young, paid, both, shared, ...own], null);
    expect(used).toEqual(own);
    expect(tally).toMatchObject({ used: 2, tooYoung: 1, paid: 2, collaborations: 1, promoted: 0 });
  });

  test('of posts that are all too young say so, rather than that there are none', () => {
    const young = [post({ published: ago(0.001) }), post({ published: ago(0.002) })];
    const [row] = benchmark(study([brand()]), [rollup(young)], [], NOW).rows;
    for (const kpi of ['erFollowers', 'interactions', 'viewRate', 'erTrend'] as const) {
      expect(row?.kpis[kpi], kpi).toMatchObject({ value: null, n: 0, reason: 'too-young' });
    }
  });
});

test('robust scores are not moved by what they single out', () => {
  // By hand: median 3, absolute deviations 2, 1, 0, 1, 97 with median 1, × 1.4826.
  expect(robustScores([1, 2, 3, 4, 100]).map((score) => Number(score.toFixed(3)))).toEqual([-1.349, -0.674, 0, 0.674, 65.426]);
  expect(robustScores([5, 5, 5, 9])).toEqual([0, 0, 0, 0]);
  expect(robustScores([])).toEqual([]);
});

describe('suspected boosts', () => {
  const next = uniform(7);
  /** Comments come to about 3 % of the likes, more or less. */
  const natural = (n: number): PostState[] =>
    Array.from({ length: n }, () => {
      const likes = Math.round(300 * Math.exp(0.9 * normal(next)) * (next() < 0.03 ? 20 : 1));
      const comments = Math.round(likes * 0.03 * Math.exp(0.4 * normal(next)));
      return post({ metrics: { likes: count(likes), comments: count(comments), shares: count(0) } });
    });
  const boosted = post({ metrics: { likes: count(9000), comments: count(6), shares: count(0) } });

  test('are many likes with hardly a comment', () => {
    const posts = natural(30);
    expect([...suspectedBoosts([...posts, boosted])].includes(boosted)).toBe(true);
    expect(selectPosts([...posts, boosted], null).used).not.toContain(boosted);
    expect(selectPosts([...posts, boosted], null).count.suspected).toBeGreaterThanOrEqual(1);
  });

  test('are not made of viral posts: at most one natural post in two hundred is suspected', () => {
    let suspected = 0;
    for (let run = 0; run < 200; run++) suspected += suspectedBoosts(natural(30)).size;
    expect(suspected / 6000).toBeLessThan(0.005);
  });

  test('need twenty posts whose likes and comments are known, of an account that is talked to', () => {
    expect(suspectedBoosts([...natural(18), boosted]).size).toBe(0);
    const hides = natural(30).map((each, i) => (i < 15 ? { ...each, metrics: { ...each.metrics, comments: hidden() } } : each));
    expect(suspectedBoosts([...hides, boosted]).size).toBe(0);
    const silent = natural(30).map((each) => ({ ...each, metrics: { ...each.metrics, comments: count(0) } }));
    expect(suspectedBoosts([...silent, boosted]).size).toBe(0);
  });

  test('are decided account by account', () => {
    const loud = natural(30);
    const other = loud.map((each) => ({
      ...each,
      accountKey: 'x:quiet',
      metrics: { likes: count((each.metrics.likes?.value ?? 0) * 30), comments: each.metrics.comments ?? count(0), shares: count(0) },
    }));
    const alone = suspectedBoosts(loud).size + suspectedBoosts(other).size;
    expect(selectPosts([...loud, ...other], null).count.suspected).toBe(alone);
  });
});
