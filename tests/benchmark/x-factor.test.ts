import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reachedAt } from '../../lib/benchmark/age';
import { type XFactor, xFactors, xFactorsOf } from '../../lib/benchmark/x-factor';
import type { PostState } from '../../lib/model/rollup';
import type { Format } from '../../lib/model/vocabulary';
import { normal, uniform } from '../../lib/stats/random';
import { about, ago, count, hidden, post, rollup } from './make';

const HOUR = 3_600_000;
const HALF_LIFE = 19 * HOUR;
/** A post on Instagram, captured `hours` after its publication. */
const at = (hours: number, likes: number, changes: Partial<PostState> = {}): PostState => {
  const metrics = { likes: count(likes), comments: count(0) };
  return post({ network: 'instagram', accountKey: 'instagram:lumen', published: ago(hours / 24), metrics, ...changes });
};
const factor = (posts: PostState[], of: PostState): XFactor => {
  const found = xFactorsOf(posts, 'interactions')(of);
  if (typeof found === 'string') throw new Error(found);
  return found;
};

describe('what is expected of a post', () => {
  test('is the typical final count times what is reached at its age', () => {
    const grown = [100, 200, 300, 400, 500].map((likes) => at(24 * 365 * 20, likes));
    const young = at(19, 160);
    // The young post, half grown whatever the steepness, is on the way to 320, so that 310 is typical in the end and half of it by now.
    // Twenty years on nearly all has come: F = 0.9995 at k = 0.85.
    const { value, expected, n } = factor([...grown, young], young);
    expect(expected).toBeCloseTo(155, 0);
    expect(value).toBeCloseTo(160.5 / 155.5, 2);
    expect(n).toBe(6);
  });

  test('is fair to a brand captured on the day: equal posts come out equal, old or young', () => {
    const finals = [60, 80, 100, 100, 120, 150, 180, 90];
    const captured = (hours: number) =>
      finals.map((final) => at(hours, Math.round(final * reachedAt(hours * HOUR, { halfLife: HALF_LIFE, steepness: 0.85 }))));
    const fresh = captured(14);
    const old = captured(24 * 60);
    const all = [...fresh, ...old];
    const values = (posts: PostState[]) => posts.map((each) => factor(all, each).value);
    values(fresh).forEach((value, i) => {
      expect(value).toBeCloseTo(values(old)[i] ?? 0, 1);
    });
    // By the bare count they would be less than half as good.
    expect((fresh[0]?.metrics.likes?.value ?? 0) / (old[0]?.metrics.likes?.value ?? 1)).toBeLessThan(0.5);
  });

  test('knows formats from twenty posts on, and not before', () => {
    const likes = [70, 90, 100, 110, 140, 80, 100, 120, 95, 105];
    const of = (n: number) => [
      ...likes.slice(0, n).map((value) => at(24 * 90, value, { format: 'image' })),
      ...likes.slice(0, n).map((value) => at(24 * 90, 5 * value, { format: 'short' })),
    ];
    const [twenty, eighteen] = [of(10), of(9)];
    const typicalShort = (posts: PostState[]) => at(24 * 90, 500, { format: 'short', postKey: posts.at(-1)?.postKey ?? '' });
    expect(factor(twenty, typicalShort(twenty)).value).toBeGreaterThan(0.8);
    expect(factor(twenty, typicalShort(twenty)).value).toBeLessThan(1.3);
    expect(factor(eighteen, typicalShort(eighteen)).value).toBeGreaterThan(2);
    // A format that the account never used is expected to do as the account does.
    expect(factor(twenty, at(24 * 90, 225, { format: 'poll' })).value).toBeCloseTo(1, 0);
  });

  test('rests on the latest hundred', () => {
    const old = Array.from({ length: 150 }, (_, i) => at(24 * (400 + i), 10));
    const late = Array.from({ length: 100 }, (_, i) => at(24 * (100 + i), 1000));
    expect(factor([...old, ...late], late[0] as PostState)).toMatchObject({ n: 100 });
    expect(factor([...old, ...late], late[0] as PostState).value).toBeCloseTo(1, 1);
  });

  test('where the network has no known half-life counts are taken as they are, dated or not', () => {
    const posts = [10, 20, 30, 40, 50].map((likes) =>
      post({ network: 'tiktok', published: null, metrics: { likes: count(likes), comments: count(0), shares: count(0) } }),
    );
    const { value, expected } = factor(posts, posts[4] as PostState);
    expect([value, expected]).toEqual([50.5 / 30.5, 30]);
  });

  test('is by views where pages show only these', () => {
    const posts = [100, 200, 300, 400, 500].map((views) =>
      post({ accountKey: 'youtube:lumen', network: 'youtube', published: ago(300), metrics: { views: count(views) } }),
    );
    const x = xFactors([rollup(posts, 'youtube:lumen')])(posts[2] as PostState);
    expect(x).toMatchObject({ by: 'views', n: 5, value: 1 });
  });
});

