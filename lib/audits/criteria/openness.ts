import type { Check, Criterion } from '../audit';
import { checked, unmeasured } from '../measured';
import { othersIn, threadsOf } from '../threads';

/** Whether people may speak, and whether critics are answered. Who criticises is for a person to say. */
export const openness: Criterion = {
  ...{ id: 'openness', code: 'M6', category: 'community', keys: ['law', 'dialogue'], weight: 1, version: 1 },
  ...{ needs: ['comments', 'posts'], scope: 'network', effort: 'S' },
  measure({ posts, comments, confirmed }) {
    const closed = confirmed.closed?.filter((key) => posts.some(({ postKey }) => postKey === key)) ?? [];
    const spoken = posts.find(({ metrics }) => (metrics.comments?.low ?? 0) > 0)?.postKey ?? othersIn(comments)[0]?.postKey ?? null;
    if (!posts.length) return unmeasured('not-captured', 'no-comments', 'posts');
    const open: Check = { id: 'commentsOpen', passed: closed.length ? false : spoken ? true : null, where: closed[0] ?? spoken, saw: null };
    const critics = threadsOf(comments, [])?.filter(({ comment }) => comment.critical) ?? [];
    const silent = critics.find(({ answer }) => answer === null);
    const answered: Check[] = critics.length
      ? [{ id: 'criticsAnswered', passed: silent === undefined, where: silent?.postKey ?? critics[0]?.postKey ?? null, saw: null }]
      : [];
    return checked([open, ...answered]);
  },
  curve: () => ({ kind: 'checks', basis: { kind: 'house' } }),
};
