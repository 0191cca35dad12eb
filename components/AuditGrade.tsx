import type { AuditRun } from '../lib/audits/report';
import { capKey, completenessKey, confidenceKey, gradeKey } from '../lib/audits/words';
import { formatShare, t } from '../lib/i18n';
import { verdictOf } from '../lib/reports/verdict';
import { scoreRange, scoreText } from '../lib/reports/words';
import { IntervalBar } from './IntervalBar';

/** The grade with everything that limits it, and the audit in five sentences. */
export function AuditGrade({ run }: { run: AuditRun }) {
  const { grade, overall, low, high, coverage, bounds, confidence, completeness, caps } = run.score;
  return (
    <section class="audit-head" aria-label={t('audit_grade')}>
      <div class="audit-grade">
        <p class={`audit-letter${grade ? '' : ' hatched'}`} aria-hidden="true">
          {grade ?? '–'}
        </p>
        <div>
          <p class="verdict">{grade ? t(gradeKey(grade)) : t(completenessKey(completeness))}</p>
          {overall !== null && low !== null && high !== null && (
            <>
              <p>
                <strong>{scoreText(overall)}</strong> {t('audit_of_100')}{' '}
                <span class="muted">{t('audit_interval', scoreRange(low, high))}</span>
              </p>
              <IntervalBar value={overall} low={low} high={high} max={100} />
            </>
          )}
          <p class="muted">
            {t('audit_coverage', formatShare(coverage))} · {t('audit_bounds', scoreRange(bounds.low, bounds.high))}
            {confidence && ` · ${t(confidenceKey(confidence))}`}
          </p>
          {grade && completeness === 'provisional' && <p>{t(completenessKey(completeness))}</p>}
          {caps.map(({ id, values }) => (
            <p key={id} class="audit-cap">
              {t(capKey(id), ...values)}
            </p>
          ))}
        </div>
      </div>
      <ol class="audit-sentences">
        {verdictOf(run).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}
