import { useState } from 'preact/hooks';
import { CaptureList } from '../../components/CaptureList';
import { Dialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { EraseBox } from '../../components/EraseBox';
import { ExportBar } from '../../components/ExportBar';
import { benchmark } from '../../lib/benchmark/benchmark';
import { formatMoment, t } from '../../lib/i18n';
import type { SnapshotSummary } from '../../lib/model/records';
import type { AccountRecord } from '../../lib/model/rollup';
import { eraseAccount, eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { snapshotsOf } from '../../lib/store/queries';
import { accountName } from '../../lib/study-edits';
import { exportBenchmark, exportPosts, useFlavour } from './exports';
import { networksRead } from './networks';
import { attempt, say } from './toast';
import { useLive } from './useLive';
import type { StudyData } from './workspace-data';

/** What was captured, what could not be read, and how to take it away again. */
export function CapturesView({ accounts, data }: { accounts: readonly AccountRecord[]; data: StudyData | null }) {
  const keys = accounts.map((account) => account.accountKey);
  const times = accounts.map((account) => account.lastSeenAt).join(' ');
  const captures = useLive(`captures ${keys.join(' ')} ${times}`, () => Promise.all(keys.map(snapshotsOf)));
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
                : exportBenchmark(benchmark(data.study, data.rollups, data.accounts, data.now), data.study, flavour, data.now)
            }
          />
        </div>
      )}
      <CaptureList
        list={accounts.map((account, index) => ({
          account,
          captures: (captures.value?.[index] ?? []).filter((capture) => !going.has(capture.id)),
        }))}
        now={now}
        onEraseCapture={erase}
        onEraseAccount={setAsked}
      />
      {asked && (
        <Dialog title={t('erase_account_of', accountName(asked))} onClose={() => setAsked(null)}>
          <EraseBox
            words={t('erase_account_words')}
            word={t('erase_word')}
            action={t('erase_account')}
            onErase={() => {
              attempt(eraseAccount(asked.accountKey).then(() => say(t('account_erased', accountName(asked)))));
              setAsked(null);
            }}
            onCancel={() => setAsked(null)}
          />
        </Dialog>
      )}
      <section class="danger-zone">
        <EraseBox
          title={t('erase_all')}
          words={t('erase_all_words')}
          word={t('erase_word')}
          action={t('erase_all')}
          onErase={() => attempt(eraseEverything().then(() => say(t('all_erased'))))}
        />
      </section>
    </>
  );
}
