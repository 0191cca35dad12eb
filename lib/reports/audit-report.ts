import type { SocialMediaKey } from '../audits/audit';
import type { AuditRun } from '../audits/report';
import { axisKey } from '../audits/words';
import { type Catalogue, formatDay, inWordsOf, language, t } from '../i18n';
import type { NormFile } from '../model/norm';
import { findingsPart } from './findings';
import { html, type Markup } from './html';
import { methodPart } from './method';
import { pageOne } from './page-one';
import { radarPart } from './parts';
import { picturesPart, type ReportPictures } from './pictures';
import { profilesIn, profilesPart } from './profiles';
import { REPORT_STYLE } from './style';

/** Who hands the report over, and what they add to it; all of it typed by the user. */
export interface Sender {
  agency: string;
  /** `#rrggbb`. */
  colour: string;
  /** A picture as a data URL; see logoFits. */
  logo: string | null;
  analyst: string;
  comments: string;
  /** The analyst stands by it: then the name is set under the report, with the day. */
  signed: boolean;
}

/** A post as it is named as evidence. */
export interface ReportPost {
  text: string;
  url: string | null;
  published: number | null;
}

export interface ReportInput {
  run: AuditRun;
  sender: Sender;
  posts: ReadonlyMap<string, ReportPost>;
  norms: NormFile;
  /** The user's own words for axes. */
  axes: Partial<Record<SocialMediaKey, string>>;
  /** The figures are invented. */
  sample: boolean;
  /** When the report is written, epoch ms. */
  now: number;
  /** Words of another language than the interface's. */
  words?: Catalogue | null;
  /** Pictures behind the findings, where they are wanted. */
  pictures?: ReportPictures | null;
}

/** Longest data URL of a logo: about 190 KB of picture. */
export const MOST_LOGO = 256 * 1024;
const LOGO = /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+=*$/;

/** Whether a picture may stand in a report: one of the kinds that hold nothing but points, of bounded size. */
export const logoFits = (logo: unknown): logo is string => typeof logo === 'string' && logo.length <= MOST_LOGO && LOGO.test(logo);

/** The page that goes to a client: one file of markup without scripts that fetches nothing, for the screen and for A4. */
export const auditReport = (input: ReportInput): string => inWordsOf(input.words ?? null, () => page(input));

function page(input: ReportInput): string {
  const { run, sender, axes, pictures = null } = input;
  const title = t('audit_report_name', run.brandName, formatDay(run.madeAt));
  // Only a colour may stand in the style sheet.
  const colour = /^#[0-9a-f]{6}$/i.test(sender.colour) ? sender.colour : '#005a96';
  const style: Markup = { markup: `:root{--agency:${colour}}${REPORT_STYLE}` };
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
  const { markup } = html`<!doctype html><html lang="${language()}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer">
<title>${title}</title><style>${style}</style></head><body>${letterhead(input)}<main>
${pageOne(run, input.sample)}
${commentsPart(sender)}
${findingsPart(run, input.posts, pictures)}
${radarPart(run, ({ key }) => axes[key] || t(axisKey(key)))}
${profilesPart(profilesIn(run))}
${pictures && picturesPart(pictures)}
${methodPart(run, input.norms)}
${signature(sender, input.now)}
</main></body></html>`;
  return markup;
}

function letterhead({ run, sender: { agency, logo } }: ReportInput): Markup {
  const where = run.network ? t(`network_${run.network}`) : t('all_networks');
  return html`<header>${logoFits(logo) && html`<img src="${logo}" alt="${agency || t('audit_report_logo')}">`}
<p class="agency">${agency}</p><p class="quiet">${t('audit_report_about', run.studyName, where, formatDay(run.madeAt))}</p></header>`;
}

function commentsPart({ comments }: Sender): Markup | null {
  const paragraphs = comments
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  if (!paragraphs.length) return null;
  return html`<section><h2>${t('audit_report_comments')}</h2>${paragraphs.map((text) => html`<p class="typed">${text}</p>`)}</section>`;
}

function signature({ signed, analyst, agency }: Sender, now: number): Markup | null {
  if (!signed || !analyst.trim()) return null;
  return html`<section class="signature"><h2>${t('audit_report_signed')}</h2><p>${[analyst.trim(), agency.trim()].filter(Boolean).join(' · ')}</p><p class="quiet">${formatDay(now)}</p></section>`;
}
