import { groupedBy } from '../../model/grouped';
import type { Criterion, Measure, Unmeasured } from '../audit';
import type { BrandFacts } from '../facts';
import { counted, unmeasured } from '../measured';
import { againstShares } from '../peer-share';
import { othersIn } from '../threads';

const FEWEST = 30;

/** Part of those who comment that do so on two posts or more. It needs comments' authors, as pseudonyms, which are not collected unless asked for. */
export const returning: Criterion = {
  ...{ id: 'returning', code: 'G2', category: 'growth', keys: ['affinity'], weight: 2, version: 1 },
  ...{ needs: ['commenters', 'reference'], scope: 'network', effort: 'L' },
  measure: returningShare,
  curve: (facts) => againstShares(facts.peers.map(returningShare)),
};

function returningShare({ comments }: BrandFacts): Measure | Unmeasured {
  const signed = othersIn(comments).filter(({ comment }) => comment.author !== undefined);
  if (!signed.length) return unmeasured('not-captured', 'no-commenters', 'commenters');
  if (signed.length < FEWEST) return unmeasured('too-few', 'too-few-comments', 'comments');
  const authors = [...groupedBy(signed, ({ comment }) => comment.author).values()];
  const back = authors.filter((own) => new Set(own.map(({ postKey }) => postKey)).size > 1);
  return counted(back.length, authors.length, [...new Set(back.flatMap((own) => own.map(({ postKey }) => postKey)))]);
}
