import type { AuditRun } from '../audits/report';
import { formatDay, formatShare, t } from '../i18n';
import type { ReportPost } from './audit-report';
import { html, linkable, type Markup } from './html';
import { RADAR_CIRCLES, RADAR_SIZE, radarSectors } from './radar';
import { scoreRange, scoreText } from './words';

/** A score with its interval as a bar from 0 to 100. */
export function scoreBar(score: number | null, low: number | null, high: number | null): Markup {
  if (score === null) return html`<span class="bar none"></span>`;
  const [from, to] = [low ?? score, high ?? score];
  const place = `left:${from.toFixed(1)}%;width:${Math.max(1, to - from).toFixed(1)}%`;
  return html`<span class="bar" aria-hidden="true"><i style="${place}"></i><b style="left:${score.toFixed(1)}%"></b></span>`;
}

/** "36 (22–52)". */
export function scoreCell(score: number | null, low: number | null, high: number | null): Markup {
  if (score === null) return html`<span class="quiet">—</span>`;
  const range = low === null || high === null ? null : scoreRange(low, high);
  return html`<strong>${scoreText(score)}</strong>${range !== null && range !== scoreText(score) && html` <span class="quiet">${range}</span>`}`;
}

/** More of them fill pages that nobody reads; audit.json names them all. */
const MOST_POSTS = 5;
const MOST_LETTERS = 90;

/** The posts behind a finding, newest first, each with the way to it. */
export function evidenceList(keys: readonly string[], posts: ReadonlyMap<string, ReportPost>): Markup | null {
  const known = keys.flatMap((key) => {
    const post = posts.get(key);
    return post ? [post] : [];
  });
  if (!known.length) return null;
  const shown = known.sort((a, b) => (b.published ?? 0) - (a.published ?? 0)).slice(0, MOST_POSTS);
  const rest = known.length - shown.length;
  return html`<ul class="posts">${shown.map(postItem)}${rest > 0 && html`<li class="quiet">${t('audit_report_more_posts', String(rest))}</li>`}</ul>`;
}

function postItem({ text, url, published }: ReportPost): Markup {
  const letters = [...text.replace(/\s+/gu, ' ').trim()];
  const words = letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')}…` : letters.join('');
  const said = words || t('audit_report_post_without_text');
  const address = linkable(url);
  const when = published === null ? t('undated') : formatDay(published);
  return html`<li>${when} · ${address ? html`<a href="${address}" rel="noopener noreferrer">${said}</a>` : said}</li>`;
}

/** The radar with its table: what the picture says, in figures. */
export function radarPart({ radar }: AuditRun, nameOf: (axis: AuditRun['radar'][number]) => string): Markup {
  const middle = RADAR_SIZE / 2;
  const sectors = radarSectors(radar);
  const circles = RADAR_CIRCLES.map((radius) => html`<circle class="mesh" cx="${middle}" cy="${middle}" r="${radius}"></circle>`);
  return html`<section><h2>${t('audit_radar')}</h2><p class="quiet">${t('audit_radar_words')}</p><div class="radar">
<svg viewBox="0 0 ${RADAR_SIZE} ${RADAR_SIZE}" role="img" aria-label="${t('audit_radar')}">
<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"></rect><line x1="0" x2="0" y1="0" y2="6" class="hatch-line"></line></pattern></defs>
${sectors.map(({ room, score, hatched, ring, covered, letter, x, y }) => {
  const fill = score && html`<path class="score" d="${score}" ${hatched && html`fill="url(#hatch)"`}></path>`;
  return html`<path class="${score ? 'room' : 'room none'}" d="${room}"></path>${fill}<path class="ring" d="${ring}"></path>${
    covered && html`<path class="covered" d="${covered}"></path>`
  }<text x="${x}" y="${y}">${letter}</text>`;
})}${circles}</svg>
<table><thead><tr><th scope="col">${t('audit_axis')}</th><th scope="col" class="numeric">${t('audit_score')}</th><th scope="col" class="numeric">${t('coverage')}</th></tr></thead><tbody>
${radar.map((axis, i) => {
  const score = axis.score === null ? t('audit_not_measurable') : scoreText(axis.score);
  return html`<tr><th scope="row"><b>${sectors[i]?.letter}</b> ${nameOf(axis)}</th><td class="${axis.hatched ? 'numeric hatched' : 'numeric'}">${score}</td><td class="numeric">${formatShare(axis.coverage)}</td></tr>`;
})}</tbody></table></div></section>`;
}
