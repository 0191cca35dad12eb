import { curvesInUse } from './age-curves';
import type { AgeCurves } from './benchmark/age';
import { engagementRates, studyOn } from './benchmark/benchmark';
import { leftOutAs, postsByAccount } from './benchmark/selection';
import { compareFigures } from './benchmark/standing';
import { xFactors } from './benchmark/x-factor';
import type { AccountStanding, BrandAudit } from './messages';
import type { Rollup } from './model/rollup';
import type { Study } from './model/study';
import type { NetworkId, Role } from './model/vocabulary';
import { lastAuditOf } from './store/last-audit';
import { accountsOf, listStudies, rollupsOf } from './store/queries';
import { changeStudy, putStudy } from './store/studies';
import { addBrand, assign, newStudy } from './study-edits';

/** Where one account stands in its study (the chosen one before others), from rollups alone: reading every snapshot would keep the popup waiting. */
export async function standingOf(accountKey: string, now: number, chosen: string | null = null): Promise<AccountStanding> {
  const study = await studyWith(accountKey, chosen);
  const network = accountKey.split(':')[0] as NetworkId;
  // On one network only: what counts as an interaction differs from one to the next.
  const whole = studyOn(study ?? loneStudy(accountKey), network);
  const brand = whole.brands.find((candidate) => candidate.accounts.includes(accountKey));
  const keys = whole.brands.flatMap((candidate) => candidate.accounts);
  const [rollups, accounts, curves, audit] = await Promise.all([
    rollupsOf(keys),
    accountsOf([...new Set([...keys, accountKey])]),
    curvesInUse(),
    study && brand ? auditOf(study.id, brand.id, accountKey) : null,
  ]);
  const standing = compareFigures(brand?.id ?? '', engagementRates(whole, rollups, accounts, now, curves));
  const snapshots = accounts.find((account) => account.accountKey === accountKey)?.snapshots ?? 0;
  return {
    ...standing,
    studyName: study?.name ?? null,
    sample: study?.sample ?? false,
    role: study ? (brand?.role ?? null) : null,
    snapshots,
    newest: newestOf(
      rollups.filter((rollup) => rollup.accountKey === accountKey),
      curves,
    ),
    audit,
  };
}

/** The study that an account is a brand's of: the chosen one, or the first where there are several. */
export async function studyWith(accountKey: string, chosen: string | null): Promise<Study | undefined> {
  const studies = (await listStudies()).filter((study) => study.brands.some((brand) => brand.accounts.includes(accountKey)));
  return studies.find(({ id }) => id === chosen) ?? studies[0];
}

/** What the last audit of the brand came to, if the account was part of it. */
async function auditOf(studyId: string, brandId: string, accountKey: string): Promise<BrandAudit> {
  const last = await lastAuditOf(studyId, brandId);
  return { studyId, brandId, last: last?.accounts.includes(accountKey) ? last : null };
}

/** The newest post of an account that its typical values may rest on, against what was expected of it; null where that is not measurable. */
function newestOf(rollups: Rollup[], curves: AgeCurves): AccountStanding['newest'] {
  const xFactor = xFactors(rollups, curves);
  const eligible = [...postsByAccount(rollups).values()].flat().filter((post) => leftOutAs(post, curves) === null);
  for (const post of eligible.sort((a, b) => (b.published?.value ?? 0) - (a.published?.value ?? 0))) {
    const x = xFactor(post);
    if (typeof x === 'string' || !post.published) return null;
    if (!x.suspected) return { published: post.published.value, times: x.value, low: x.low, high: x.high };
  }
  return null;
}

/** An account in no study is measured all the same, alone. */
function loneStudy(accountKey: string): Study {
  const brand = { id: accountKey, name: accountKey, role: 'own' as const, accounts: [accountKey] };
  return { id: 'none', name: '', createdAt: 0, days: null, brands: [brand], sample: false };
}

/**
 * Adds an account to the chosen study, or the newest one of the user's own, in a role: to the brand of that name and role if there is
 * one (the same brand on another network), else as a brand of its own. Makes the first study when there is none.
 */
export async function assignAccount(
  accountKey: string,
  name: string,
  role: Role,
  studyName: string,
  now: number,
  chosen: string | null = null,
): Promise<void> {
  const own = (await listStudies()).filter((study) => !study.sample);
  const known = own.find(({ id }) => id === chosen) ?? own.at(-1);
  const study = known ?? newStudy(crypto.randomUUID(), studyName, now);
  if (!known) await putStudy(study);
  await changeStudy(study.id, (stored) => {
    const same = stored.brands.find((brand) => brand.role === role && brand.name.toLowerCase() === name.toLowerCase());
    return same ? assign(stored, accountKey, same.id) : addBrand(stored, crypto.randomUUID(), name, role, [accountKey]);
  });
}
