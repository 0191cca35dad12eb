import type { AuditRun } from '../lib/audits/report';
import { completenessKey, gradeKey } from '../lib/audits/words';
import { formatShare, t } from '../lib/i18n';
import { scoreRange, scoreText } from '../lib/reports/words';
import { IntervalBar } from './IntervalBar';

interface Props {
  run: AuditRun;
  onOpen: () => void;
}

/** The audit of the brand whose page is in front, in a line, and the way to the whole of it. */
export function PanelAudit({ run, onOpen }: Props) {
  const { grade, overall, low, high, coverage, completeness } = run.score;
  return (
    <section class="panel-audit">
      <h2>{t('panel_audit', run.brandName)}</h2>
      <p>
        <strong>{grade ? t(gradeKey(grade)) : t(completenessKey(completeness))}</strong>
      </p>
      {overall !== null && low !== null && high !== null && (
        <>
          <p>
            {scoreText(overall)} {t('audit_of_100')} <span class="quiet">{t('audit_interval', scoreRange(low, high))}</span>
          </p>
          <IntervalBar value={overall} low={low} high={high} max={100} />
        </>
      )}
      <p class="quiet">{t('audit_coverage', formatShare(coverage))}</p>
      <button type="button" class="link" onClick={onOpen}>
        {t('panel_audit_open')}
      </button>
    </section>
  );
}
