import type { Check, Criterion } from '../audit';
import { checked, unmeasured } from '../measured';
import { looksCommercial } from '../texts';

/** Whether posts under an agreement say so. What only looks like one waits for a person: the words are a suspicion, never evidence. */
export const disclosure: Criterion = {
  ...{ id: 'disclosure', code: 'L1', category: 'governance', keys: ['law'], weight: 1, version: 2 },
  ...{ needs: ['texts', 'human'], scope: 'brand', effort: 'S' },
  measure({ own, posts, records, confirmed }) {
    if (!own) return unmeasured('not-applicable', 'competitor', null);
    const decided = confirmed.disclosed ?? {};
    const checks = posts.flatMap(({ postKey, flags }): Check[] => {
      // A person looked: it is no advertising, whatever its words look like.
      if (decided[postKey] === null) return [];
      const labelled = flags.includes('paid');
      const suspected = flags.includes('collaboration') || looksCommercial(records.get(postKey)?.text ?? '');
      if (!labelled && !suspected && decided[postKey] === undefined) return [];
      return [{ id: 'disclosed', passed: decided[postKey] ?? (labelled ? true : null), where: postKey, saw: null }];
    });
    return checks.length ? checked(checks) : unmeasured('not-applicable', 'nothing-commercial', null);
  },
  curve: () => ({ kind: 'checks', basis: { kind: 'house' } }),
};
