import { gradeKey } from '../lib/audits/words';
import { formatAgo, formatShare, t } from '../lib/i18n';
import type { BrandAudit } from '../lib/messages';
import { scoreOf } from '../lib/reports/words';

interface Props {
  audit: BrandAudit;
  now: number;
  onOpen: () => void;
}

/** What the last audit of a brand came to and when, in a line that leads to the audit; where none was made, the way to it alone. */
export function LastAudit({ audit: { last }, now, onOpen }: Props) {
  if (!last) {
    return (
      <p class="gauge-audit">
        <button type="button" class="link" onClick={onOpen}>
          {t('popup_audit_none')}
        </button>
      </p>
    );
  }
  const { grade, coverage, madeAt } = last;
  const said = [grade ? t(gradeKey(grade)) : t('audit_no_grade', formatShare(coverage)), scoreOf(last)].filter(Boolean).join(' · ');
  return (
    <p class="gauge-audit">
      <button type="button" class="link" onClick={onOpen}>
        {t('popup_audit', said)}
      </button>{' '}
      <span class="quiet">{[grade && t('audit_coverage', formatShare(coverage)), formatAgo(madeAt, now)].filter(Boolean).join(' · ')}</span>
    </p>
  );
}
