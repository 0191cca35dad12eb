import type { Criterion, Measure, Unmeasured } from '../audit';
import type { BrandFacts } from '../facts';
import { counted, unmeasured } from '../measured';
import { againstShares } from '../peer-share';
import { othersIn } from '../threads';

const FEWEST = 10;

/** Part of the comments that the brand marked with its own like, where the network shows such marks. */
export const acknowledgement: Criterion = {
  ...{ id: 'acknowledgement', code: 'M4', category: 'community', keys: ['dialogue'], weight: 1, version: 1 },
  ...{ needs: ['comments', 'reference'], scope: 'network', effort: 'S' },
  measure: likedShare,
  curve: (facts) => againstShares(facts.peers.map(likedShare)),
};

function likedShare({ comments }: BrandFacts): Measure | Unmeasured {
  if (!comments.length) return unmeasured('not-captured', 'no-comments', 'comments');
  const marked = othersIn(comments).filter(({ comment }) => comment.likedByAccount !== null);
  if (!marked.length) return unmeasured('hidden', 'likes-not-marked', null);
  if (marked.length < FEWEST) return unmeasured('too-few', 'too-few-comments', 'comments');
  const liked = marked.filter(({ comment }) => comment.likedByAccount).length;
  return counted(liked, marked.length, [...new Set(marked.map(({ postKey }) => postKey))]);
}
