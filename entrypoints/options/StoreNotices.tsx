import { restoredWords } from '../../components/Integrity';
import type { View } from '../../components/Nav';
import { Notice } from '../../components/Notice';
import { heldWords } from '../../components/RetentionHeld';
import { backupIsDue } from '../../lib/backup-age';
import { formatAgo, formatMoment, t } from '../../lib/i18n';
import type { AccountRecord } from '../../lib/model/rollup';
import { useRemembered } from './remembered';
import { go } from './route';
import { useStoreNews } from './useStoreHealth';

const isTime = (value: unknown) => typeof value === 'number';

/** What the store has to say in every view: that it was restored, once, that a backup is due, and that old captures wait for a word. */
export function StoreNotices({ accounts, view }: { accounts: readonly AccountRecord[]; view: View }) {
  const { answer: store } = useStoreNews(accounts);
  const [told, tell] = useRemembered('restored-told', 0, isTime);
  const [remindedAt, remind] = useRemembered('backup-reminded', 0, isTime);
  if (!store) return null;
  const now = Date.now();
  // One that the user asked for is no news.
  const news = store.restored.find(({ at, why }) => why !== 'wished' && at > told);
  const real = accounts.filter((account) => !account.sample);
  const due = backupIsDue(
    {
      lastBackup: store.lastBackup,
      firstCapture: real.length ? Math.min(...real.map(({ firstSeenAt }) => firstSeenAt)) : null,
      lastCapture: real.length ? Math.max(...real.map(({ lastSeenAt }) => lastSeenAt)) : null,
    },
    now,
  );
  const elsewhere = view !== 'store';
  return (
    <>
      {news && (
        <Notice
          kind={news.lost > 0 ? 'partial' : 'done'}
          action={elsewhere ? { label: t('restored_details'), run: () => go('store') } : undefined}
          onDismiss={() => tell(news.at)}
        >
          {t('restored_notice', formatMoment(news.at), restoredWords(news))}
        </Notice>
      )}
      {store.held && elsewhere && (
        <Notice kind="partial" action={{ label: t('held_decide'), run: () => go('store') }}>
          {heldWords(store.held)}
        </Notice>
      )}
      {due && now - remindedAt > REMIND_AGAIN && (
        <Notice
          kind="stale"
          action={elsewhere ? { label: t('backup_save'), run: () => go('store') } : undefined}
          onDismiss={() => remind(now)}
        >
          {store.lastBackup === null ? t('backup_due_never') : t('backup_due', formatAgo(store.lastBackup, now))}
        </Notice>
      )}
    </>
  );
}

/** A reminder that was taken away comes back after a week. */
const REMIND_AGAIN = 7 * 86_400_000;
