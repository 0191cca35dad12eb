import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownOrder } from '../../lib/capture/order';

/** The order after these looks. */
function after(...looks: string[][]): readonly string[] {
  const order = shownOrder();
  for (const look of looks) order.show(look);
  return order.ids;
}

const list = Array.from({ length: 60 }, (_, index) => `p${index}`);

test('windows that slide over a list, up and down, put it together in its own order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 6, max: 15 })), { maxLength: 30 }), (moves) => {
      // A reader scrolls: each look overlaps what was seen so far.
      let [low, high] = [20, 30];
      const looks = [list.slice(low, high)];
      for (const [to, size] of moves) {
        const from = Math.min(Math.max(to, low - size + 1), high - 1);
        looks.push(list.slice(from, from + size));
        low = Math.min(low, from);
        high = Math.min(Math.max(high, from + size), list.length);
      }
      expect(after(...looks)).toEqual(list.slice(low, high));
    }),
  );
});

test('a look that shares nothing with what was seen goes to the end, and nothing is there twice', () => {
  expect(after(['a', 'b'], ['x', 'y'])).toEqual(['a', 'b', 'x', 'y']);
  expect(after(['a', 'b'], ['b', 'new', 'a'])).toEqual(['a', 'b', 'new']);
  expect(after([], [])).toEqual([]);
  expect(after(['a', 'b'], ['x', 'b', 'a', 'y'])).toEqual(['a', 'y', 'x', 'b']);
  expect(after(['a', 'c'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
});
