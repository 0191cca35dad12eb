import type { Criterion } from '../audit';
import { coherenceOf } from '../checklist';
import { checked, unmeasured } from '../measured';

/** Whether its accounts are seen to be one brand's: alike in handle, name, link and trade, one of them vouched for by its network. */
export const identity: Criterion = {
  ...{ id: 'identity', code: 'P1', category: 'presence', keys: ['strategy'], weight: 2, version: 1 },
  ...{ needs: ['profiles', 'channels'], scope: 'brand', effort: 'S' },
  measure({ brand, accounts }) {
    if (brand.accounts.length < 2) return unmeasured('not-applicable', 'one-channel', 'channels');
    return accounts.length < 2 ? unmeasured('not-captured', 'no-profile', 'profiles') : checked(coherenceOf(accounts));
  },
  curve: () => ({ kind: 'checks', basis: { kind: 'house' } }),
};
