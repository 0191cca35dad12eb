import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../lib/capture/order';

const list = Array.from({ length: 60 }, (_, index) => `p${index}`);

test('windows that slide over a list, up and down, put it together in its own order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 6, max: 15 })), { maxLength: 30 }), (moves) => {
      // A reader scrolls: each look overlaps what was seen so far.
      let [low, high] = [20, 30];
      let seen = inOrder([], list.slice(low, high));
      for (const [to, size] of moves) {
        const from = Math.min(Math.max(to, low - size + 1), high - 1);
        seen = inOrder(seen, list.slice(from, from + size));
        low = Math.min(low, from);
        high = Math.min(Math.max(high, from + size), list.length);
      }
      expect(seen).toEqual(list.slice(low, high));
    }),
  );
});

test('a look that shares nothing with what was seen goes to the end, and nothing is there twice', () => {
  expect(inOrder(['a', 'b'], ['x', 'y'])).toEqual(['a', 'b', 'x', 'y']);
  expect(inOrder(['a', 'b'], ['b', 'new', 'a'])).toEqual(['a', 'b', 'new']);
  expect(inOrder([], [])).toEqual([]);
  expect(inOrder(['a', 'c'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
});
