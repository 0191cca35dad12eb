import type { AuditRun } from '../lib/audits/report';
import { presetKey } from '../lib/audits/words';
import { formatMoment, formatShare, t } from '../lib/i18n';
import { networkText, scoreOf } from '../lib/reports/words';
import { TableScroll } from './TableScroll';

/** An audit that was saved, as it was then. */
export interface SavedRun {
  id: string;
  run: AuditRun;
}

interface Props {
  runs: readonly SavedRun[];
  /** The one that is shown; null for today's. */
  open: string | null;
  onOpen: (id: string | null) => void;
  onCompare: (id: string) => void;
  onRecompute: (saved: SavedRun) => void;
  onRemove: (saved: SavedRun) => void;
}

/** Saved audits, newest first: each can be looked at, compared, made again and removed. */
export function AuditRuns({ runs, open, onOpen, onCompare, onRecompute, onRemove }: Props) {
  return (
    <section>
      <h2>{t('audit_runs')}</h2>
      <p class="muted hint">{t('audit_runs_words')}</p>
      {runs.length > 0 && (
        <TableScroll label={t('audit_runs')}>
          <table class="audit-runs">
            <thead>
              <tr>
                <th scope="col">{t('audit_made')}</th>
                <th scope="col">{t('brand')}</th>
                <th scope="col">{t('audit_grade')}</th>
                <th scope="col">{t('audit_weights')}</th>
                <th scope="col">
                  <span class="sr-only">{t('audit_actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {runs.map((saved) => (
                <tr key={saved.id} aria-selected={saved.id === open}>
                  <th scope="row">{formatMoment(saved.run.madeAt)}</th>
                  <td>
                    {saved.run.brandName} <span class="muted">{networkText(saved.run.network)}</span>
                  </td>
                  <td>{gradeText(saved.run)}</td>
                  <td>{t(presetKey(saved.run.preset))}</td>
                  <td>
                    <Actions {...{ saved, open, onOpen, onCompare, onRecompute, onRemove }} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

function Actions({ saved, open, onOpen, onCompare, onRecompute, onRemove }: Omit<Props, 'runs'> & { saved: SavedRun }) {
  const shown = saved.id === open;
  return (
    <span class="audit-run-actions">
      <button type="button" class="link" onClick={() => onOpen(shown ? null : saved.id)}>
        {t(shown ? 'audit_run_close' : 'audit_run_open')}
      </button>
      <button type="button" class="link" disabled={shown} onClick={() => onCompare(saved.id)}>
        {t('audit_run_compare')}
      </button>
      <button type="button" class="link" onClick={() => onRecompute(saved)}>
        {t('audit_run_again')}
      </button>
      <button type="button" class="link" onClick={() => onRemove(saved)}>
        {t('remove')}
      </button>
    </span>
  );
}

/** "C · 56 (49 – 63)", or how far an audit without a grade came. */
export function gradeText({ score }: AuditRun): string {
  const said = score.grade ?? t('audit_no_grade', formatShare(score.coverage));
  return [said, scoreOf(score)].filter(Boolean).join(' · ');
}
