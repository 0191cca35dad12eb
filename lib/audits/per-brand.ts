import type { PostRecord } from '../model/records';
import type { BrandFacts } from './facts';

type Records = ReadonlyMap<string, PostRecord>;

/**
 * What is worked out of a brand's posts, once for all audits of a study: each of fifty audits holds its brand against the same forty-nine others.
 * A brand that is measured anew is another one.
 */
export function perBrand<T>(of: (brand: BrandFacts, records: Records) => T): (brand: BrandFacts, records: Records) => T {
  const known = new WeakMap<BrandFacts['row'], { records: Records; value: T }>();
  return (brand, records) => {
    const before = known.get(brand.row);
    if (before?.records === records) return before.value;
    const value = of(brand, records);
    known.set(brand.row, { records, value });
    return value;
  };
}
