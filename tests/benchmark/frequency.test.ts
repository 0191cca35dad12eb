import { describe, expect, test } from 'vitest';
import { postsPerWeek } from '../../lib/benchmark/frequency';
import type { PostState } from '../../lib/model/rollup';
import { uniform } from '../../lib/stats/random';
import { ago, DAY, NOW, post } from './make';

/** Posts that many days ago, on one page captured now. */
const page = (days: number[], changes: Partial<PostState> = {}) => days.map((day) => post({ published: ago(day), ...changes }));
const rate = (posts: PostState[], from: number | null = null) => postsPerWeek([posts], from, NOW);

describe('posts per week', () => {
  test('the oldest post marks the beginning and is not counted: 9 posts back to 14 days ago are 4 a week', () => {
    const figure = rate(page([14, 12, 11, 9, 7, 5, 4, 2, 1]));
    expect(figure).toMatchObject({ value: 4, n: 8, as: 'estimated', reason: null });
    expect(figure.low?.toFixed(1)).toBe('1.7');
    expect(figure.high?.toFixed(1)).toBe('7.9');
  });

  test('the time up to the capture counts, though nothing was published in it', () => {
    expect(rate(page([28, 27, 26, 25, 24])).value).toBe(1);
  });

  test('a period shorter than the page counts every post in it', () => {
    const figure = rate(page([40, 35, 13, 6, 2]), NOW - 14 * DAY);
    expect(figure).toMatchObject({ value: 1.5, n: 3 });
  });

  test('a period that was wholly seen and empty is a true zero with an upper bound', () => {
    const figure = rate(page([90, 80, 70]), NOW - 28 * DAY);
    expect(figure).toMatchObject({ value: 0, low: 0, reason: null });
    expect(figure.high).toBeCloseTo(3.688879 / 4, 5);
  });

  test('a period that reaches back farther than the page begins where the page does', () => {
    expect(rate(page([14, 10, 5]), NOW - 365 * DAY)).toMatchObject({ value: 1, n: 2 });
  });

  test('a pinned post of last year, a repost of an old post and an ad do not stretch the time', () => {
    const extra = [
      post({ published: ago(400), flags: ['pinned'] }),
      post({ published: ago(300), flags: ['repost'] }),
      post({ published: ago(200), flags: ['promoted'] }),
    ];
    expect(rate([...page([14, 10, 5]), ...extra]).value).toBe(1);
  });

  test('captures that overlap are one stretch; time between captures that nobody saw is not counted', () => {
    const former = (days: number[]) => page(days, { snapshotId: 's0', takenAt: NOW - 10 * DAY });
    // Seen from 24 days ago on, without a gap: the newer page begins before the former was captured.
    expect(rate([...former([24, 20]), ...page([14, 9, 3, 1])])).toMatchObject({ n: 5, value: (5 * 7) / 24 });
    // The newer page begins 7 days ago, the former ended 10 days ago: 14 + 7 days, two beginnings.
    expect(rate([...former([24, 20, 12]), ...page([7, 3, 1])])).toMatchObject({ n: 4, value: (4 * 7) / 21 });
  });

  test('a post’s own page covers no time', () => {
    const visited = post({ published: ago(700), snapshotId: 's2' });
    expect(rate([...page([14, 10, 5]), visited])).toMatchObject({ value: 1, n: 2 });
    const thread = page([700, 699], { snapshotId: 's2', surface: 'post' });
    expect(rate([...page([14, 10, 5]), ...thread])).toMatchObject({ value: 1, n: 2 });
  });

  test('a page that is not in order of time gives no rate', () => {
    const home = page([900, 400, 30, 2], { network: 'youtube', surface: 'profile' });
    expect(rate(home)).toMatchObject({ value: null, reason: 'short-window' });
    expect(rate(page([900, 400, 30, 2], { surface: 'profile', tab: 'media' }))).toMatchObject({ value: null });
  });

  test('YouTube’s shorts and videos are paged apart and added up', () => {
    const video = { network: 'youtube' as const, format: 'video' as const, snapshotId: 'v' };
    const short = { network: 'youtube' as const, format: 'short' as const, snapshotId: 's' };
    const both = [...page([70, 50, 30, 10], video), ...page([14, 10, 7, 3], short)];
    expect(rate(both).value).toBeCloseTo(0.3 + 1.5, 12);
    // Beside the list of videos, one short that was met on the channel's home page tells nothing about shorts.
    expect(rate([...page([70, 50, 30, 10], video), post({ ...short, published: ago(2) })]).value).toBeCloseTo(0.3, 12);
  });

  test('a video that was watched after its list was captured still counts in the list', () => {
    const list = { network: 'youtube' as const, format: 'video' as const, snapshotId: 'v', surface: 'profile' as const, tab: 'videos' };
    const watched = post({ ...list, published: ago(30), snapshotId: 'w', surface: 'post', tab: 'watch' });
    expect(rate([...page([70, 50, 10], list), watched])).toMatchObject({ n: 3 });
  });

  test('accounts are added up, and one that is unknown makes the sum unknown', () => {
    const a = page([14, 10, 5]);
    const b = page([28, 21, 14, 7, 1]);
    expect(postsPerWeek([a, b], null, NOW).value).toBe(2);
    expect(postsPerWeek([a, []], null, NOW)).toMatchObject({ value: null, reason: 'no-posts' });
    expect(postsPerWeek([a, page([3, 1])], null, NOW)).toMatchObject({ value: null, reason: 'short-window' });
  });

  test('says why there is none', () => {
    expect(rate([])).toMatchObject({ value: null, reason: 'no-posts', n: 0 });
    expect(postsPerWeek([], null, NOW).reason).toBe('no-posts');
    expect(rate(page([1, 2]).map((p) => ({ ...p, published: null })))).toMatchObject({ value: null, reason: 'undated' });
    expect(rate(page([6, 5, 4, 3]))).toMatchObject({ value: null, reason: 'short-window' });
    expect(rate(page([60]))).toMatchObject({ value: null, reason: 'short-window' });
  });

  test('posts without a date raise the upper bound only', () => {
    const dated = page([14, 10, 5]);
    const both = rate([...dated, post({ published: null }), post({ published: null })]);
    const alone = rate(dated);
    expect([both.value, both.low]).toEqual([alone.value, alone.low]);
    expect(both.high).toBeGreaterThan(alone.high ?? 0);
  });

  test('vague dates widen the interval at both ends', () => {
    const sharp = rate(page([60, 40, 30, 20, 10]));
    const vague = rate([60, 40, 30, 20, 10].map((day) => post({ published: ago(day, day > 30 ? 15 : 3) })));
    expect(vague.value).toBeCloseTo(sharp.value ?? 0, 12);
    expect(vague.low).toBeLessThan(sharp.low ?? 0);
    expect(vague.high).toBeGreaterThan(sharp.high ?? 0);
  });

  test('it is unbiased, and the interval holds the truth in 95 % of pages of 12 posts', () => {
    const next = uniform(7);
    const truth = 3;
    const runs = 1500;
    let [sum, held] = [0, 0];
    for (let run = 0; run < runs; run++) {
      let day = 0;
      const days = Array.from({ length: 12 }, () => {
        day -= (Math.log(1 - next()) * 7) / truth;
        return day;
      });
      const { value, low, high } = rate(page(days));
      // Too short to be told: at this rate about 1 page in 500.
      if (value === null || low === null || high === null) continue;
      sum += value;
      if (low <= truth && truth <= high) held++;
    }
    expect(sum / runs).toBeGreaterThan(2.9);
    expect(sum / runs).toBeLessThan(3.1);
    expect(held / runs).toBeGreaterThan(0.935);
  });
});
