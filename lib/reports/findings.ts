import type { CategoryResult, CriterionResult, PartResult } from '../audits/audit';
import type { AuditRun } from '../audits/report';
import { actionKey, categoryKey, criterionKey, needKey, questionKey, stateKey, whyKey } from '../audits/words';
import { formatCount, formatShare, plural, t } from '../i18n';
import type { ReportPost } from './audit-report';
import { html, type Markup } from './html';
import { evidenceList, scoreBar, scoreCell } from './parts';
import { basisText, checkName, checkState, findingText, gainText, networkText, partText, postsBehind } from './words';

type Posts = ReadonlyMap<string, ReportPost>;

/** Every criterion by category: what was found, on what evidence; and what could not be measured, and why. */
export function findingsPart(run: AuditRun, posts: Posts): Markup {
  return html`<section class="findings"><h2>${t('audit_findings')}</h2>${run.score.categories.map((category) => categoryPart(run, category, posts))}</section>`;
}

function categoryPart(run: AuditRun, { id, score, coverage, counts }: CategoryResult, posts: Posts): Markup {
  const own = run.criteria.filter(({ category }) => category === id);
  const said = coverage === null ? t('state_not_applicable') : t('audit_coverage', formatShare(coverage));
  return html`<h3>${t(categoryKey(id))} <span class="quiet">${scoreCell(score, null, null)} · ${said}${coverage !== null && !counts && ` · ${t('audit_does_not_count')}`}</span></h3>
<table><thead><tr><th scope="col">${t('audit_criterion')}</th><th scope="col" class="numeric">${t('audit_score')}</th><th scope="col">${t('audit_finding')}</th></tr></thead>
<tbody>${own.map((result) => criterionRow(run, result, posts))}</tbody></table>`;
}

function criterionRow(run: AuditRun, result: CriterionResult, posts: Posts): Markup {
  const { id, code, score, low, high } = result;
  const name = html`<th scope="row"><b>${t(criterionKey(id))}</b><br><span class="quiet">${code} · ${t(questionKey(id))}</span></th>`;
  if (score === null) {
    return html`<tr>${name}<td class="numeric hatched">${t(stateKey(result.state))}</td><td>${result.parts.map((part) => missing(part, result.parts.length > 1))}</td></tr>`;
  }
  const parts = result.parts.map((part) => (part.state === 'scored' ? found(run, result, part, posts) : missing(part, true)));
  return html`<tr>${name}<td class="numeric">${scoreCell(score, low, high)}${scoreBar(score, low, high)}</td><td>${parts}</td></tr>`;
}

function found(run: AuditRun, { id }: CriterionResult, part: PartResult, posts: Posts): Markup | null {
  const finding = run.findings.find(({ criterion, network }) => criterion === id && network === part.network);
  if (!finding) return null;
  const behind = postsBehind(run, finding.evidence);
  const gain =
    finding.gain >= 0.05 &&
    html`<p class="do">${t(actionKey(id))} <span class="quiet">${t('audit_points_more', gainText(finding.gain))}</span></p>`;
  return html`<div class="part"><p>${part.network && html`<b>${networkText(part.network)}</b> · `}${findingText(finding)}</p>
<p class="quiet">${t('n', formatCount(finding.n))}${finding.kind === 'checks' && ` · ${basisText(finding.basis)}`}${behind.length > 0 && ` · ${plural('audit_posts', behind.length)}`}</p>
${checks(part)}${gain}${evidenceList(behind, posts)}</div>`;
}

function checks({ measure }: PartResult): Markup | null {
  if (!measure?.checks) return null;
  return html`<ul class="checks">${measure.checks.map((check) => {
    const state = checkState(check);
    return html`<li class="${state}">${t(`check_${state}`)} ${checkName(check)}${check.saw && html` <span class="quiet">${check.saw}</span>`}</li>`;
  })}</ul>`;
}

function missing(part: PartResult, named: boolean): Markup {
  const measured = partText(part);
  return html`<div class="part"><p>${named && part.network && html`<b>${networkText(part.network)}</b> · `}${part.why ? t(whyKey(part.why)) : t(stateKey(part.state))}${measured && ` ${t('audit_measured', measured)}`}</p>
${part.need && html`<p class="quiet">${t(needKey(part.need))}</p>`}</div>`;
}
