import type { Criterion } from '../audit';
import { checked, unmeasured } from '../measured';

/** A backup older than this no longer holds the year's work. */
const BACKUP_AGE = 180 * 86_400_000;

/** Whether charter, roles and escalation are written down, and a backup of access and contents is recent. */
export const charter: Criterion = {
  ...{ id: 'charter', code: 'L2', category: 'governance', keys: ['law', 'involvement'], weight: 1, version: 1 },
  ...{ needs: ['register'], scope: 'brand', effort: 'M' },
  measure({ own, register, now }) {
    if (!own) return unmeasured('not-applicable', 'competitor', null);
    if (!register) return unmeasured('manual', 'no-register', 'register');
    const { charter: written, roles, escalation, backedUpAt } = register;
    const recent = backedUpAt === null ? null : now - backedUpAt <= BACKUP_AGE;
    return checked([
      { id: 'charter', passed: written, where: null, saw: null },
      { id: 'roles', passed: roles, where: null, saw: null },
      { id: 'escalation', passed: escalation, where: null, saw: null },
      { id: 'backup', passed: recent, where: null, saw: null },
    ]);
  },
  curve: () => ({ kind: 'checks', basis: { kind: 'house' } }),
};
