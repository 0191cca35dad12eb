import { median } from 'simple-statistics';
import { erFollowers } from '../../benchmark/measures';
import type { Criterion } from '../audit';
import type { Facts } from '../facts';
import { counted, isUnmeasured, unknown, unmeasured } from '../measured';
import { referenceFor } from '../reference';

const FEWEST_POSTS = 12;

/** Part of the posts that reach what peers, or the industry, typically get: a good level made by a few posts is luck. Half of them would be ordinary. */
export const consistency: Criterion = {
  ...{ id: 'consistency', code: 'E4', category: 'engagement', keys: ['content', 'measure'], weight: 4, version: 1 },
  ...{ needs: ['posts', 'followers', 'reference'], scope: 'network', effort: 'L' },
  measure(facts) {
    const expected = expectedOf(facts);
    const records = new Map(facts.accounts.map((account) => [account.accountKey, account]));
    const rates = facts.used.flatMap((post) => {
      const rate = erFollowers(post, records.get(post.accountKey));
      return typeof rate === 'string' ? [] : [{ postKey: post.postKey, rate: rate.value }];
    });
    if (rates.length < FEWEST_POSTS) return unknown(facts.row.kpis.erFollowers.reason ?? 'too-few-posts');
    if (expected === null) return unmeasured('unscored', 'no-peers-or-norm', 'reference');
    const reached = rates.filter(({ rate }) => rate >= expected);
    return counted(
      reached.length,
      rates.length,
      reached.map(({ postKey }) => postKey),
    );
  },
  curve: () => ({ kind: 'share', norm: 0.5, target: 0.75, basis: { kind: 'house' } }),
};

/** What is ordinary: the middle of what the engagement rate is held against. */
function expectedOf(facts: Facts): number | null {
  const curve = referenceFor(facts, 'erFollowers');
  if (isUnmeasured(curve)) return null;
  return curve.kind === 'rank' ? median(curve.values) : curve.kind === 'higher' ? curve.median : null;
}
