import { median } from 'simple-statistics';
import type { Criterion, CriterionResult, Curve, Measure, PartResult } from './audit';
import { criteria } from './index';
import type { Finding, FindingKind } from './report';
import { partsOf } from './score';

/** What an action takes, so that gains can be compared. A day, a week, a month are about that far apart. */
const COST: Record<Criterion['effort'], number> = { S: 1, M: 3, L: 9 };
/** Near enough to the middle that no reader would call it above or below. */
const NEAR = 10;

/** A score that can be reached: a place in the best quarter, the target of a share, all of a list. */
function aimOf(curve: Curve, score: number): number {
  const aim = curve.kind === 'share' || curve.kind === 'mix' ? 90 : curve.kind === 'band' || curve.kind === 'checks' ? 100 : 75;
  return Math.max(score, aim);
}

/** What every scored criterion says, network by network: first what brings most points for the effort, then what is worst. */
export function findingsOf(results: readonly CriterionResult[]): Finding[] {
  const share = partsOf(results);
  const all = results.reduce((sum, { state, weight }) => sum + (state === 'not-applicable' ? 0 : weight), 0);
  const found = results.flatMap((result) => {
    const scored = result.parts.filter(({ state }) => state === 'scored');
    // In a category that does not count yet: what it would make of a complete audit.
    const own = share.get(result.id) ?? (result.weight * result.coverage) / all;
    return scored.flatMap((part) => findingOf(result, part, own / scored.length, scored.length));
  });
  const worth = ({ gain, effort }: Finding) => gain / COST[effort];
  return found.sort((a, b) => worth(b) - worth(a) || b.severity - a.severity);
}

function findingOf(
  result: CriterionResult,
  { network, measure, curve, score, low, high }: PartResult,
  share: number,
  parts: number,
): Finding[] {
  if (!measure || !curve || score === null || low === null || high === null) return [];
  const kind = kindOf(curve, measure, score);
  const aim = aimOf(curve, score);
  const { value, unit, n, evidence, checks } = measure;
  const looked = checks?.filter(({ passed }) => passed !== null);
  return [
    {
      ...{ criterion: result.id, network, kind, sentence: `finding_${kind}`, value, low: measure.low, high: measure.high, unit, n, score },
      comparison: comparisonOf(curve, measure),
      basis: curve.basis,
      passed: looked ? looked.filter(({ passed }) => passed).length : null,
      of: looked?.length ?? null,
      evidence,
      severity: (result.weight / parts) * ((100 - score) / 100) * (1 - (high - low) / 100),
      action: `criterion_${result.id}_do`,
      effort: criteria.find(({ id }) => id === result.id)?.effort ?? 'M',
      aim,
      gain: share * (aim - score),
    },
  ];
}

function kindOf(curve: Curve, { value }: Measure, score: number): FindingKind {
  switch (curve.kind) {
    case 'checks':
      return 'checks';
    case 'mix':
      return 'mix';
    case 'band':
      return value < curve.low ? 'outside_low' : value > curve.high ? 'outside_high' : 'inside';
    default: {
      // Of a time, less is better: "below" speaks of the value, not of the score.
      const better = curve.kind === 'lower' ? 'below' : 'above';
      const worse = curve.kind === 'lower' ? 'above' : 'below';
      return Math.abs(score - 50) < NEAR ? 'near' : score > 50 ? better : worse;
    }
  }
}

/** The value that scores 50; the nearer edge of a band; the largest share that a mix should have. */
function comparisonOf(curve: Curve, { value }: Measure): number | null {
  switch (curve.kind) {
    case 'higher':
    case 'lower':
      return curve.median;
    case 'rank':
      return median(curve.values);
    case 'band':
      return value > curve.high ? curve.high : curve.low;
    case 'share':
      return curve.norm;
    case 'mix':
      return Math.max(...curve.target);
    case 'checks':
      return null;
  }
}
