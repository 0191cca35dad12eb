import { expect, test } from 'vitest';
import type { Criterion } from '../../lib/audits/audit';
import { evaluate } from '../../lib/audits/evaluate';
import type { Facts } from '../../lib/audits/facts';
import { unknown, unmeasured } from '../../lib/audits/measured';

const facts = (posts: number) => ({ network: null, posts: { length: posts } }) as unknown as Facts;
/** Measures how many posts there are; from five on, and nothing to hold it against. */
const criterion: Criterion = {
  ...{ id: 'engagement', code: 'E1', category: 'engagement', keys: ['content'], weight: 10, version: 1 },
  ...{ needs: ['posts'], scope: 'network', effort: 'L' },
  measure: ({ posts: { length: n } }) => (n < 5 ? unknown('too-few-posts') : { value: n, low: n, high: n, n, unit: 'count', evidence: [] }),
  curve: () => unmeasured('unscored', 'no-peers-or-norm', 'reference'),
};

test('without a score, the network that was measured says why, and not one that hardly was', () => {
  const apart = new Map([
    ['youtube', facts(2)],
    ['x', facts(25)],
  ] as const);
  expect(evaluate(criterion, facts(27), apart, 10)).toMatchObject({ state: 'unscored', need: 'reference', score: null, coverage: 0 });
  expect(evaluate(criterion, facts(2), new Map([['youtube', facts(2)]]), 10)).toMatchObject({ state: 'too-few', need: 'posts' });
});
