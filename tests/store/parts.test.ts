import { expect, it } from 'vitest';
import { exact } from '../../lib/reading/readings';
import { uniform } from '../../lib/stats/random';
import { pack } from '../../lib/store/pack';
import { partsOf } from '../../lib/store/parts';
import { everyKind, post } from './build';

it('any capture splits into records of less than 60 KB, in order, none lost', () => {
  const draw = uniform(7);
  for (let round = 0; round < 100; round += 1) {
    const n = Math.floor(draw() ** 2 * 900);
    const letter = draw() < 0.5 ? 'a' : '漢';
    const posts = Array.from({ length: n }, (_, index) => {
      const kind = everyKind[index % everyKind.length] ?? exact(1, 'text');
      const raw = letter.repeat(Math.floor(draw() * 160));
      return post(letter.repeat(Math.floor(draw() * 190)) + index, {
        metrics: { likes: { ...kind, raw }, views: { ...kind, raw }, shares: kind },
      });
    });
    const parts = partsOf(posts);
    expect(parts.flat()).toEqual(posts);
    for (const part of parts) {
      expect(pack(part, {}).byteLength).toBeLessThan(50_000);
      expect(part.length).toBeLessThanOrEqual(200);
    }
  }
});
