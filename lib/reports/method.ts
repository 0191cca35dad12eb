import type { CriterionResult } from '../audits/audit';
import type { AuditRun } from '../audits/report';
import { categoryKey, criterionKey, presetKey } from '../audits/words';
import { formatCount, formatDay, formatList, formatMoment, formatRate, plural, t } from '../i18n';
import type { NormFile, NormSource } from '../model/norm';
import { html, linkable, type Markup } from './html';
import { basisText, networkText, valueText } from './words';

/** How it was made: enough for anybody to make it again. */
export function methodPart(run: AuditRun, norms: NormFile): Markup {
  const { preset, weights, inputs, seed, method, madeAt } = run;
  const readers = Object.entries(inputs.adapters).map(([network, versions]) =>
    t('audit_report_reader', networkText(network as keyof typeof inputs.adapters), formatList(versions.map(String))),
  );
  return html`<section class="method"><h2>${t('audit_report_method')}</h2>
<p>${t('audit_report_method_scores')}</p><p>${t('audit_report_method_overall')}</p><p>${t('audit_report_method_missing')}</p><p>${t('audit_report_method_grades')}</p>
<dl><dt>${t('audit_weights')}</dt><dd>${t(presetKey(preset))}</dd><dt>${t('audit_report_made')}</dt><dd>${formatMoment(madeAt)}</dd>
<dt>${t('audit_report_captures')}</dt><dd>${formatCount(inputs.snapshots.length)}</dd><dt>${t('audit_report_readers')}</dt><dd>${readers.length ? formatList(readers) : t('reading_absent')}</dd>
<dt>${t('audit_report_version')}</dt><dd>${t('audit_report_versions', method, seed)}</dd></dl>
<h3>${t('audit_report_criteria')}</h3><table><thead><tr><th scope="col">${t('audit_criterion')}</th><th scope="col">${t('audit_category')}</th><th scope="col" class="numeric">${t('audit_weight')}</th><th scope="col">${t('audit_against')}</th><th scope="col" class="numeric">${t('audit_report_version')}</th></tr></thead>
<tbody>${run.criteria.map(
    (result) =>
      html`<tr><th scope="row">${result.code} ${t(criterionKey(result.id))}</th><td>${t(categoryKey(result.category))}</td><td class="numeric">${formatRate(weights[result.id])}</td><td>${against(result)}</td><td class="numeric">${result.version}</td></tr>`,
  )}</tbody></table>
${normsPart(run, norms)}</section>`;
}

/** What each network's value was held against, each basis once. */
function against({ parts }: CriterionResult): Markup {
  const said = parts.flatMap(({ network, measure, curve }) => {
    if (!curve || !measure) return [];
    const middle = curve.basis.kind === 'norm' ? ` ${valueText(curve.basis.value, measure.unit)}` : '';
    const named = curve.basis.kind === 'norm' && network ? `${networkText(network)} · ` : '';
    const address = curve.basis.kind === 'published' ? linkable(curve.basis.url) : null;
    const text = `${named}${basisText(curve.basis)}${middle}`;
    return [{ text, address }];
  });
  const once = said.filter(({ text }, i) => said.findIndex((other) => other.text === text) === i);
  return html`${once.map(({ text, address }, i) => html`${i > 0 && '; '}${address ? html`<a href="${address}" rel="noopener noreferrer">${text}</a>` : text}`)}`;
}

/** The passport of every norm that a value was held against. */
function normsPart({ inputs }: AuditRun, { sources }: NormFile): Markup {
  const used = sources.filter(({ id }) => inputs.norms.includes(id));
  if (!used.length) return html`<h3>${t('methods_norms')}</h3><p>${t('audit_report_no_norms')}</p>`;
  return html`<h3>${t('methods_norms')}</h3><table><thead><tr><th scope="col">${t('norm_source')}</th><th scope="col">${t('audit_report_norm_time')}</th><th scope="col">${t('norm_population')}</th><th scope="col">${t('norm_read')}</th></tr></thead>
<tbody>${used.map(passport)}</tbody></table>`;
}

function passport(source: NormSource): Markup {
  const { publisher, title, year, url, from, to, read } = source;
  const address = linkable(url);
  const name = `${publisher}, ${title} (${year})`;
  return html`<tr><th scope="row">${address ? html`<a href="${address}" rel="noopener noreferrer">${name}</a>` : name}</th><td>${formatDay(Date.parse(from))} – ${formatDay(Date.parse(to))}</td><td>${populationOf(source)}</td><td>${t(READ[read])}</td></tr>`;
}

const READ = { 'first-hand': 'norm_read_first', 'second-hand': 'norm_read_second', own: 'norm_read_own' } as const;

function populationOf({ companies, industries, read }: NormSource): string {
  if (read === 'own' && companies !== null) return plural('n_accounts', companies);
  if (companies === null || industries === null) return t('norm_population_unsaid');
  return t('norm_population_of', formatCount(companies), formatCount(industries));
}
