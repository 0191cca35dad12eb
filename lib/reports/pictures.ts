import type { Finding } from '../audits/report';
import { formatMoment, plural, t } from '../i18n';
import type { PictureFacts } from '../model/picture';
import { html, linkable, type Markup } from './html';

/** A picture with its file as a data URL. */
export interface ReportPicture {
  facts: PictureFacts;
  data: string;
}

export interface ReportPictures {
  /** In the order of their numbers. */
  shown: readonly ReportPicture[];
  /** Pictures behind findings that the report has no room for, and that are no longer kept as they were. */
  more: number;
  gone: number;
}

/** Each is up to 300 KB: a report is still sent by mail. */
export const MOST_PICTURES = 20;

const DATA = /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/;
/** A page that is handed on may hold points alone. */
const soundIn = ({ shown }: ReportPictures) => shown.filter(({ data }) => DATA.test(data));

/** The way from a finding to its pictures, which stand together further down: one may be behind several findings. */
export function pictureLinks({ pictures = [] }: Finding, report: ReportPictures): Markup | null {
  const sound = soundIn(report);
  const own = pictures.flatMap(({ sha256 }) => {
    const at = sound.findIndex(({ facts }) => facts.sha256 === sha256);
    return at < 0 ? [] : [at + 1];
  });
  if (!own.length) return null;
  return html`<p class="quiet">${own.map((n, i) => html`${i > 0 && ' · '}<a href="#picture-${n}">${t('audit_report_picture', n)}</a>`)}</p>`;
}

/** The pictures with what they can be checked by. */
export function picturesPart(report: ReportPictures): Markup | null {
  const sound = soundIn(report);
  if (!sound.length && !report.gone) return null;
  return html`<section class="pictures"><h2>${t('audit_report_pictures')}</h2>
<p class="quiet">${t('audit_report_pictures_words')}</p>
${sound.map(({ facts, data }, i) => pictureFigure(facts, data, i + 1))}
${report.more > 0 && html`<p>${plural('audit_report_pictures_more', report.more)}</p>`}${report.gone > 0 && html`<p>${plural('audit_pictures_gone', report.gone)}</p>`}</section>`;
}

function pictureFigure(
  { network, accountKey, takenAt, url, width, height, sha256, edited }: PictureFacts,
  data: string,
  n: number,
): Markup {
  const whose = t('account_on', accountKey.slice(accountKey.indexOf(':') + 1), t(`network_${network}`));
  const address = linkable(url);
  const said = [whose, formatMoment(takenAt), ...(edited ? [t('audit_report_picture_edited')] : [])];
  return html`<figure class="picture" id="picture-${n}"><img src="${data}" width="${width}" height="${height}" alt="${t('audit_report_picture_of', whose, formatMoment(takenAt))}">
<figcaption><b>${t('audit_report_picture', n)}</b> · ${said.join(' · ')}<br><span class="quiet">${address ? html`<a href="${address}" rel="noopener noreferrer">${url}</a>` : url}<br>SHA-256 <code>${sha256}</code></span></figcaption></figure>`;
}