describe('what has no x-factor', () => {
  const ordinary = [100, 200, 300, 400, 500].map((likes) => at(24 * 30, likes));
  const x = xFactorsOf([...ordinary], 'interactions');

  test.each([
    ['too young', at(9, 5), 'too-young'],
    ['undated', at(9, 5, { published: null }), 'undated'],
    ['a repost', at(900, 5, { flags: ['repost'] }), 'another-kind'],
    ['promoted', at(900, 5, { flags: ['promoted'] }), 'another-kind'],
    ['a reply', at(900, 5, { flags: ['reply'] }), 'another-kind'],
    ['without its likes', at(900, 5, { metrics: { likes: hidden(), comments: count(1) } }), 'hidden'],
    ['without comments', at(900, 5, { metrics: { likes: count(1) } }), 'not-shown'],
  ] as const)('%s', (_, of, reason) => {
    expect(x(of)).toBe(reason);
  });

  test('any post while there are fewer than five to hold it against; left-out posts do not help', () => {
    const pinned = at(24 * 30, 300, { flags: ['pinned'] });
    const paid = at(24 * 30, 300, { flags: ['paid'] });
    const shared = at(24 * 30, 300, { flags: ['collaboration'] });
    const four = [...ordinary.slice(0, 4), pinned, paid, shared, at(9, 3)];
    expect(xFactorsOf(four, 'interactions')(ordinary[0] as PostState)).toBe('too-few-posts');
    // They are held against the others all the same, and move nothing.
    const with5 = xFactorsOf([...ordinary, pinned, paid, shared], 'interactions');
    for (const each of [pinned, paid, shared]) expect(with5(each)).toMatchObject({ n: 5 });
    expect(with5(ordinary[1] as PostState)).toEqual(x(ordinary[1] as PostState));
  });
});

