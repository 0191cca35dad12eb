import { useEffect, useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { HealthTable } from '../../components/HealthTable';
import { ReportBox } from '../../components/ReportBox';
import { healthOf } from '../../lib/health';
import { t } from '../../lib/i18n';
import type { AccountRecord } from '../../lib/model/rollup';
import { type PageReport, reportText } from '../../lib/report';
import { pageReport } from '../../lib/settings';
import { snapshotsOf } from '../../lib/store/queries';
import { download } from './download';
import { networksRead } from './networks';
import { href } from './route';
import { attempt } from './toast';
import { useLive } from './useLive';

/** How well each network is read, and the report on a page that is read badly. */
export function HealthView({ accounts }: { accounts: readonly AccountRecord[] }) {
  const real = accounts.filter((account) => !account.sample);
  const key = real.map(({ accountKey, lastSeenAt, snapshots }) => `${accountKey} ${lastSeenAt} ${snapshots}`).join(' ');
  const captures = useLive(`health ${key}`, async () => (await Promise.all(real.map((account) => snapshotsOf(account.accountKey)))).flat());
  const [report, setReport] = useState<PageReport | null>(null);
  useEffect(() => {
    attempt(pageReport.getValue().then(setReport));
    return pageReport.watch(setReport);
  }, []);
  const list = healthOf(captures.value ?? []);
  return (
    <>
      {report && (
        <ReportBox
          text={reportText(report)}
          onSave={() => download(`jauge-report-${report.network ?? 'page'}.txt`, new Blob([reportText(report)], { type: 'text/plain' }))}
          onDiscard={() => attempt(pageReport.setValue(null))}
        />
      )}
      <p>{t('health_words')}</p>
      {captures.value && list.length === 0 && (
        <EmptyState title={t('empty_health')} why={t('empty_health_why')} steps={[t('step_open', networksRead()), t('step_click')]} />
      )}
      {list.map((health) => (
        <HealthTable key={health.network} health={health} postHref={(postKey) => href('posts', { post: postKey })} />
      ))}
    </>
  );
}
