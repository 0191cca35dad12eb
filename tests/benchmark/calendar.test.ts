import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../lib/benchmark/calendar';
import type { Moment } from '../../lib/model/capture';
import type { PostState } from '../../lib/model/rollup';
import { DAY, NOW, post } from './make';

// Now is Sunday 22 November 2026, 12:00; its week began on Monday the 16th.
const MONDAY = Date.UTC(2026, 10, 16);
const HOUR = 3_600_000;
const exactly = (time: number): Moment => ({ value: time, low: time, high: time, from: 'id' });
const at = (time: number, changes: Partial<PostState> = {}) => post({ published: exactly(time), ...changes });
const calendar = (posts: PostState[], from: number | null = null, zone = 'UTC') => calendarOf([posts], from, NOW, zone);
const last = (posts: PostState[], back: number) => calendar(posts).weeks.at(-1 - back);

describe('the weeks of a brand', () => {
  // One capture, now, reaches back to Wednesday 28 October.
  const list = [0, 1, 2, 10, 11, 25].map((days) => at(NOW - days * DAY - HOUR));

  test('are 52, up to the one of now', () => {
    const { weeks, n } = calendar(list);
    expect(weeks).toHaveLength(52);
    expect(weeks.at(-1)).toMatchObject({ start: MONDAY, end: MONDAY + 7 * DAY });
    expect(weeks[0]?.start).toBe(MONDAY - 51 * 7 * DAY);
    expect(n).toBe(6);
  });

  test('that captures cover are counted, a week without posts being one', () => {
    expect(last(list, 1)).toMatchObject({ observed: 'whole', low: 2, high: 2 });
    expect(last(list, 2)).toMatchObject({ observed: 'whole', low: 0, high: 0, evidence: [] });
  });

  test('of the first reach and of now have a least count, those before are not observed: never 0', () => {
    expect(last(list, 0)).toMatchObject({ observed: 'part', low: 3, high: null });
    expect(last(list, 3)).toMatchObject({ observed: 'part', low: 1, high: null });
    for (const week of calendar(list).weeks.slice(0, -4)) expect(week).toMatchObject({ observed: 'none', low: 0, high: null });
  });

  test('between two captures that do not meet are not whole', () => {
    const early = [50, 52, 70].map((days) => at(NOW - days * DAY, { snapshotId: 's0', takenAt: NOW - 49 * DAY }));
    const { weeks } = calendar([...early, ...list]);
    expect(weeks.slice(-10).map(({ observed }) => observed)).toEqual('whole whole part none none none part whole whole part'.split(' '));
  });

  test('are whole only where every account was seen', () => {
    const other = [1, 12].map((days) => at(NOW - days * DAY, { accountKey: 'bluesky:lumen', network: 'bluesky', snapshotId: 's2' }));
    const { weeks, unseen } = calendarOf([list, other], null, NOW, 'UTC');
    expect(weeks.at(-2)).toMatchObject({ observed: 'part', low: 3 });
    expect(unseen).toEqual([]);
    const silent = calendarOf([list, []], null, NOW, 'UTC');
    expect(silent.unseen).toEqual([1]);
    expect(silent.weeks.filter(({ observed }) => observed === 'whole')).toEqual([]);
  });

  test('have a least and a most where dates are vague', () => {
    const vague = post({ published: { value: NOW - 10 * DAY, low: NOW - 15 * DAY, high: NOW - 5 * DAY, from: 'relative' } });
    expect(last([...list, vague], 1)).toMatchObject({ low: 2, high: 3 });
    expect(last([...list, vague], 2)).toMatchObject({ low: 0, high: 1 });
    expect(calendar([...list, post({ published: null })]).undated).toBe(1);
  });

  test('begin with the study’s period', () => {
    expect(calendar(list, NOW - 30 * DAY).weeks.map(({ start }) => start)[0]).toBe(Date.UTC(2026, 9, 19));
    // It begins on Wednesday the 11th: the posts of Wednesday and Thursday are in it, the week is not whole.
    const [first] = calendar(list, NOW - 11.5 * DAY).weeks;
    expect(first).toMatchObject({ observed: 'part', low: 2, high: null });
    expect(calendar(list, NOW - 10.5 * DAY).n).toBe(4);
  });

  test('hold every post at most once, and claim nothing where they were not seen whole', () => {
    const sighting = fc.record({
      days: fc.double({ min: 0.1, max: 300, noNaN: true }),
      doubt: fc.constantFrom(0, 0.5, 4, 20),
      page: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 40 }), (seen) => {
        const posts = seen.map(({ days, doubt, page }) => {
          const value = NOW - (days + 30 * page) * DAY;
          const published = { value, low: value - doubt * DAY, high: value + doubt * DAY, from: 'relative' as const };
          return post({ published, snapshotId: `s${page}`, takenAt: NOW - 30 * page * DAY });
        });
        const { weeks } = calendar(posts);
        const keys = weeks.flatMap(({ evidence }) => evidence);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { observed, low, high, evidence } of weeks) {
          expect(evidence).toHaveLength(low);
          expect(high === null).toBe(observed !== 'whole');
          if (high !== null) expect(high).toBeGreaterThanOrEqual(low);
        }
      }),
    );
  });

  test('leave out what the account did not publish in its own time', () => {
    const others = [at(MONDAY + DAY, { flags: ['pinned'] }), at(MONDAY + DAY, { flags: ['repost'] })];
    expect(calendar([...list, ...others]).n).toBe(6);
  });
});

describe('weekday and hour', () => {
  const posts = [at(MONDAY + 23.5 * HOUR), at(MONDAY + 23.2 * HOUR), at(MONDAY + 2 * DAY + HOUR), at(MONDAY - 7 * DAY)];

  test('are counted in the reader’s time zone', () => {
    const { weekdays, exact } = calendar(posts);
    expect(exact).toBe(4);
    expect(weekdays[0]?.hours[23]).toMatchObject({ n: 2, evidence: posts.slice(0, 2).map(({ postKey }) => postKey) });
    expect(weekdays.map(({ n }) => n)).toEqual([3, 0, 1, 0, 0, 0, 0]);
    const paris = calendar(posts, null, 'Europe/Paris').weekdays;
    expect(paris[1]?.hours[0]?.n).toBe(2);
  });

  test('have shares with an interval, and only of posts whose hour is known', () => {
    const vague = post({ published: { value: MONDAY, low: MONDAY - DAY, high: MONDAY + DAY, from: 'relative' } });
    const { weekdays, n, exact } = calendar([...posts, vague]);
    expect([n, exact]).toEqual([5, 4]);
    expect(weekdays[0]?.share?.value).toBe(0.75);
    expect(weekdays[0]?.share?.low).toBeCloseTo(0.3006, 3);
    expect(calendar([]).weekdays[0]?.share).toBeNull();
  });
});