describe('its interval', () => {
  test('is wider for rounded counts and vague dates, and the value does not move for rounding', () => {
    const sharp = [900, 1000, 1100, 1200, 1300, 1400].map((likes) => at(24 * 4, likes));
    const vague = sharp.map((each) => {
      const likes = each.metrics.likes?.value ?? 0;
      return { ...each, metrics: { likes: about(likes, likes, likes + 99), comments: count(0) } };
    });
    const doubtful = sharp.map((each) => ({ ...each, published: ago(4, 2) }));
    const [one, two, three] = [sharp, vague, doubtful].map((posts) => factor(posts, posts[2] as PostState));
    expect(two?.value).toBe(one?.value);
    for (const wider of [two, three]) {
      expect((wider?.high ?? 0) / (wider?.low ?? 1)).toBeGreaterThan((one?.high ?? 0) / (one?.low ?? 1));
    }
  });

  test('holds the value; the order of posts does not matter; missing counts count for nothing', () => {
    const some = fc.record({
      likes: fc.nat(5000),
      hours: fc.integer({ min: 1, max: 2000 }),
      format: fc.constantFrom<Format | null>('image', 'short', null),
      lost: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 40 }), (list) => {
        const posts = list.map(({ likes, hours, format, lost }, i) =>
          at(hours, likes, { postKey: `instagram:${i}`, format, metrics: { likes: lost ? hidden() : count(likes), comments: count(0) } }),
        );
        const forth = xFactorsOf(posts, 'interactions');
        const back = xFactorsOf([...posts].reverse(), 'interactions');
        const whole = xFactorsOf(
          posts.filter((_, i) => !list[i]?.lost),
          'interactions',
        );
        posts.forEach((each, i) => {
          const x = forth(each);
          expect(back(each)).toEqual(x);
          if (list[i]?.lost) {
            expect(typeof x).toBe('string');
            return;
          }
          expect(whole(each)).toEqual(x);
          if (typeof x === 'string') return;
          expect(x.value).toBeGreaterThan(0);
          expect(x.low).toBeLessThanOrEqual(x.value * (1 + 1e-9));
          expect(x.high).toBeGreaterThanOrEqual(x.value * (1 - 1e-9));
          for (const value of [x.low, x.high, x.expected]) expect(Number.isFinite(value)).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });

  // Log-normal counts (σ 0.9) with 3 % viral posts, whose median is 1.03547 (see tests/stats/typical.test.ts), at all ages, on a curve of unknown steepness.
  test.each([5, 8, 12, 20, 30])('holds the truth in about 95 of 100 accounts of %i posts', (n) => {
    const next = uniform(100 + n);
    const runs = 400;
    let held = 0;
    for (let run = 0; run < runs; run++) {
      const steepness = 0.7 + 0.3 * next();
      const level = 400 * Math.exp(normal(next));
      const posts = Array.from({ length: n }, () => {
        const hours = 10 * Math.exp(4 * next());
        const final = level * Math.exp(0.9 * normal(next)) * (next() < 0.03 ? 20 : 1);
        return at(hours, Math.round(final * reachedAt(hours * HOUR, { halfLife: HALF_LIFE, steepness })));
      });
      const hours = 10 * Math.exp(4 * next());
      const probe = at(hours, 300);
      const truth = 300.5 / (1.03547 * level * reachedAt(hours * HOUR, { halfLife: HALF_LIFE, steepness }) + 0.5);
      const { low, high } = factor(posts, probe);
      if (low <= truth && truth <= high) held++;
    }
    expect(held / runs).toBeGreaterThan(0.9);
    expect(held / runs).toBeLessThanOrEqual(0.99);
  });

  test.each([
    [24, 1],
    [24, 3],
    [40, 3],
  ])('of %i posts in two formats, one doing %i times the other, too', (n, times) => {
    const next = uniform(n * 10 + times);
    const runs = 400;
    const held = [0, 0];
    for (let run = 0; run < runs; run++) {
      const make = (i: number) => Math.round(400 * Math.exp(0.9 * normal(next)) * (i % 3 === 0 ? times : 1));
      const posts = Array.from({ length: n }, (_, i) => at(24 * 60 + i, make(i), { format: i % 3 === 0 ? 'short' : 'image' }));
      for (const [i, format] of (['image', 'short'] as const).entries()) {
        const truth = 400.5 / (400 * (i === 1 ? times : 1) + 0.5);
        const { low, high } = factor(posts, at(24 * 60, 400, { format }));
        if (low <= truth && truth <= high) held[i] = (held[i] ?? 0) + 1;
      }
    }
    for (const each of held) expect(each / runs).toBeGreaterThan(0.9);
  });
});

test('an account of the store leads to the same figures as its posts', () => {
  const posts = [100, 200, 300, 400, 500].map((likes) => at(24 * 30, likes));
  const all = xFactors([rollup(posts.slice(0, 2), 'instagram:lumen'), rollup(posts.slice(2), 'instagram:lumen')]);
  for (const each of posts) expect(all(each)).toEqual(xFactorsOf(posts, 'interactions')(each));
  expect(all(post({ accountKey: 'x:nobody' }))).toBe('no-posts');
});
