import { bare } from '../benchmark/own-names';
import type { AccountRecord } from '../model/rollup';
import type { NetworkId } from '../model/vocabulary';
import type { Check } from './audit';
import type { Facts } from './facts';

/** The profile of one account, item by item. */
export interface ProfileList {
  accountKey: string;
  network: NetworkId;
  checks: Check[];
}

const FIELDS = ['handle', 'name', 'bio', 'link', 'category'] as const;

/**
 * What the profiles of a brand say of themselves. A field that is empty has failed only where other accounts of that network show one; else the page
 * may simply not print it there, and nobody knows. Pictures are not read, so they are never judged.
 */
export function profilesOf({ accounts, known, posts }: Pick<Facts, 'accounts' | 'known' | 'posts'>): ProfileList[] {
  return accounts.map((account) => {
    const { accountKey, network } = account;
    const looked = posts.some((post) => post.accountKey === accountKey && (post.surface ?? 'profile') === 'profile');
    const checks = FIELDS.map((field): Check => {
      const saw = account[field] ?? null;
      const printed = looked && known.some((other) => other.network === network && other.accountKey !== accountKey && other[field]);
      return { id: field, passed: saw ? true : printed ? false : null, where: accountKey, saw };
    });
    return { accountKey, network, checks: [...checks, { id: 'avatar', passed: null, where: accountKey, saw: null }] };
  });
}

/** Whether the accounts of a brand are seen to be one: alike in handle, name, link and trade, and vouched for. */
export function coherenceOf(accounts: readonly AccountRecord[]): Check[] {
  return [
    alike('sameHandle', accounts, ({ handle }) => bare(handle?.split(/[.@]/)[0])),
    alike('sameName', accounts, ({ name }) => bare(name)),
    alike('sameLink', accounts, ({ link }) => (link && URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : null)),
    alike('sameCategory', accounts, ({ category }) => bare(category)),
    { id: 'verified', ...vouchedFor(accounts) },
  ];
}

/** Passed if all that say it say the same; unknown with fewer than two that do. */
function alike(id: string, accounts: readonly AccountRecord[], of: (account: AccountRecord) => string | null): Check {
  const said = accounts.flatMap((account) => of(account) || []);
  const saw = [...new Set(said)].join(' · ') || null;
  return { id, passed: said.length < 2 ? null : new Set(said).size === 1, where: null, saw };
}

function vouchedFor(accounts: readonly AccountRecord[]): Omit<Check, 'id'> {
  const told = accounts.filter(({ verified }) => verified !== undefined);
  const yes = told.find(({ verified }) => verified);
  return { passed: told.length ? yes !== undefined : null, where: yes?.accountKey ?? null, saw: null };
}
