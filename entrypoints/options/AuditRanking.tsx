import { useMemo, useState } from 'preact/hooks';
import { AuditPlaces } from '../../components/AuditPlaces';
import type { AuditData } from '../../lib/audits/facts';
import { rankRuns } from '../../lib/audits/ranking';
import type { AuditRun } from '../../lib/audits/report';
import { auditAll } from '../../lib/audits/run';
import { t } from '../../lib/i18n';
import { type AuditChoice, auditSettings } from '../../lib/settings';

interface Props {
  /** The audit that is shown, made of these data. */
  run: AuditRun;
  data: AuditData;
  choice: AuditChoice;
}

/** Where the brand stands among the others: worked out when it is asked for, since every brand is audited for it. */
export function AuditRanking({ run, data, choice }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="setup" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('audit_places')}</summary>
      {open && <Ranked run={run} data={data} choice={choice} />}
    </details>
  );
}

function Ranked({ run: { brandId, network, madeAt: now }, data, choice }: Props) {
  const { places, duels, runs } = useMemo(() => {
    const all = auditAll(data, { network, now, ...auditSettings(choice, data.study) });
    return { runs: all, ...rankRuns(all) };
  }, [data, choice, network, now]);
  return (
    <>
      <p class="muted">{t('audit_places_words')}</p>
      <AuditPlaces runs={runs} places={places} duels={duels} brandId={brandId} />
    </>
  );
}
