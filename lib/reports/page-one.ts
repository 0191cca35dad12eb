import type { AuditRun } from '../audits/report';
import { actionKey, capKey, completenessKey, confidenceKey, criterionKey, effortKey, gradeKey, needKey } from '../audits/words';
import { formatShare, plural, t } from '../i18n';
import { html, type Markup } from './html';
import { movesOf } from './moves';
import { scoreBar } from './parts';
import { toCapture, verdictOf } from './verdict';
import { gainText, networkText, scoreRange, scoreText } from './words';

/** Page one has room for so many on A4, whatever the language. */
const MOST_MOVES = 4;
const MOST_NEEDS = 4;

/** The grade, five sentences and what would move it. */
export function pageOne(run: AuditRun, sample: boolean): Markup {
  return html`<section class="page-one"><h1>${t('audit_report_title_audit', run.brandName)}</h1>
${sample && html`<p class="sample">${t('audit_report_sample')}</p>`}
<div class="grade">${gradeBlock(run)}</div>
<ol class="sentences">${verdictOf(run).map((sentence) => html`<li>${sentence}</li>`)}</ol>
${moves(run)}${needs(run)}</section>`;
}

function gradeBlock({ score }: AuditRun): Markup {
  const { grade, overall, low, high, coverage, bounds, confidence, completeness, caps } = score;
  const letter = html`<p class="${grade ? 'letter' : 'letter none'}">${grade ?? '–'}</p>`;
  const points =
    overall !== null &&
    html`<p class="points"><strong>${scoreText(overall)}</strong> ${t('audit_of_100')}
${low !== null && high !== null && t('audit_interval', scoreRange(low, high))}</p>${scoreBar(overall, low, high)}`;
  return html`${letter}<div><p class="verdict">${grade ? t(gradeKey(grade)) : t(completenessKey(completeness))}</p>${points}
<p>${t('audit_coverage', formatShare(coverage))} · ${t('audit_bounds', scoreRange(bounds.low, bounds.high))}${confidence && ` · ${t(confidenceKey(confidence))}`}</p>
${grade && completeness === 'provisional' && html`<p>${t(completenessKey(completeness))}</p>`}
${caps.map(({ id, values }) => html`<p class="cap">${t(capKey(id), ...values)}</p>`)}</div>`;
}

function moves(run: AuditRun): Markup | null {
  const list = movesOf(run).slice(0, MOST_MOVES);
  if (!list.length) return null;
  return html`<h2>${t('audit_moves')}</h2><table><thead><tr><th scope="col">${t('audit_what_to_do')}</th><th scope="col">${t('network')}</th><th scope="col">${t('audit_effort')}</th><th scope="col" class="numeric">${t('audit_points')}</th></tr></thead><tbody>
${list.map(
  ({ criterion, network, effort, gain }) =>
    html`<tr><th scope="row"><b>${t(criterionKey(criterion))}</b> ${t(actionKey(criterion))}</th><td>${networkText(network)}</td><td>${t(effortKey(effort))}</td><td class="numeric">${gainText(gain)}</td></tr>`,
)}</tbody></table>`;
}

function needs(run: AuditRun): Markup | null {
  const list = toCapture(run).slice(0, MOST_NEEDS);
  if (run.score.completeness === 'complete' || !list.length) return null;
  return html`<h2>${t('audit_missing')}</h2><ul>${list.map(({ need, weight }) => html`<li>${t(needKey(need))} <span class="quiet">${plural('audit_weight_waits', Math.round(weight))}</span></li>`)}</ul>`;
}
