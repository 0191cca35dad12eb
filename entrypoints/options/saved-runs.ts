import { useEffect, useState } from 'preact/hooks';
import type { AuditRun } from '../../lib/audits/report';
import { formatMoment, t } from '../../lib/i18n';
import { listRuns, MOST_RUNS, putRun, removeRun, type SavedRun } from '../../lib/store/runs';
import { attempt, say } from './toast';

/** The saved audits of a study, and what can be done with them. `runs` is null until they are read. */
export function useSavedRuns(studyId: string) {
  const [runs, setRuns] = useState<SavedRun[] | null>(null);
  const refresh = () => listRuns(studyId).then(setRuns);
  useEffect(() => {
    setRuns(null);
    attempt(refresh());
    // Another tab may have saved one meanwhile.
    const again = () => attempt(refresh());
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, [studyId]);
  const keep = async (saved: SavedRun, words: string) => {
    const kept = await putRun(saved);
    say(kept ? words : t('audit_runs_full', MOST_RUNS));
    await refresh();
  };
  return {
    runs,
    onSave: (run: AuditRun) => attempt(keep({ id: crypto.randomUUID(), run }, t('audit_run_saved'))),
    onRemove: (saved: SavedRun) => {
      attempt(removeRun(saved.id).then(refresh));
      const again = () => attempt(keep(saved, t('audit_run_back')));
      say(t('audit_run_removed', formatMoment(saved.run.madeAt)), { onUndo: again });
    },
  };
}
