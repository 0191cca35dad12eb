import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { igTime, mediaNumber, snowflakeTime, tidTime } from '../../lib/reading/ids';

const iso = (moment: { value: number } | null) => moment && new Date(moment.value).toISOString();

describe('snowflakeTime', () => {
  it.each([
    ['2021667200885829667', '2026-02-11T19:26:36'],
    ['1212092628029698048', '2019-12-31T19:26:16'],
  ])('%s was made at %s', (id, time) => {
    expect(iso(snowflakeTime(id))?.slice(0, 19)).toBe(time);
    expect(snowflakeTime(id)).toMatchObject({ from: 'id', low: snowflakeTime(id)?.value, high: snowflakeTime(id)?.value });
  });

  it.each(['', '20', '29700859247', 'abc', '12120926280296980481234', '-1212092628029698048', '1212092628029698048.5'])(
    '%s carries no time',
    (id) => {
      expect(snowflakeTime(id)).toBeNull();
    },
  );
});

it('snowflakeTime has every digit of ids that are longer than a number is exact', () => {
  fc.assert(
    fc.property(fc.bigInt(10n ** 14n, 2n ** 63n - 1n), (id) => {
      expect(snowflakeTime(`${id}`)?.value).toBe(Number((id >> 22n) + 1288834974657n));
    }),
  );
});

describe('tidTime', () => {
  it('reads the microseconds of an AT-protocol key', () => {
    expect(iso(tidTime('3jt5tsfbwmc2a'))?.slice(0, 10)).toBe('2023-04-12');
  });

  it('keeps the order of keys', () => {
    expect(tidTime('3jt5tsfbwmc2b')?.value).toBeLessThanOrEqual(tidTime('3jt5tsfcwmc2a')?.value ?? 0);
  });

  it.each(['', '3jt5tsfbwmc2', '3jt5tsfbwmc2aa', 'zjt5tsfbwmc2a', '3jt5tsfbwmc21', 'self', '3JT5TSFBWMC2A'])('%s is no key', (key) => {
    expect(tidTime(key)).toBeNull();
  });
});

describe('igTime', () => {
  it.each([
    ['C1hWCZLPQ9T', '2023-12-31'],
    ['DR1BchxgSxf', '2025-12-04'],
    ['C8XGGhhOLri', '2024-06-18'],
    ['4001511883701836730', '2026-10-05'],
    [`DR1BchxgSxf${'a'.repeat(28)}`, '2025-12-04'],
  ])('%s was made on %s', (id, day) => {
    expect(iso(igTime(id))?.slice(0, 10)).toBe(day);
    expect(igTime(id)).toMatchObject({ from: 'id', low: igTime(id)?.value, high: igTime(id)?.value });
  });

  it('says the same of a code and of the number that it writes', () => {
    expect(mediaNumber('DR1BchxgSxf')).toBe('3779933820703288415');
    expect(igTime('DR1BchxgSxf')).toEqual(igTime('3779933820703288415'));
  });

  it.each(['', 'DR1B', 'DR1Bchxg.xf', 'a b c d e f', '123456789012345', 'DR1BchxgSxfDR1BchxgSxf'])('%s carries no time', (id) => {
    expect(igTime(id)).toBeNull();
  });
});
