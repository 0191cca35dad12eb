import type { AxisWords } from '../../components/AuditRadar';
import { AuditReportForm } from '../../components/AuditReportForm';
import type { AuditRun } from '../../lib/audits/report';
import type { NormFile } from '../../lib/model/norm';
import { logoFits, type ReportInput, type ReportPost, type Sender } from '../../lib/reports/audit-report';
import { useRemembered } from './remembered';
import { openReport, printReport, saveReport } from './report-actions';
import { say } from './toast';
import type { StudyData } from './workspace-data';

interface Props {
  run: AuditRun;
  data: StudyData;
  posts: ReadonlyMap<string, ReportPost>;
  norms: NormFile;
  words: AxisWords;
}

type Agency = Pick<Sender, 'agency' | 'colour' | 'logo' | 'analyst'>;
type Remark = Pick<Sender, 'comments' | 'signed'>;

/** The report of the audit that is shown: the agency is the same for all, comments and sign-off belong to the brand. */
export function AuditReport({ run, data, posts, norms, words }: Props) {
  const [agency, setAgency] = useRemembered<Agency>('audit-agency', { agency: '', colour: '#005a96', logo: null, analyst: '' }, isAgency);
  const [remark, setRemark] = useRemembered<Remark>(
    `audit-remark ${run.studyId} ${run.brandId}`,
    { comments: '', signed: false },
    isRemark,
  );
  const sender: Sender = { ...agency, ...remark };
  const input = (): ReportInput => ({ run, sender, posts, norms, axes: words, sample: data.study.sample, now: Date.now() });
  return (
    <AuditReportForm
      sender={sender}
      onSender={({ comments, signed, ...rest }) => {
        setAgency(rest);
        setRemark({ comments, signed });
      }}
      onRefused={say}
      onOpen={() => openReport(input())}
      onSave={() => saveReport(input(), data.study)}
      onPrint={() => printReport(input())}
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
