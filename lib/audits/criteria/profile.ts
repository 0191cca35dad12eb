import type { Criterion } from '../audit';
import { profilesOf } from '../checklist';
import { checked, unmeasured } from '../measured';

/** Whether a profile says who it is: handle, name, description, link, trade. Pictures are not read, and so not asked for. */
export const profile: Criterion = {
  ...{ id: 'profile', code: 'P2', category: 'presence', keys: ['strategy', 'commerce'], weight: 4, version: 1 },
  ...{ needs: ['profiles'], scope: 'network', effort: 'S' },
  measure(facts) {
    const checks = profilesOf(facts).flatMap((list) => list.checks.filter(({ id }) => id !== 'avatar'));
    return checks.length ? checked(checks) : unmeasured('not-captured', 'no-profile', 'profiles');
  },
  curve: () => ({ kind: 'checks', basis: { kind: 'house' } }),
};
