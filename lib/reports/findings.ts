import type { CategoryResult, CriterionResult, PartResult } from '../audits/audit';
import type { AuditRun } from '../audits/report';
import { actionKey, categoryKey, criterionKey, needKey, questionKey, stateKey, whyKey } from '../audits/words';
import { formatCount, formatShare, plural, t } from '../i18n';
import type { ReportPost } from './audit-report';
import { html, type Markup } from './html';
import { LEAST_GAIN } from './moves';
import { evidenceList, scoreBar, scoreCell } from './parts';
import { pictureLinks, type ReportPictures } from './pictures';
import { basisText, checkName, checkState, findingText, gainText, networkText, partText, postsBehind } from './words';

/** What findings point to. */
interface Behind {
  posts: ReadonlyMap<string, ReportPost>;
  pictures: ReportPictures | null;
}

/** Every criterion by category: what was found, on what evidence; and what could not be measured, and why. */
export function findingsPart(run: AuditRun, posts: ReadonlyMap<string, ReportPost>, pictures: ReportPictures | null): Markup {
  const behind: Behind = { posts, pictures };
  return html`<section class="findings"><h2>${t('audit_findings')}</h2>${run.score.categories.map((category) => categoryPart(run, category, behind))}</section>`;
}

function categoryPart(run: AuditRun, { id, score, coverage, counts }: CategoryResult, behind: Behind): Markup {
  const own = run.criteria.filter(({ category }) => category === id);
  const said = coverage === null ? t('state_not_applicable') : t('audit_coverage', formatShare(coverage));
  return html`<h3>${t(categoryKey(id))} <span class="quiet">${scoreCell(score, null, null)} · ${said}${coverage !== null && !counts && ` · ${t('audit_does_not_count')}`}</span></h3>
<table><thead><tr><th scope="col">${t('audit_criterion')}</th><th scope="col" class="numeric">${t('audit_score')}</th><th scope="col">${t('audit_finding')}</th></tr></thead>
<tbody>${own.map((result) => criterionRow(run, result, behind))}</tbody></table>`;
}

/** A row for the criterion, and below it one for each network that it was asked of: no row is longer than a page. */
function criterionRow(run: AuditRun, result: CriterionResult, behind: Behind): Markup {
  const { id, code, score, parts } = result;
  const [first] = parts;
  const only = parts.length === 1 && first;
  const name = html`<th scope="row"><b>${t(criterionKey(id))}</b><br><span class="quiet">${code} · ${t(questionKey(id))}</span></th>`;
  const said = only
    ? partCell(run, id, only, behind)
    : html`<td>${score !== null && t('audit_part_covered', formatShare(result.coverage))}</td>`;
  const rows = only ? [] : parts.map((part) => partRow(run, id, part, behind));
  return html`<tr class="${only ? 'criterion only' : 'criterion'}">${name}${scoreTd(result)}${said}</tr>${rows}`;
}

function partRow(run: AuditRun, id: CriterionResult['id'], part: PartResult, behind: Behind): Markup {
  return html`<tr class="within"><th scope="row">${networkText(part.network)}</th>${scoreTd(part)}${partCell(run, id, part, behind)}</tr>`;
}

/** What is not measurable is hatched; what does not apply is not missing. */
function scoreTd({ state, score, low, high }: Pick<PartResult, 'state' | 'score' | 'low' | 'high'>): Markup {
  if (score === null)
    return html`<td class="${state === 'not-applicable' ? 'numeric quiet' : 'numeric hatched'}">${t(stateKey(state))}</td>`;
  return html`<td class="numeric">${scoreCell(score, low, high)}${scoreBar(score, low, high)}</td>`;
}

function partCell(run: AuditRun, id: CriterionResult['id'], part: PartResult, { posts, pictures }: Behind): Markup {
  const finding = run.findings.find(({ criterion, network }) => criterion === id && network === part.network);
  if (!finding) return missing(part);
  const behind = postsBehind(run, finding.evidence);
  const gain =
    finding.gain >= LEAST_GAIN &&
    html`<p class="do">${t(actionKey(id))} <span class="quiet">${t('audit_points_more', gainText(finding.gain))}</span></p>`;
  return html`<td><p>${findingText(finding)}</p>
<p class="quiet">${t('n', formatCount(finding.n))}${finding.kind === 'checks' && ` · ${basisText(finding.basis)}`}${behind.length > 0 && ` · ${plural('audit_posts', behind.length)}`}</p>
${checks(part)}${gain}${evidenceList(behind, posts)}${pictures && pictureLinks(finding, pictures)}</td>`;
}

function checks({ measure }: PartResult): Markup | null {
  if (!measure?.checks) return null;
  return html`<ul class="checks">${measure.checks.map((check) => {
    const state = checkState(check);
    return html`<li class="${state}"><span class="state">${t(`check_${state}`)}</span> ${checkName(check)}${check.saw && html` <span class="quiet">${check.saw}</span>`}</li>`;
  })}</ul>`;
}

function missing(part: PartResult): Markup {
  const measured = partText(part);
  return html`<td><p>${part.why ? t(whyKey(part.why)) : t(stateKey(part.state))}${measured && ` ${t('audit_measured', measured)}`}</p>
${part.need && html`<p class="quiet">${t(needKey(part.need))}</p>`}</td>`;
}
