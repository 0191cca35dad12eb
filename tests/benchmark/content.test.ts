import { describe, expect, test } from 'vitest';
import { contentOf } from '../../lib/benchmark/content';
import type { PostState } from '../../lib/model/rollup';
import { normal, uniform } from '../../lib/stats/random';
import { count, DAY, NOW, post } from './make';

const MONDAY = Date.UTC(2026, 10, 2);
const HOUR = 3_600_000;
const accounts = new Map();

/** Posts four times a day for some weeks, log-normal, each times what `better` says. */
const posts = (n: number, better: (i: number, time: number) => number, seed = 1): PostState[] => {
  const next = uniform(seed);
  return Array.from({ length: n }, (_, i) => {
    const time = MONDAY - i * 6 * HOUR + HOUR;
    const likes = Math.round(100 * better(i, time) * Math.exp(0.6 * normal(next)));
    const at = { value: time, low: time, high: time, from: 'id' as const };
    return post({ postKey: `x:c${i}`, published: at, metrics: { likes: count(likes), comments: count(0), shares: count(0) } });
  });
};
const tagged = (list: PostState[], tags: (i: number) => string[]) => new Map(list.map(({ postKey }, i) => [postKey, tags(i)]));
const content = (list: PostState[], tags: (i: number) => string[] = () => [], zone = 'UTC') =>
  contentOf(list, accounts, tagged(list, tags), zone);

describe('hashtags', () => {
  test('have the lift of their posts against the others, drawn towards 1', () => {
    const { tags } = content(
      posts(80, (i) => (i % 4 === 0 ? 3 : 1)),
      (i) => [...(i % 4 === 0 ? ['Atelier'] : []), ...(i % 5 === 0 ? ['rien'] : [])],
    );
    expect(tags.map(({ tag, times }) => [tag, times.n])).toEqual([
      ['atelier', 20],
      ['rien', 16],
    ]);
    const [real, idle] = tags;
    expect(real?.times.low).toBeGreaterThan(1);
    expect(real?.times.value).toBeLessThan(3.5);
    expect(idle?.times.low).toBeLessThan(1);
    expect(idle?.times.high).toBeGreaterThan(1);
    expect(real?.times.evidence[0]).toBe('x:c0');
  });

  test('on too few posts, or on all, have none', () => {
    expect(
      content(
        posts(20, () => 1),
        (i) => ['always', ...(i < 2 ? ['twice'] : [])],
      ).tags,
    ).toEqual([]);
  });

  test('a format that does better is not taken for the hashtag', () => {
    const list = posts(80, (i) => (i % 2 ? 5 : 1)).map((each, i) => ({ ...each, format: i % 2 ? ('video' as const) : ('image' as const) }));
    const [tag] = content(list, (i) => (i % 2 ? ['video'] : [])).tags;
    expect(tag?.times.value).toBeCloseTo(1, 9);
  });
});

describe('best times', () => {
  const evening = (_: number, time: number) => (new Date(time).getUTCHours() >= 18 ? 4 : 1);

  test('are named where blocks truly differ, in the reader’s own time zone', () => {
    const { times } = content(posts(112, evening));
    expect(times.p).toBeLessThan(0.05);
    expect(times.blocks).toHaveLength(3);
    for (const { hour, low } of times.blocks) {
      expect(hour).toBe(18);
      expect(low).toBeGreaterThan(1);
    }
    // 19:00 in London is 04:00 in Tokyo.
    expect(new Set(content(posts(112, evening), undefined, 'Asia/Tokyo').times.blocks.map(({ hour }) => hour))).toEqual(new Set([0]));
  });

  test('are not where they do not: of many blocks one is always the best', () => {
    const alarms = Array.from({ length: 40 }, (_, seed) => content(posts(60, () => 1, seed)).times.blocks.length > 0);
    expect(alarms.filter(Boolean).length).toBeLessThanOrEqual(6);
    expect(content(posts(60, () => 1, 3)).times).toMatchObject({ n: 60, blocks: [] });
  });

  test('need twenty posts with a known hour that were not still growing', () => {
    expect(content(posts(19, () => 1)).times).toEqual({ n: 19, p: null, blocks: [] });
    const vague = posts(40, () => 1).map((each) => ({
      ...each,
      published: each.published && { ...each.published, low: each.published.low - DAY },
    }));
    expect(content(vague).times.p).toBeNull();
    expect(content(posts(40, () => 1).map((each) => ({ ...each, takenAt: MONDAY - 9 * DAY + 2 * HOUR }))).times.n).toBeLessThan(10);
    expect(NOW).toBeGreaterThan(MONDAY + DAY);
  });
});

describe('topic variety', () => {
  test('is the evenness of hashtags, with an interval, from twelve posts with hashtags on', () => {
    const varied = content(
      posts(24, () => 1),
      (i) => [['a', 'b', 'c', 'd'][i % 4] ?? ''],
    ).topicVariety;
    expect(varied).toMatchObject({ n: 24, reason: null });
    expect(varied.value).toBeCloseTo(1, 9);
    const same = content(
      posts(24, () => 1),
      (i) => [i === 0 ? 'b' : 'a'],
    ).topicVariety;
    expect(same.value).toBeLessThan(0.3);
    expect(same.high).toBeLessThan(varied.low ?? 0);
    expect(
      content(
        posts(24, () => 1),
        (i) => (i < 11 ? ['a'] : []),
      ).topicVariety,
    ).toMatchObject({ value: null, reason: 'too-few-posts' });
  });
});
