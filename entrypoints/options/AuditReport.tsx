import type { AxisWords } from '../../components/AuditRadar';
import { AuditReportForm, type ReportChoices } from '../../components/AuditReportForm';
import type { AuditRun } from '../../lib/audits/report';
import { catalogueOf, LANGUAGES, type Language, t } from '../../lib/i18n';
import type { NormFile } from '../../lib/model/norm';
import type { PictureFacts } from '../../lib/model/picture';
import { logoFits, type ReportInput, type ReportPost, type Sender } from '../../lib/reports/audit-report';
import { useRemembered } from './remembered';
import { openReport, printReport, saveReport } from './report-actions';
import { picturesOf, reportPictures } from './report-pictures';
import { attempt, say } from './toast';
import type { StudyData } from './workspace-data';

interface Props {
  run: AuditRun;
  data: StudyData;
  posts: ReadonlyMap<string, ReportPost>;
  norms: NormFile;
  words: AxisWords;
  /** Pictures by their hash. */
  kept: ReadonlyMap<string, PictureFacts>;
}

type Agency = Pick<Sender, 'agency' | 'colour' | 'logo' | 'analyst'>;
type Remark = Pick<Sender, 'comments' | 'signed'>;

/** The report of the audit that is shown: the agency is the same for all; comments, sign-off, language and pictures belong to the brand. */
export function AuditReport({ run, data, posts, norms, words: axes, kept }: Props) {
  const whose = `${run.studyId} ${run.brandId}`;
  const [agency, setAgency] = useRemembered<Agency>('audit-agency', { agency: '', colour: '#005a96', logo: null, analyst: '' }, isAgency);
  const [remark, setRemark] = useRemembered<Remark>(`audit-remark ${whose}`, { comments: '', signed: false }, isRemark);
  const first: ReportChoices = { language: t('language_code') as Language, pictures: false };
  const [choices, setChoices] = useRemembered(`audit-report ${whose}`, first, isChoices);
  const sender: Sender = { ...agency, ...remark };
  const made = async (use: (input: ReportInput) => void) => {
    const [words, pictures] = await Promise.all([
      catalogueOf(choices.language),
      choices.pictures ? reportPictures(run, kept) : Promise.resolve(null),
    ]);
    use({ run, sender, posts, norms, axes, sample: data.study.sample, now: Date.now(), words, pictures });
  };
  return (
    <AuditReportForm
      sender={sender}
      onSender={({ comments, signed, ...rest }) => {
        setAgency(rest);
        setRemark({ comments, signed });
      }}
      choices={choices}
      onChoices={setChoices}
      pictures={picturesOf(run).filter((hash) => kept.has(hash)).length}
      onRefused={say}
      onOpen={() => attempt(made(openReport))}
      onSave={() => attempt(made((input) => saveReport(input, data.study)))}
      onPrint={() => attempt(made(printReport))}
    />
  );
}

const isAgency = (value: unknown): boolean => {
  const { agency, colour, logo, analyst } = (value ?? {}) as Partial<Agency>;
  return [agency, colour, analyst].every((text) => typeof text === 'string') && (logo === null || logoFits(logo));
};
const isRemark = (value: unknown): boolean => {
  const { comments, signed } = (value ?? {}) as Partial<Remark>;
  return typeof comments === 'string' && typeof signed === 'boolean';
};
const isChoices = (value: unknown): boolean => {
  const { language, pictures } = (value ?? {}) as Partial<ReportChoices>;
  return LANGUAGES.some((known) => known === language) && typeof pictures === 'boolean';
};
