import { describe, expect, test } from 'vitest';
import { postsPerWeek } from '../../lib/benchmark/frequency';
import { regularityOf } from '../../lib/benchmark/regularity';
import type { PostState } from '../../lib/model/rollup';
import { ago, DAY, NOW, post } from './make';

const page = (days: number[], changes: Partial<PostState> = {}) => days.map((day) => post({ published: ago(day), ...changes }));
const regular = (posts: PostState[], from: number | null = null) => regularityOf([posts], from, NOW);

describe('regularity', () => {
  // Weeks back from now: posts in weeks 0, 1, 3 and 4 of five whole ones.
  const posts = page([36, 33, 32, 25, 22, 9, 8, 1]);

  test('counts the weeks with a post, with Wilson’s interval', () => {
    const { activeWeeks } = regular(posts);
    expect(activeWeeks).toMatchObject({ value: 0.8, n: 8, reason: null });
    expect(activeWeeks.low).toBeCloseTo(0.375535, 5);
    expect(activeWeeks.high).toBeCloseTo(0.963776, 5);
  });

  test('finds the longest silence, and one that still lasts', () => {
    expect(regular(posts).longestSilence).toMatchObject({ value: 13, low: 13, high: 13, as: 'exact' });
    expect(regular(page([60, 50, 45, 30])).longestSilence.value).toBe(30);
  });

  test('measures bursts from ten gaps on', () => {
    expect(regular(posts).burstiness).toMatchObject({ value: null, reason: 'too-few-posts' });
    const steady = regular(page(Array.from({ length: 20 }, (_, i) => 40 - 2 * i))).burstiness;
    expect(steady.value).toBeCloseTo(-1, 9);
    const campaigns = [60, 50, 40, 30, 20, 10].flatMap((day) => Array.from({ length: 8 }, (_, i) => day - i / 10));
    const bursts = regular(page(campaigns)).burstiness;
    expect(bursts.low).toBeGreaterThan(0);
  });

  test('vague dates take silence and bursts away, and widen the active weeks', () => {
    const vague = regular(page([36, 33, 32, 25]).concat(post({ published: ago(14, 10) }), page([1])));
    expect(vague.longestSilence).toMatchObject({ value: null, reason: 'vague-dates' });
    const sharp = regular(page([36, 33, 32, 25, 14, 1])).activeWeeks;
    expect(vague.activeWeeks.low).toBeLessThan(sharp.low ?? 0);
    expect(vague.activeWeeks.high).toBeGreaterThan(sharp.high ?? 1);
  });

  test('says why it is missing', () => {
    expect(regular([]).activeWeeks.reason).toBe('no-posts');
    expect(regular(page([10, 5, 1])).longestSilence.reason).toBe('short-window');
    expect(regular(page([20, 5, 1])).activeWeeks.reason).toBe('short-window');
    expect(regular([...posts, post({ published: null })]).activeWeeks.reason).toBe('undated');
    expect(regular(posts, NOW - 10 * DAY).longestSilence.reason).toBe('short-window');
    expect(regularityOf([posts, []], null, NOW).activeWeeks).toMatchObject({ value: null, reason: 'no-posts' });
  });

  test('two accounts count together, in the time that both are seen', () => {
    const other = page([40, 30, 20, 2], { accountKey: 'bluesky:lumen', network: 'bluesky', snapshotId: 's2' });
    expect(regularityOf([posts, other], null, NOW).longestSilence.value).toBe(11);
  });
});

test('posts in campaigns make the frequency less certain than steady ones', () => {
  const bursts = postsPerWeek([page([70, 69, 68, 67, 66, 65, 40, 39, 38, 37, 36, 35, 5, 4, 3, 2, 1, 0.5])], null, NOW);
  const steady = postsPerWeek([page(Array.from({ length: 18 }, (_, i) => 70 - 4 * i))], null, NOW);
  expect(bursts.value).toBe(steady.value);
  expect(bursts.high).toBeGreaterThan(steady.high ?? 0);
  expect(bursts.low).toBeLessThan(steady.low ?? 0);
});
