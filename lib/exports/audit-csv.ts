import type { Basis, PartResult } from '../audits/audit';
import type { AuditRun } from '../audits/report';
import { type Cell, csv, type Flavour, isoTime } from './csv';

const COLUMNS = [
  'study',
  'brand',
  'role',
  'audited_network',
  'audited_at',
  'preset',
  'code',
  'criterion',
  'category',
  'network',
  'state',
  'reason',
  'needs',
  'weight',
  'coverage',
  'score',
  'score_low',
  'score_high',
  'value',
  'value_low',
  'value_high',
  'unit',
  'n',
  'hits',
  'curve',
  'compared_with',
  'compared_n',
  'norm',
  'norm_value',
  'effort',
  'gain',
  'checks_passed',
  'checks_failed',
  'checks_open',
  'evidence',
  'keys',
  'version',
  'overall',
  'overall_low',
  'overall_high',
  'overall_coverage',
  'bound_low',
  'bound_high',
  'grade',
  'caps',
] as const;

/**
 * `audit.csv`: one line per criterion, and below a criterion that is asked of each network apart one line per network, which alone has a value. Scores
 * run from 0 to 100 with 95 % intervals, the overall score's is 80 %. What could not be scored is an empty cell with its state and reason, never 0.
 */
export function auditCsv(run: AuditRun, flavour: Flavour): string {
  const { studyName, brandName, role, network, madeAt, preset, criteria, score, findings } = run;
  const head = [studyName, brandName, role, network, isoTime(madeAt), preset];
  const tail = [
    ...[score.overall, score.low, score.high, score.coverage, score.bounds.low, score.bounds.high, score.grade],
    score.caps.map(({ id, most }) => `${id}:${most}`).join(' ') || null,
  ];
  const lines = criteria.flatMap((result): Cell[][] => {
    const own = findings.filter(({ criterion }) => criterion === result.id);
    const gains = own.reduce((sum, { gain }) => sum + gain, 0);
    const [only] = result.parts;
    const single = result.parts.length === 1 && only ? only : null;
    const about = [...head, result.code, result.id, result.category];
    const line = (
      of: Pick<PartResult, 'network' | 'state' | 'why' | 'need' | 'score' | 'low' | 'high'>,
      part: PartResult | null,
      gain: number | null,
    ) => [
      ...about,
      ...[of.network, of.state, of.why?.reason ?? null, of.need, result.weight, part && !single ? null : result.coverage],
      ...[of.score, of.low, of.high],
      ...measureCells(part),
      ...[own[0]?.effort ?? null, gain],
      ...evidenceCells(part),
      ...[result.keys.join(' '), result.version],
      ...tail,
    ];
    const whole = line({ ...result, network: single?.network ?? null }, single, own.length ? gains : null);
    if (single) return [whole];
    return [whole, ...result.parts.map((part) => line(part, part, own.find((finding) => finding.network === part.network)?.gain ?? null))];
  });
  return csv(COLUMNS, lines, flavour);
}

function measureCells(part: PartResult | null): Cell[] {
  const { measure = null, curve = null } = part ?? {};
  const basis = curve?.basis;
  return [
    ...(measure
      ? [measure.value, measure.low, measure.high, measure.unit, measure.n, measure.share?.hits ?? null]
      : [null, null, null, null, null, null]),
    curve?.kind ?? null,
    basis?.kind ?? null,
    basis?.kind === 'peers' ? basis.n : null,
    ...normCells(basis),
  ];
}

function normCells(basis: Basis | undefined): Cell[] {
  return basis?.kind === 'norm' ? [`${basis.source} ${basis.industry}${basis.stale ? ' stale' : ''}`, basis.value] : [null, null];
}

function evidenceCells(part: PartResult | null): Cell[] {
  const checks = part?.measure?.checks;
  const named = (passed: boolean | null) => checks?.flatMap((check) => (check.passed === passed ? [check.id] : [])).join(' ') || null;
  return [named(true), named(false), named(null), part?.measure?.evidence.join(' ') || null];
}
