import type { Check, Criterion } from '../audit';
import { checked, unmeasured } from '../measured';

/** Whether the objectives are specific, measurable, attainable, relevant and dated, serve the business, and are more than vanity. */
export const objectives: Criterion = {
  ...{ id: 'objectives', code: 'B1', category: 'business', keys: ['objective'], weight: 2, version: 1 },
  ...{ needs: ['strategy'], scope: 'brand', effort: 'S' },
  measure({ own, strategy }) {
    if (!own) return unmeasured('not-applicable', 'competitor', null);
    if (!strategy) return unmeasured('manual', 'no-strategy', 'strategy');
    const { objectives: all } = strategy;
    if (!all.length) return checked([{ id: 'anyObjective', passed: false, where: null, saw: null }]);
    return checked(
      all.flatMap(({ text, ego, ...asked }): Check[] => [
        ...(['specific', 'measurable', 'attainable', 'relevant', 'timed', 'business'] as const).map((item) => ({
          ...{ id: item, passed: asked[item], where: null, saw: text },
        })),
        { id: 'notEgo', passed: ego === null ? null : !ego, where: null, saw: text },
      ]),
    );
  },
  curve: () => ({ kind: 'checks', basis: { kind: 'house' } }),
};
