import { useState } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { formatList, plural, t } from '../../lib/i18n';
import type { AccountRecord } from '../../lib/model/rollup';
import { putStudy } from '../../lib/store/studies';
import { accountName, addBrand, newStudy } from '../../lib/study-edits';
import { networksRead } from './networks';
import { loadSample } from './study-actions';
import { attempt } from './toast';

/** What stands here before there is a study: how to capture, and a sample; or the way from captured accounts to a study. */
export function StartView({ accounts, onStudy }: { accounts: readonly AccountRecord[]; onStudy: (id: string) => void }) {
  const [busy, setBusy] = useState(false);
  const own = accounts.filter((account) => !account.sample);
  const sample = () => {
    setBusy(true);
    attempt(
      loadSample()
        .then(onStudy)
        .finally(() => setBusy(false)),
    );
  };
  return (
    <>
      {own.length > 0 && (
        <section class="empty">
          <h2>{plural('accounts_captured', own.length)}</h2>
          <p>{formatList(own.map(accountName))}</p>
          <p>
            <button type="button" class="primary" onClick={() => attempt(studyFrom(own).then(onStudy))}>
              {t('study_from_accounts')}
            </button>
            <span class="muted"> {t('study_from_accounts_words')}</span>
          </p>
        </section>
      )}
      <EmptyState
        title={t('empty_benchmark')}
        why={t(own.length > 0 ? 'empty_benchmark_no_study' : 'empty_benchmark_why')}
        steps={own.length > 0 ? [] : [t('step_open', networksRead()), t('step_click'), t('step_more')]}
        onSample={sample}
        busy={busy}
      />
    </>
  );
}

/** A study in which every captured account is a brand; the earliest captured one is taken for the user's own. */
async function studyFrom(accounts: readonly AccountRecord[]): Promise<string> {
  const oldestFirst = [...accounts].sort((a, b) => a.firstSeenAt - b.firstSeenAt);
  const empty = newStudy(crypto.randomUUID(), t('study_first_name'), Date.now());
  const study = oldestFirst.reduce(
    (made, account, index) =>
      addBrand(made, crypto.randomUUID(), accountName(account), index === 0 ? 'own' : 'direct', [account.accountKey]),
    empty,
  );
  await putStudy(study);
  return study.id;
}
