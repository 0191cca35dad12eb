import { groupedBy } from './model/grouped';
import type { AccountRecord } from './model/rollup';
import { type Brand, MOST_DISMISSED, type Study } from './model/study';
import type { Role } from './model/vocabulary';

const withBrands = (study: Study, brands: Brand[]): Study => ({ ...study, brands });

/** A study without brands yet, over everything captured: a shorter period is the analyst's choice, not a silent one of ours. */
export function newStudy(id: string, name: string, now: number): Study {
  return { id, name, createdAt: now, days: null, brands: [], sample: false };
}

/** The same study again under another id, to be changed: its brands with their accounts, its period, industry and client. */
export function copyOf(study: Study, id: string, name: string, now: number): Study {
  return { ...study, id, name: name.slice(0, LONGEST_NAME), createdAt: now };
}

const LONGEST_NAME = 120;

/** A name that no study has yet: with a number behind it where it is taken. */
export function freeName(wanted: string, studies: readonly Study[]): string {
  const taken = new Set(studies.map(({ name }) => name));
  let [name, n] = [wanted, 1];
  while (taken.has(name)) name = `${wanted} ${++n}`;
  return name;
}

/** Studies by client, in the order of their names; those for nobody come first, under null. */
export function byClient(studies: readonly Study[]): [client: string | null, studies: Study[]][] {
  const groups = groupedBy(studies, ({ client }) => client ?? null);
  return [...groups].sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : a.localeCompare(b)));
}

/** What can be changed of a study as such. An empty value takes it off. */
export type StudyChange = Partial<Pick<Study, 'name' | 'client' | 'industry' | 'days'>>;

/** What can be changed of a brand; undefined takes it off. */
export type BrandChange = Partial<Pick<Brand, 'name' | 'role' | 'industry' | 'country' | 'audience'>>;

/** Adds a brand at the end. */
export function addBrand(study: Study, id: string, name: string, role: Role, accounts: string[]): Study {
  return restoreBrand(study, { id, name, role, accounts }, study.brands.length);
}

/** Puts a brand at its place. Its accounts belong to it alone from then on, and are no longer dismissed. */
export function restoreBrand(study: Study, brand: Brand, place: number): Study {
  const { accounts } = brand;
  const others = study.brands
    .filter(({ id }) => id !== brand.id)
    .map((other) => ({ ...other, accounts: other.accounts.filter((key) => !accounts.includes(key)) }));
  return withBrands(offerAgain(study, accounts), [...others.slice(0, place), brand, ...others.slice(place)]);
}

/** Changes what is known of a brand. */
export function editBrand(study: Study, id: string, change: BrandChange): Study {
  return withBrands(
    study,
    study.brands.map((brand) => (brand.id === id ? { ...brand, ...change } : brand)),
  );
}

/** Takes a brand out of the study; its captures stay. */
export function removeBrand(study: Study, id: string): Study {
  return withBrands(
    study,
    study.brands.filter((brand) => brand.id !== id),
  );
}

/** Gives an account to one brand, or to none: in a study an account counts once. */
export function assign(study: Study, accountKey: string, brandId: string | null): Study {
  return withBrands(
    brandId === null ? study : offerAgain(study, [accountKey]),
    study.brands.map((brand) => {
      const accounts = brand.accounts.filter((key) => key !== accountKey);
      return { ...brand, accounts: brand.id === brandId ? [...accounts, accountKey] : accounts };
    }),
  );
}

/** Offers an account no longer. */
export function dismiss(study: Study, accountKey: string): Study {
  const dismissed = [...(study.dismissed ?? []).filter((key) => key !== accountKey), accountKey];
  return { ...study, dismissed: dismissed.slice(-MOST_DISMISSED) };
}

/** Takes back that accounts were dismissed. */
export function offerAgain(study: Study, accountKeys: readonly string[]): Study {
  if (!study.dismissed?.some((key) => accountKeys.includes(key))) return study;
  return { ...study, dismissed: study.dismissed.filter((key) => !accountKeys.includes(key)) };
}

/** Captured accounts that belong to no brand of the study. Invented accounts are offered to sample studies only. */
export function unassigned(study: Study, accounts: readonly AccountRecord[]): AccountRecord[] {
  const taken = new Set(study.brands.flatMap((brand) => brand.accounts));
  return accounts.filter((account) => !taken.has(account.accountKey) && account.sample === study.sample);
}

/** What an account is called: its name, else its handle, else its key. */
export function accountName(account: AccountRecord): string {
  return account.name ?? account.handle ?? account.accountKey;
}
