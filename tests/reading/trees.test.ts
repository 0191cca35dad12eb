import { describe, expect, it } from 'vitest';
import { at, listAt, thingsIn, wordsAt } from '../../lib/reading/json-tree';

describe('a tree of data', () => {
  it('is walked in the order of its text, parents first', () => {
    expect(thingsIn({ n: 1, a: [{ n: 2, b: { n: 3 } }, { n: 4 }] }).map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    expect(thingsIn([null, 'x', 1])).toEqual([]);
  });

  it('is walked so far and no further', () => {
    let deep: unknown = {};
    for (let level = 0; level < 100_000; level++) deep = { deep };
    expect(thingsIn(deep).length).toBe(61);
    expect(thingsIn(Array.from({ length: 500_000 }, () => ({}))).length).toBeLessThanOrEqual(200_000);
  });

  it('gives nothing that is not its own', () => {
    expect(at(JSON.parse('{"__proto__":{"x":1}}'), 'x')).toBeUndefined();
    expect([at({}, 'constructor'), wordsAt({ a: { b: 1 } }, 'a', 'b'), listAt({ a: {} }, 'a')]).toEqual([undefined, '', []]);
  });
});
