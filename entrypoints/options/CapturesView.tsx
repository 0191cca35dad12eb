import { useState } from 'preact/hooks';
import { Agenda } from '../../components/Agenda';
import { CaptureList } from '../../components/CaptureList';
import { EmptyState } from '../../components/EmptyState';
import { EraseDialog } from '../../components/EraseChoices';
import { ExportBar } from '../../components/ExportBar';
import { agendaOf, type Visit } from '../../lib/benchmark/agenda';
import { benchmark } from '../../lib/benchmark/benchmark';
import { postsByAccount } from '../../lib/benchmark/selection';
import { formatMoment, t } from '../../lib/i18n';
import type { SnapshotSummary } from '../../lib/model/records';
import type { AccountRecord } from '../../lib/model/rollup';
import { eraseSnapshot } from '../../lib/store/erase';
import { captureTimes, rollupsOf, snapshotsOf } from '../../lib/store/queries';
import { erase as eraseWhole } from './erasing';
import { exportBenchmark, exportPosts, useFlavour } from './exports';
import { networksRead } from './networks';
import { attempt, say } from './toast';
import { useLive } from './useLive';
import type { StudyData } from './workspace-data';

/** Posts older than this are past all checkpoints. */
const OLDEST_MS = 14 * 86_400_000;

/** Visits to all accounts but those of a sample, the next first. */
async function agendaFor(accounts: readonly AccountRecord[]): Promise<Visit[]> {
  const now = Date.now();
  const keys = accounts.flatMap(({ accountKey, sample, lastSeenAt }) => (sample || now - lastSeenAt > OLDEST_MS ? [] : accountKey));
  const [posts, times] = await Promise.all([rollupsOf(keys).then(postsByAccount), captureTimes(keys)]);
  const visits = keys.flatMap((key) => agendaOf(key, posts.get(key) ?? [], times.get(key) ?? [], now));
  return visits.sort((a, b) => Math.max(a.from, now) - Math.max(b.from, now) || a.until - b.until);
}

/** What was captured, what could not be read, and how to take it away again. */
export function CapturesView({ accounts, data }: { accounts: readonly AccountRecord[]; data: StudyData | null }) {
  const keys = accounts.map((account) => account.accountKey);
  const times = accounts.map((account) => account.lastSeenAt).join(' ');
  const captures = useLive(`captures ${keys.join(' ')} ${times}`, () => Promise.all(keys.map(snapshotsOf)));
  const visits = useLive(`agenda ${keys.join(' ')} ${times}`, () => agendaFor(accounts));
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<AccountRecord | null>(null);
  const [flavour, setFlavour] = useFlavour();
  const now = Date.now();
  const erase = (capture: SnapshotSummary) => {
    const without = (id: string) => setGoing((before) => new Set([...before].filter((other) => other !== id)));
    setGoing((before) => new Set([...before, capture.id]));
    say(t('capture_erased', formatMoment(capture.takenAt)), {
      onUndo: () => without(capture.id),
      onDone: () => attempt(eraseSnapshot(capture.id).finally(() => without(capture.id))),
    });
  };
  if (accounts.length === 0) {
    return (
      <EmptyState
        title={t('empty_data')}
        why={t('empty_data_why')}
        steps={[t('step_open', networksRead()), t('step_click'), t('step_more')]}
      />
    );
  }
  return (
    <>
      {data && (
        <div class="tools">
          <span class="muted">{t('export_study', data.study.name)}</span>
          <ExportBar
            files={['benchmark', 'posts']}
            flavour={flavour}
            onFlavour={setFlavour}
            onDownload={(file) =>
              file === 'posts'
                ? exportPosts(data, flavour)
                : exportBenchmark(benchmark(data.study, data.rollups, data.accounts, data.now, data.curves), data.study, flavour, [])
            }
          />
        </div>
      )}
      {visits.value && <Agenda visits={visits.value} accounts={accounts} now={now} />}
      <CaptureList
        list={accounts.map((account, index) => ({
          account,
          captures: (captures.value?.[index] ?? []).filter((capture) => !going.has(capture.id)),
        }))}
        now={now}
        onEraseCapture={erase}
        onEraseAccount={setAsked}
      />
      {asked && <EraseDialog what={{ account: asked }} accounts={accounts} onErase={eraseWhole} onClose={() => setAsked(null)} />}
    </>
  );
}
