import { useMemo } from 'preact/hooks';
import { AuditChange } from '../../components/AuditChange';
import { AuditRuns } from '../../components/AuditRuns';
import { compareRuns } from '../../lib/audits/compare-runs';
import type { AuditData } from '../../lib/audits/facts';
import type { AuditRun } from '../../lib/audits/report';
import { isSound, recompute } from '../../lib/audits/run';
import { formatMoment, t } from '../../lib/i18n';
import { adjust, route } from './route';
import type { useSavedRuns } from './saved-runs';
import { say } from './toast';

interface Props {
  saved: ReturnType<typeof useSavedRuns>;
  today: AuditRun;
  data: AuditData;
}

/** Saved audits of the study, and what changed between one of them and the one that is shown. */
export function AuditSaved({ saved: { runs, onRemove }, today, data }: Props) {
  const { params } = route.value;
  const open = runs?.find(({ id }) => id === params.get('run')) ?? null;
  const versus = runs?.find(({ id }) => id === params.get('versus')) ?? null;
  const shown = open?.run ?? today;
  const pair = useMemo(() => (versus ? [versus.run, shown].sort((a, b) => a.madeAt - b.madeAt) : null), [versus, shown]);
  const [before, after] = pair ?? [];
  const change = useMemo(() => (before && after ? compareRuns(before, after) : null), [before, after]);
  return (
    <>
      <AuditRuns
        runs={runs ?? []}
        open={open?.id ?? null}
        onOpen={(id) => adjust({ run: id, versus: null })}
        onCompare={(id) => adjust({ versus: id })}
        onRecompute={({ run }) => say(recomputedWords(run, data))}
        onRemove={(one) => {
          if (one.id === open?.id || one.id === versus?.id) adjust({ run: null, versus: null });
          onRemove(one);
        }}
      />
      {change && before && after && (
        <AuditChange change={change} before={nameOf(before, today)} after={nameOf(after, today)} onClose={() => adjust({ versus: null })} />
      )}
    </>
  );
}

const nameOf = (run: AuditRun, today: AuditRun): string =>
  run === today ? t('audit_today') : `${run.brandName}, ${formatMoment(run.madeAt)}`;

/** Whether a saved audit comes out the same when it is made again; where its captures are gone, whether its scores follow from what was measured then. */
function recomputedWords(run: AuditRun, data: AuditData): string {
  const here = data.study.brands.some(({ id }) => id === run.brandId);
  const { same, missing, lost } = here ? recompute(run, data) : { same: false, missing: run.inputs.snapshots, lost: run.inputs.posts };
  if (same) return t('audit_again_same');
  if (!missing.length && !lost) return t(run.inputs.given ? 'audit_again_differs' : 'audit_again_differs_unkept');
  return t(isSound(run) ? 'audit_again_sound' : 'audit_again_unsound', missing.length, lost);
}
