import type { Industry } from '../model/norm';
import type { Brand, Study } from '../model/study';
import type { Audience, Role } from '../model/vocabulary';

/** What narrows the brands of a study; null lets everything through. */
export interface BrandFilter {
  role: Role | null;
  /** Brands that sell to both pass for companies and for people. */
  audience: Exclude<Audience, 'both'> | null;
  country: string | null;
}

/** Whether a brand passes every filter. What is not known of a brand is not taken to fit. */
export function passes({ role, audience, country }: Brand, filter: BrandFilter): boolean {
  return (
    (filter.role === null || role === filter.role) &&
    (filter.audience === null || audience === filter.audience || audience === 'both') &&
    (filter.country === null || country === filter.country)
  );
}

/** A brand's industry: its own, else the study's; null where neither is known. Inspiration comes from other sectors, so the study's says nothing of it. */
export function industryOf(brand: Brand, study: Study): Industry | null {
  return brand.industry ?? (brand.role === 'inspiration' ? null : (study.industry ?? null));
}

/** The industry whose norms a study is held against: its own, else the one that its own brands name, else the one that its other brands do; null where they differ. */
export function normIndustryOf(study: Study): Industry | null {
  if (study.industry) return study.industry;
  const named = (brands: Brand[]) => [...new Set(brands.flatMap(({ industry }) => industry ?? []))];
  const own = named(study.brands.filter(({ role }) => role === 'own'));
  const all = own.length ? own : named(study.brands.filter(({ role }) => role !== 'inspiration'));
  return all.length === 1 ? (all[0] ?? null) : null;
}
