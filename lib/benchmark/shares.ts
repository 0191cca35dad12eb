import type { Role } from '../model/vocabulary';
import { productOf, shareOf } from '../stats/combine';
import type { Estimate } from '../stats/greater';
import { heavyMean } from '../stats/heavy-mean';
import { sumOfRates } from '../stats/rates';
import { type Measured, mainReason, missing } from './measures';
import type { Figure } from './result';

/** What a brand puts out and gets each week. */
export interface Weekly {
  role: Role;
  posts: Figure;
  interactions: Figure;
}

/** Interactions of a brand per week: its posts per week times the mean interactions of a post. Totals need the mean, not the median: viral posts count. */
export function interactionsPerWeek(postsPerWeek: Figure, { values, evidence, reasons }: Measured): Figure {
  const rate = estimateOf(postsPerWeek);
  if (!rate) return missing(postsPerWeek.reason ?? 'too-few-posts');
  const mean = heavyMean(values);
  if (!mean) return missing(values.length ? 'too-few-posts' : mainReason(reasons));
  return { ...productOf(rate, mean), n: evidence.length, as: 'estimated', reason: null, evidence };
}

/**
 * Share of voice: which part of what all brands of the sector put out each week is one brand's, by posts; and by the interactions that
 * they get. By rates and not by posts captured, since captures reach back differently far. One brand unknown makes all shares unknown:
 * leaving it out would make the others too large. Inspiration comes from other sectors and has no share.
 */
export function sharesOf(brands: Weekly[]): { sharePosts: Figure; shareInteractions: Figure }[] {
  return brands.map((brand) => ({
    sharePosts: shareIn(brand, brands, ({ posts }) => posts),
    shareInteractions: shareIn(brand, brands, ({ interactions }) => interactions),
  }));
}

function shareIn(brand: Weekly, brands: Weekly[], of: (brand: Weekly) => Figure): Figure {
  if (brand.role === 'inspiration') return missing('outside-sector');
  const own = of(brand);
  const part = estimateOf(own);
  if (!part) return missing(own.reason ?? 'too-few-posts');
  const others = brands.filter((other) => other !== brand && other.role !== 'inspiration').map((other) => estimateOf(of(other)));
  if (!others.length) return missing('alone');
  if (others.includes(null)) return missing('other-unknown');
  const share = shareOf(part, sumOfRates(others.flatMap((other) => other ?? [])));
  return share ? { ...share, n: own.n, as: 'estimated', reason: null, evidence: own.evidence } : missing('no-posts');
}

/** The figure as an estimate; null where it has no value or no interval. */
function estimateOf({ value, low, high }: Figure): Estimate | null {
  return value === null || low === null || high === null ? null : { value, low, high };
}
