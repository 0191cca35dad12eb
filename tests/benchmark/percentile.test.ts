import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { midRank, type Percentile, percentiles } from '../../lib/benchmark/percentile';
import { xFactors } from '../../lib/benchmark/x-factor';
import type { PostState, Rollup } from '../../lib/model/rollup';
import { ago, count, hidden, post, rollup } from './make';

describe('mid-rank percentile', () => {
  // By hand: (r − 0.5) / n, ties share their mean rank.
  test.each([
    ['the best of five', [1, 2, 3, 4, 5], 5, 0.9],
    ['the middle of five', [1, 2, 3, 4, 5], 3, 0.5],
    ['the last of five', [1, 2, 3, 4, 5], 1, 0.1],
    ['tied second and third of six: (2.5 − 0.5) / 6', [1, 2, 2, 3, 4, 5], 2, 1 / 3],
    ['all alike', [7, 7, 7, 7, 7, 7], 7, 0.5],
    ['the best of twelve: 11.5 / 12', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 12, 0.958_333],
  ])('%s', (_, ordered, value, percentile) => {
    expect(midRank(ordered, value, true)?.value).toBeCloseTo(percentile, 6);
    expect(midRank(ordered, value, true)?.n).toBe(ordered.length);
  });

  test('one that is not among the others is ranked as if it were', () => {
    expect(midRank([1, 2, 3, 4, 5], 3, false)).toEqual({ value: 0.5, n: 6 });
    expect(midRank([1, 2, 3, 4, 5], 9, false)?.value).toBeCloseTo(5.5 / 6, 9);
    expect(midRank([1, 2, 3, 4], 2.5, false)).toEqual({ value: 0.5, n: 5 });
  });

  test('below five there is none', () => {
    expect(midRank([1, 2, 3, 4], 4, true)).toBeNull();
    expect(midRank([1, 2, 3], 4, false)).toBeNull();
    expect(midRank([], 4, false)).toBeNull();
  });

  test('is what counting says, averages to a half, and never reaches 0 or 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 60 }), (values) => {
        const ordered = Float64Array.from(values).sort();
        const places = values.map((value) => {
          const below = values.filter((other) => other < value).length;
          const equal = values.filter((other) => other === value).length;
          const place = midRank(ordered, value, true)?.value ?? Number.NaN;
          expect(place).toBeCloseTo((below + equal / 2) / values.length, 12);
          expect(place).toBeGreaterThan(0);
          expect(place).toBeLessThan(1);
          return place;
        });
        expect(places.reduce((sum, place) => sum + place, 0) / places.length).toBeCloseTo(0.5, 9);
      }),
    );
  });
});

/** A post of long ago, so that nothing more is to come. */
const of = (accountKey: string, likes: number, rest: Partial<PostState> = {}) =>
  post({ accountKey, published: ago(3_650), metrics: { likes: count(likes), comments: count(0), shares: count(0) }, ...rest });
const places = (rollups: Rollup[]) => percentiles(rollups, xFactors(rollups));
const numberIn = (place: Percentile | string) => (typeof place === 'string' ? place : place.value);

describe('a post among others', () => {
  const small = [10, 20, 30, 40, 50].map((likes) => of('x:small', likes));
  const large = [1_000, 2_000, 3_000, 4_000, 50_000].map((likes) => of('x:large', likes));
  const both = [rollup(small, 'x:small'), rollup(large, 'x:large')];

  test('is placed in its account and in the study by × expected, so that a small account’s best is near a large one’s', () => {
    const place = places(both);
    expect(small.map((each) => numberIn(place(each).account))).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
    expect(place(small[4] as PostState).account).toMatchObject({ n: 5, of: 'x-factor' });
    // × expected of the ten: 50/30 of the small account is beaten by 50,000/3,000 alone.
    expect(place(small[4] as PostState).study).toEqual({ value: 0.85, n: 10, of: 'x-factor' });
    expect(place(large[4] as PostState).study).toEqual({ value: 0.95, n: 10, of: 'x-factor' });
  });

  test('is placed by interactions where × expected is not measurable, and says so', () => {
    const undated = [1, 2, 3, 4, 5, 6].map((likes) => of('x:undated', likes, { published: null }));
    const place = places([rollup(undated, 'x:undated'), ...both]);
    expect(place(undated[5] as PostState)).toEqual({
      account: { value: 5.5 / 6, n: 6, of: 'interactions' },
      study: { value: 5.5 / 16, n: 16, of: 'interactions' },
    });
  });

  test('of an account with four posts has a place in the study alone', () => {
    const four = [1, 2, 3, 60_000].map((likes) => of('x:four', likes));
    const place = places([rollup(four, 'x:four'), ...both]);
    expect(place(four[3] as PostState)).toEqual({ account: 'too-few-posts', study: { value: 13.5 / 14, n: 14, of: 'interactions' } });
    expect(places([rollup(four, 'x:four')])(four[3] as PostState)).toEqual({ account: 'too-few-posts', study: 'too-few-posts' });
  });

  test('has none while it is too young, is another’s, or hides its likes; and those move no other’s', () => {
    const young = of('x:small', 999, { published: ago(0.001) });
    const repost = of('x:small', 999, { flags: ['repost'] });
    const hiding = of('x:small', 999, { metrics: { likes: hidden(), comments: count(0), shares: count(0) } });
    const pinned = of('x:small', 999, { flags: ['pinned'] });
    const place = places([rollup([...small, young, repost, hiding, pinned], 'x:small')]);
    expect([young, repost, hiding].map((each) => place(each))).toEqual([
      { account: 'too-young', study: 'too-young' },
      { account: 'another-kind', study: 'another-kind' },
      { account: 'hidden', study: 'hidden' },
    ]);
    expect(place(small[0] as PostState).account).toMatchObject({ value: 0.1, n: 5 });
    // The pinned post is ranked as if it were one of them.
    expect(place(pinned).account).toMatchObject({ value: 5.5 / 6, n: 6 });
  });
});
