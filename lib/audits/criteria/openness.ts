import type { Check, Criterion } from '../audit';
import { checked, unmeasured } from '../measured';
import { othersIn } from '../threads';

/** Whether people may speak, and whether critics are answered. Which comments are closed and who criticises is for a person to say. */
export const openness: Criterion = {
  ...{ id: 'openness', code: 'M6', category: 'community', keys: ['law', 'dialogue'], weight: 1, version: 2 },
  ...{ needs: ['comments', 'posts'], scope: 'network', effort: 'S' },
  measure({ posts, comments, confirmed }) {
    if (!posts.length) return unmeasured('not-captured', 'no-comments', 'posts');
    const answers = (of: Record<string, boolean> = {}, wanted: boolean) =>
      posts.flatMap(({ postKey }) => (of[postKey] === wanted ? [postKey] : []));
    const closed = answers(confirmed.closed, true);
    const spoken = posts.find(({ metrics }) => (metrics.comments?.low ?? 0) > 0)?.postKey ?? othersIn(comments)[0]?.postKey;
    const seen = spoken ?? answers(confirmed.closed, false)[0] ?? null;
    const open: Check = { id: 'commentsOpen', passed: closed.length ? false : seen ? true : null, where: closed[0] ?? seen, saw: null };
    const [silent] = answers(confirmed.critics, false);
    const critics = silent ?? answers(confirmed.critics, true)[0];
    const answered: Check[] = critics ? [{ id: 'criticsAnswered', passed: silent === undefined, where: critics, saw: null }] : [];
    return checked([open, ...answered]);
  },
  curve: () => ({ kind: 'checks', basis: { kind: 'house' } }),
};
