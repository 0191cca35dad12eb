import { benchmark, studyOn } from './benchmark/benchmark';
import { compareToStudy } from './benchmark/standing';
import type { AccountStanding } from './messages';
import type { Study } from './model/study';
import type { NetworkId } from './model/vocabulary';
import { listAccounts, listStudies, rollupsOf } from './store/queries';
import { putStudy } from './store/studies';

/** Where one account stands in its study, from rollups alone: reading every snapshot would keep the popup waiting. */
export async function standingOf(accountKey: string, now: number): Promise<AccountStanding> {
  const [studies, accounts] = await Promise.all([listStudies(), listAccounts()]);
  const study = studies.find((candidate) => candidate.brands.some((brand) => brand.accounts.includes(accountKey)));
  const network = accountKey.split(':')[0] as NetworkId;
  // On one network only: what counts as an interaction differs from one to the next.
  const whole = studyOn(study ?? loneStudy(accountKey), network);
  const brand = whole.brands.find((candidate) => candidate.accounts.includes(accountKey));
  const keys = whole.brands.flatMap((candidate) => candidate.accounts);
  const result = benchmark(whole, await rollupsOf(keys), accounts, now);
  const standing = compareToStudy(brand?.id ?? '', result);
  const snapshots = accounts.find((account) => account.accountKey === accountKey)?.snapshots ?? 0;
  return {
    ...standing,
    studyName: study?.name ?? null,
    sample: study?.sample ?? false,
    role: study ? (brand?.role ?? null) : null,
    snapshots,
  };
}

/** An account in no study is measured all the same, alone. */
function loneStudy(accountKey: string): Study {
  const brand = { id: accountKey, name: accountKey, role: 'own' as const, accounts: [accountKey] };
  return { id: 'none', name: '', createdAt: 0, days: null, brands: [brand], sample: false };
}

/** Adds an account to the newest study of the user's own as a brand with a role; makes the first study when there is none. */
export async function assignAccount(
  accountKey: string,
  name: string,
  role: Study['brands'][number]['role'],
  studyName: string,
  now: number,
): Promise<void> {
  const own = (await listStudies()).filter((study) => !study.sample);
  const study = own.at(-1) ?? { id: crypto.randomUUID(), name: studyName, createdAt: now, days: null, brands: [], sample: false };
  const brands = study.brands.filter((brand) => !brand.accounts.includes(accountKey));
  await putStudy({ ...study, brands: [...brands, { id: crypto.randomUUID(), name, role, accounts: [accountKey] }] });
}
