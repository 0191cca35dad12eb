import type { CriterionResult, Need } from '../audits/audit';
import { nextGrade } from '../audits/next-grade';
import type { AuditRun, Finding } from '../audits/report';
import { criterionKey, whyKey } from '../audits/words';
import { formatDays, formatList, formatShare, plural, t } from '../i18n';
import { gainText, networkText, scoreRange, scoreText, valueText } from './words';

/** What the user can do something about. */
type ToDo = Exclude<Need, 'commenters'>;

/** A need with what it would make possible. */
interface ToCapture {
  need: ToDo;
  criteria: CriterionResult['id'][];
  /** Points of weight, of 100, that cannot be scored without it. */
  weight: number;
}

/** What to capture or to say next, by how much of the audit waits for it. */
export function toCapture({ criteria }: AuditRun): ToCapture[] {
  const found = new Map<ToDo, ToCapture>();
  for (const { id, state, need, weight } of criteria) {
    if (!need || need === 'commenters' || state === 'scored' || state === 'not-applicable') continue;
    const known = found.get(need) ?? { need, criteria: [], weight: 0 };
    found.set(need, { need, criteria: [...known.criteria, id], weight: known.weight + weight });
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight);
}

/** The audit in five sentences: the grade, its ground, engagement, what is best, and what would move the grade. */
export function verdictOf(run: AuditRun): [string, string, string, string, string] {
  return [gradeSentence(run), groundSentence(run), engagementSentence(run), extremesSentence(run), moveSentence(run)];
}

const OUTSIDE = ['U', 'P', 'N', 'X'] as const;

function gradeSentence({ brandName, score }: AuditRun): string {
  const { overall, low, high, coverage, bounds, grade, confidence } = score;
  const outside = OUTSIDE.find((each) => each === grade);
  if (outside) return t(`audit_says_outside_${outside}`, brandName);
  const bound = scoreRange(bounds.low, bounds.high);
  if (grade === null || overall === null || low === null || high === null || confidence === null) {
    return t('audit_says_no_grade', brandName, formatShare(coverage), bound);
  }
  return t('audit_says_grade', brandName, grade, scoreText(overall), scoreRange(low, high), formatShare(coverage));
}

function groundSentence({ inputs, from, madeAt, criteria, network }: AuditRun): string {
  const asked = network ? [network] : [...new Set(criteria.flatMap(({ parts }) => parts.flatMap((part) => part.network ?? [])))];
  const where = formatList(asked.map((id) => networkText(id)));
  const peers = plural('audit_says_peers', inputs.peers.length);
  const since = from === null ? t('audit_says_all_time') : formatDays(from, madeAt);
  return plural('audit_says_ground', inputs.posts, where, since, peers);
}

/** Engagement by followers, on each network that it could be scored on; or why it could not. */
function engagementSentence({ findings, criteria }: AuditRun): string {
  const own = findings.filter(({ criterion }) => criterion === 'engagement').sort((a, b) => a.score - b.score);
  if (!own.length) {
    const why = criteria.find(({ id }) => id === 'engagement')?.why;
    return why ? t('audit_says_no_engagement', t(whyKey(why))) : t('audit_says_no_engagement', t('reason_unknown'));
  }
  const said = own.map(({ kind, network, value, comparison, unit }) => {
    const side = kind === 'above' || kind === 'near' ? kind : 'below';
    return t(`audit_says_rate_${side}`, valueText(value, unit), networkText(network), valueText(comparison ?? 0, unit));
  });
  return t('audit_says_engagement', formatList(said));
}

/** The best and the worst, each once, where they are apart. */
function extremesSentence({ findings, criteria }: AuditRun): string {
  const scored = criteria.filter(({ score }) => score !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best, worst] = [scored[0], scored.at(-1)];
  if (!findings.length || !best || !worst || best.id === worst.id) return t('audit_says_no_extremes');
  const named = ({ id, score }: CriterionResult) => t('audit_says_named', t(criterionKey(id)), scoreText(score ?? 0));
  return t('audit_says_extremes', named(best), named(worst));
}

function moveSentence(run: AuditRun): string {
  const next = nextGrade(run);
  if (next) return t('audit_says_next', next.grade, formatList(next.by.map(actionNamed)));
  const [cap] = run.score.caps;
  if (cap && run.score.grade !== null && run.score.uncapped !== null && run.score.grade !== run.score.uncapped) {
    return t('audit_says_capped', run.score.uncapped);
  }
  const waiting = toCapture(run);
  if (run.score.completeness !== 'complete' && waiting[0]) {
    const points = waiting.reduce((sum, { weight }) => sum + weight, 0);
    return t('audit_says_complete', scoreText(points), formatList(waiting.slice(0, 3).map(({ need }) => t(`needed_${need}`))));
  }
  const [first] = run.findings.filter(({ gain }) => gain > 0);
  return first ? t('audit_says_first', actionNamed(first)) : t('audit_says_nothing');
}

const actionNamed = ({ criterion, network, gain }: Finding): string => {
  const name = t(criterionKey(criterion));
  return network ? t('audit_says_action', name, networkText(network), gainText(gain)) : t('audit_says_action_all', name, gainText(gain));
};
