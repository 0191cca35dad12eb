import type { AccountRecord } from './model/rollup';
import type { Brand, Study } from './model/study';
import type { Role } from './model/vocabulary';

const withBrands = (study: Study, brands: Brand[]): Study => ({ ...study, brands });

/** A study without brands yet, over everything captured: a shorter period is the analyst's choice, not a silent one of ours. */
export function newStudy(id: string, name: string, now: number): Study {
  return { id, name, createdAt: now, days: null, brands: [], sample: false };
}

/** Adds a brand at the end. */
export function addBrand(study: Study, id: string, name: string, role: Role, accounts: string[]): Study {
  const others = study.brands.map((brand) => ({ ...brand, accounts: brand.accounts.filter((key) => !accounts.includes(key)) }));
  return withBrands(study, [...others, { id, name, role, accounts }]);
}

/** Changes a brand's name or role. */
export function editBrand(study: Study, id: string, change: Partial<Pick<Brand, 'name' | 'role'>>): Study {
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
    study,
    study.brands.map((brand) => {
      const accounts = brand.accounts.filter((key) => key !== accountKey);
      return { ...brand, accounts: brand.id === brandId ? [...accounts, accountKey] : accounts };
    }),
  );
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
