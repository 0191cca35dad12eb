import type { Check, Criterion } from '../audit';
import { profilesOf } from '../checklist';
import { checked, unmeasured } from '../measured';

/** Pages of links, which count their visits. */
const LINK_PAGES = /(^|\.)(linktr\.ee|linkin\.bio|beacons\.ai|bio\.link|lnk\.bio|campsite\.bio|taplink\.cc|msha\.ke|bit\.ly)$/;

/**
 * Whether the profile's link is there, safe to follow, alive (a person clicked it) and can be measured. Addresses are kept without their tracking, so
 * an address that is no page of links may be measured or not: unknown.
 */
export const link: Criterion = {
  ...{ id: 'link', code: 'P3', category: 'presence', keys: ['commerce', 'measure'], weight: 2, version: 1 },
  ...{ needs: ['profiles'], scope: 'network', effort: 'S' },
  measure(facts) {
    const found = profilesOf(facts).flatMap(({ checks }) => checks.filter(({ id }) => id === 'link'));
    if (!found.length) return unmeasured('not-captured', 'no-profile', 'profiles');
    return checked(found.flatMap((present) => (present.saw === null ? [present] : checksOf(present, facts.confirmed.linkAlive))));
  },
  curve: () => ({ kind: 'checks', basis: { kind: 'house' } }),
};

function checksOf(present: Check, alive: boolean | undefined): Check[] {
  const address = present.saw && URL.canParse(present.saw) ? new URL(present.saw) : null;
  const measured = address && LINK_PAGES.test(address.hostname);
  return [
    present,
    { ...present, id: 'linkSafe', passed: address?.protocol === 'https:' },
    { ...present, id: 'linkAlive', passed: alive ?? null },
    { ...present, id: 'linkMeasured', passed: measured ? true : null },
  ];
}
