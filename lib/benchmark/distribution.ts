import type { AccountRecord, Rollup } from '../model/rollup';
import { measureOf, type PostKpi } from './post-measures';
import type { BrandRow } from './result';
import { postsByAccount } from './selection';

/** What each post behind a brand's typical value has, in the order of `keys`. */
export interface Distribution {
  brandId: string;
  keys: string[];
  values: Float64Array;
}

/** The posts behind a figure of each of these brands: those that its typical value was made from, and no others. */
export function distributionOf(kpi: PostKpi, rows: readonly BrandRow[], rollups: Rollup[], accounts: AccountRecord[]): Distribution[] {
  const accountOf = new Map(accounts.map((account) => [account.accountKey, account]));
  const measure = measureOf(kpi, (post) => accountOf.get(post.accountKey));
  const posts = postsByAccount(rollups);
  return rows.map(({ brandId, accounts: own, kpis }) => {
    const used = new Set(kpis[kpi].evidence);
    const keys: string[] = [];
    const values: number[] = [];
    for (const post of own.flatMap((key) => posts.get(key) ?? [])) {
      const value = used.has(post.postKey) ? measure(post) : 'no-posts';
      if (typeof value === 'string') continue;
      keys.push(post.postKey);
      values.push(value.value);
    }
    return { brandId, keys, values: Float64Array.from(values) };
  });
}
