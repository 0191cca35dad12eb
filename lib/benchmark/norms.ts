import { INDUSTRIES, type Industry, type NormFile, type NormSource } from '../model/norm';
import type { NetworkId } from '../model/vocabulary';
import type { BrandRow, KpiId } from './result';

/** What each figure is divided by. A norm with another denominator is about something else, whatever it is called. */
const DENOMINATORS: Partial<Record<KpiId, NormFile['norms'][number]['denominator']>> = {
  erFollowers: 'followers',
  erViews: 'views',
  postsPerWeek: 'none',
};

/** What was measured longer ago than this says little of today: by these reports TikTok's median fell to a third in two years. */
const STALE_MONTHS = 24;

/** A reference figure with its passport. */
export interface Norm {
  kpi: KpiId;
  network: NetworkId;
  industry: Industry;
  value: number;
  statistic: 'median';
  source: NormSource;
  /** The time that it measures ended more than two years ago. */
  stale: boolean;
}

/**
 * The newest norm for a figure on one network in one industry; null where there is none. Another network's, another denominator's or
 * another industry's never stands in for it: industries differ by factors.
 */
export function normFor(file: NormFile, network: NetworkId, industry: Industry, kpi: KpiId, now: number): Norm | null {
  const found = file.norms.flatMap((norm): Norm[] => {
    const value = norm.values[industry];
    const source = file.sources.find(({ id }) => id === norm.source);
    if (norm.network !== network || norm.kpi !== kpi || norm.denominator !== DENOMINATORS[kpi] || value === undefined || !source) return [];
    return [{ kpi, network, industry, value, statistic: norm.statistic, source, stale: isStale(source, now) }];
  });
  return found.sort((a, b) => (a.source.to < b.source.to ? 1 : -1))[0] ?? null;
}

function isStale({ to }: NormSource, now: number): boolean {
  const end = new Date(to);
  end.setUTCMonth(end.getUTCMonth() + STALE_MONTHS);
  return now > end.getTime();
}

/** Brands that are smaller or larger than the accounts that the norm was made of; those whose followers are not known cannot be judged. */
export function outsideNorm({ source, network }: Norm, rows: readonly BrandRow[]): BrandRow[] {
  const [fewest, most] = source.followers[network] ?? [0, null];
  return rows.filter(
    ({ kpis: { followers } }) => followers.value !== null && (followers.value < fewest || (most !== null && followers.value > most)),
  );
}

/** Industries that a network has norms for, all together first, which there may be none for. */
export function industriesOf(file: NormFile, network: NetworkId): Industry[] {
  const known = file.norms.filter((norm) => norm.network === network);
  return known.length
    ? INDUSTRIES.filter((industry) => industry === 'all' || known.some(({ values }) => values[industry] !== undefined))
    : [];
}
