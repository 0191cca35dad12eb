import { mean, sampleVariance } from 'simple-statistics';
import { outsideNorm } from '../benchmark/norms';
import type { KpiId } from '../benchmark/result';
import type { Curve, Unmeasured, Why } from './audit';
import { p90Of, SPREAD } from './curves';
import type { Facts } from './facts';

/** From here on the ranks of peers speak for themselves. */
const FEWEST_FOR_RANKS = 8;
/** With fewer, a published norm is surer than they are. */
const FEWEST_BEFORE_NORM = 5;
/** Where there is no norm, so many still say where the middle is; how far brands spread is then taken from elsewhere. */
export const FEWEST_PEERS = 3;

/** A known figure of each peer. */
export const peerValues = ({ peers }: Facts, kpi: KpiId): number[] =>
  peers.flatMap(({ row }) => (row.kpis[kpi].value === null ? [] : [row.kpis[kpi].value ?? 0]));

const unscored = (reason: Extract<Why, { from: 'audit' }>['reason']): Unmeasured => ({
  state: 'unscored',
  why: { from: 'audit', reason },
  need: 'reference',
});

/** What a figure of which more is better is held against: eight peers by rank, five by the curve that fits them, else the norm, else three peers with the usual spread. */
export function referenceFor(facts: Facts, kpi: KpiId): Curve | Unmeasured {
  return againstPeers(peerValues(facts, kpi)) ?? againstNorm(facts, kpi);
}

/** The curve that five peers or more make; null where there are fewer. */
export function againstPeers(values: number[]): Curve | null {
  const n = values.length;
  if (n >= FEWEST_FOR_RANKS) return { kind: 'rank', values: [...values].sort((a, b) => a - b), basis: { kind: 'peers', n, fit: 'rank' } };
  const fit = n >= FEWEST_BEFORE_NORM ? fitOf(values) : null;
  return fit && { kind: 'higher', ...fit, basis: { kind: 'peers', n, fit: 'curve' } };
}

/** The curve of three or four peers, whose spread is ours; null where there are fewer, or one of them has nothing. */
export function againstFew(values: number[]): Curve | null {
  const fit = values.length >= FEWEST_PEERS ? fitOf(values, SPREAD) : null;
  return fit && { kind: 'higher', ...fit, basis: { kind: 'peers', n: values.length, fit: 'house-spread' } };
}

function againstNorm(facts: Facts, kpi: KpiId): Curve | Unmeasured {
  const few = againstFew(peerValues(facts, kpi));
  const norm = facts.norm(kpi);
  if (!norm) return few ?? unscored('no-peers-or-norm');
  // Reports measure large accounts, and what holds for them does not for a bakery.
  if (outsideNorm(norm, [facts.row]).length) return few ?? unscored('outside-norm');
  return { kind: 'higher', median: norm.value, p90: p90Of(norm.value, SPREAD), basis: basisOf(facts, kpi) };
}

/** The passport of a norm that is there. */
function basisOf(facts: Facts, kpi: KpiId): Curve['basis'] {
  const norm = facts.norm(kpi);
  if (!norm) return { kind: 'house' };
  const { source, industry, network, value, stale } = norm;
  return { kind: 'norm', source: source.id, publisher: source.publisher, year: source.year, industry, network, value, stale };
}

/** From half to twice what the peers, or the norm, do. */
export function bandFor(facts: Facts, kpi: KpiId): Curve | Unmeasured {
  const values = peerValues(facts, kpi);
  const norm = facts.norm(kpi);
  const few = values.length < FEWEST_BEFORE_NORM;
  if (few && norm && !outsideNorm(norm, [facts.row]).length) return bandAround(norm.value, basisOf(facts, kpi));
  const fit = values.length >= FEWEST_PEERS ? fitOf(values) : null;
  return fit
    ? bandAround(fit.median, { kind: 'peers', n: values.length, fit: few ? 'house-spread' : 'curve' })
    : unscored('no-peers-or-norm');
}

const bandAround = (middle: number, basis: Curve['basis']): Curve => ({ kind: 'band', low: middle / 2, high: 2 * middle, basis });

/** A spread of our own counts as much as this many peers. */
const PRIOR_PEERS = 8;

/**
 * A log-normal curve through peers' values: its middle is theirs, its spread lies between theirs and the usual one, as variances weighted by how many
 * they are (a scaled inverse chi-square prior; Gelman et al., "Bayesian Data Analysis", 2.6). Null where a value is 0 or less.
 */
export function fitOf(values: readonly number[], spread?: number): { median: number; p90: number } | null {
  if (values.some((value) => value <= 0)) return null;
  // Sorted, because a sum of floats depends on its order.
  const logs = values.map(Math.log).sort((a, b) => a - b);
  const own = logs.length - 1;
  const pooled = Math.sqrt((PRIOR_PEERS * SPREAD ** 2 + own * sampleVariance(logs)) / (PRIOR_PEERS + own));
  const median = Math.exp(mean(logs));
  return { median, p90: p90Of(median, spread ?? pooled) };
}
