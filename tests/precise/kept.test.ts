import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keeper } from '../../lib/precise/kept';

test('the memory stays within its bounds and keeps the newest', () => {
  const limits = { bodies: 5, characters: 100, body: 40 };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 60 }), { maxLength: 50 }), (sizes) => {
      const memory = keeper(limits);
      for (const [at, size] of sizes.entries()) memory.keep(`{${'x'.repeat(size - 1)}`, 'https://x.com/a', at);
      const all = memory.all();
      expect(all.length).toBeLessThanOrEqual(limits.bodies);
      expect(all.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(limits.characters);
      expect(all.every(({ text }) => text.length <= limits.body)).toBe(true);
      const newest = sizes
        .map((size, at) => ({ size, at }))
        .filter(({ size }) => size <= limits.body)
        .at(-1);
      expect(all.at(-1)?.at).toBe(newest?.at);
    }),
  );
});

test('of a body of many lines that is too long as a whole, every line is kept that is not', () => {
  const memory = keeper({ bodies: 5, characters: 200, body: 40 });
  const line = (name: string, length = 20) => `{"${name}":"${'x'.repeat(length)}"}`;
  memory.keep([line('a'), line('b', 50), line('c')].join('\n'), 'https://x.com/a', 1);
  expect(memory.all().map(({ text }) => text)).toEqual([line('a'), line('c')]);
  memory.keep(JSON.stringify({ posts: [{ id: 1 }, { id: 2 }], more: 'x'.repeat(50) }, null, 2), 'https://x.com/a', 2);
  expect(memory.all()).toHaveLength(2);
});

test('only JSON is kept, plain or guarded, with where the page was', () => {
  const memory = keeper();
  for (const text of ['{"a":1}', ' [1]', 'for (;;);{}', ")]}'\n{}", '<html>', 'var a = {}', '', 7, null, undefined, { a: 1 }])
    memory.keep(text, 'https://x.com/lumen', 5);
  expect(memory.all().map(({ text }) => text)).toEqual(['{"a":1}', ' [1]', 'for (;;);{}', ")]}'\n{}"]);
  expect(memory.all()[0]).toEqual({ text: '{"a":1}', page: 'https://x.com/lumen', at: 5 });
  memory.clear();
  expect(memory.all()).toEqual([]);
});
