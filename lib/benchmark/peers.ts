import { median } from 'simple-statistics';
import type { Role } from '../model/vocabulary';
import { mainReason, missing } from './measures';
import { type BrandRow, type Figure, KPI_IDS, type KpiId } from './result';

/** Roles whose brands make up the peers: one's own brand is what is compared, inspiration comes from other sectors. */
const PEER_ROLES: Role[] = ['direct', 'indirect', 'leader'];

/** Medians of the peers, for every KPI. A median of brands, not of posts: a brand that posts ten times as much counts once. */
export function peersOf(rows: BrandRow[]): Record<KpiId, Figure> {
  return Object.fromEntries(
    KPI_IDS.map((kpi) => [kpi, peersMiddle(rows.map(({ role, kpis }) => ({ role, figure: kpis[kpi] })))]),
  ) as Record<KpiId, Figure>;
}

/** The median of those figures that are peers'. */
export const peersMiddle = (figures: readonly { role: Role; figure: Figure }[]): Figure =>
  middleOf(figures.filter(({ role }) => PEER_ROLES.includes(role)).map(({ figure }) => figure));

/**
 * The median of several brands' figures; `n` is the number of brands. The peers of a study are chosen, not drawn from a crowd, so the only doubt
 * about their median is the doubt about each: it lies between the median of the low ends and the median of the high ends.
 * A figure without an interval could be anything, so it stands at infinity there; with half of them such, there is no interval.
 * Its evidence is that of its brands: listing their posts again would cost more than all the rest.
 */
function middleOf(figures: Figure[]): Figure {
  const known = figures.filter((figure) => figure.value !== null);
  const values = known.flatMap((figure) => figure.value ?? []);
  if (!values.length) return missing(mainReason(figures.flatMap((figure) => figure.reason ?? [])));
  const low = median(known.map((figure) => figure.low ?? Number.NEGATIVE_INFINITY));
  const high = median(known.map((figure) => figure.high ?? Number.POSITIVE_INFINITY));
  const bounded = Number.isFinite(low) && Number.isFinite(high);
  const counted = known.every((figure) => figure.as !== 'estimated');
  return {
    value: median(values),
    low: bounded ? low : null,
    high: bounded ? high : null,
    n: known.length,
    as: !counted ? 'estimated' : known.every((figure) => figure.as === 'exact') ? 'exact' : 'rounded',
    reason: bounded ? null : 'too-few-posts',
    evidence: [],
  };
}
