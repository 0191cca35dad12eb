import type { AuditScore, Basis, Check, PartResult, Unit } from '../audits/audit';
import type { AuditRun, Finding } from '../audits/report';
import { basisKey, findingKey, itemKey } from '../audits/words';
import { formatCount, formatHours, formatPercent, formatPercentRange, formatRate, formatRateRange, t } from '../i18n';
import type { NetworkId } from '../model/vocabulary';

/** How an audit's figures are written, the same in the workspace and in a report. */
interface Form {
  one: (value: number) => string;
  range: (low: number, high: number) => string;
  /** Puts the unit around what was written; what says its unit by itself has none. */
  unit?: (text: string) => string;
}

const hours = (factor: number): Form => ({
  one: (value) => formatHours(value * factor),
  range: (low, high) => t('interval', formatHours(low * factor), formatHours(high * factor)),
});
const rate = { one: formatRate, range: formatRateRange };
const FORMS: Record<Unit, Form> = {
  fraction: { one: formatPercent, range: formatPercentRange },
  'per-week': { ...rate, unit: (text) => t('unit_per_week', text) },
  'per-1000': { ...rate, unit: (text) => t('unit_per_1000', text) },
  days: hours(24),
  hours: hours(1),
  times: { ...rate, unit: (text) => t('unit_times', text) },
  score: rate,
  count: rate,
};

/** A value with its unit: "0.71 per 1,000 followers". */
export function valueText(value: number, unit: Unit): string {
  const { one, unit: around = (text: string) => text } = FORMS[unit];
  return around(one(value));
}

/** A value with its unit and, where it has one, its 95 % interval: "0.71 (0.47–0.95) per 1,000 followers". An end that nobody knows is open. */
export function measureText({ value, low, high, unit }: Pick<Finding, 'value' | 'low' | 'high' | 'unit'>): string {
  const { one, range, unit: around = (text: string) => text } = FORMS[unit];
  if (low === null || (high !== null && low === high)) return around(one(value));
  return around(t('value_interval', one(value), high === null ? t('at_least', one(low)) : range(low, high)));
}

/** A score of 100, or an interval of scores: whole points, for more would be false precision. */
export const scoreText = (score: number): string => formatCount(score);
export const scoreRange = (low: number, high: number): string =>
  formatCount(low) === formatCount(high) ? formatCount(low) : t('interval', formatCount(low), formatCount(high));

/** "56 (49–63)"; nothing where there is no score. */
export const scoreOf = ({ overall, low, high }: Pick<AuditScore, 'overall' | 'low' | 'high'>): string =>
  overall !== null && low !== null && high !== null ? t('value_interval', scoreText(overall), scoreRange(low, high)) : '';

/** "+3.3": points of the overall score, to a tenth. */
export const gainText = (points: number): string => t('audit_gain', formatRate(Math.round(points * 10) / 10).replace(/(\d)0$/, '$1'));

/** What a value is held against: "median by Rival IQ, 2025". */
export function basisText(basis: Basis): string {
  const { key, values } = basisKey(basis);
  return t(key, ...values.map((value) => (typeof value === 'number' ? String(value) : value)));
}

/** What a finding says, in a sentence. */
export function findingText(
  finding: Pick<Finding, 'kind' | 'value' | 'low' | 'high' | 'unit' | 'comparison' | 'basis' | 'passed' | 'of'>,
): string {
  const { kind, unit, comparison, basis, passed, of } = finding;
  if (kind === 'checks') return t('finding_checks', formatCount(passed ?? 0), formatCount(of ?? 0));
  return t(findingKey(kind), measureText(finding), comparison === null ? '' : valueText(comparison, unit), basisText(basis));
}

/** What was measured, where there is no score to make a finding of. */
export const partText = ({ measure }: PartResult): string | null => measure && measureText(measure);

/** One item of a list of checks: passed, failed or not looked at. */
export const checkState = ({ passed }: Check): 'passed' | 'failed' | 'open' => (passed === null ? 'open' : passed ? 'passed' : 'failed');
export const checkName = ({ id }: Check): string => t(itemKey(id));

/** Where a finding was made; all networks together are not named. */
export const networkText = (network: NetworkId | null): string => (network ? t(`network_${network}`) : t('all_networks'));

/** The posts that something rests on: what it names of accounts is no post. */
export function postsBehind(run: AuditRun, evidence: readonly string[]): string[] {
  const accounts = new Set(run.inputs.accounts);
  return evidence.filter((key) => !accounts.has(key));
}
