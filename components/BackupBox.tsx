import { formatAgo, plural, t } from '../lib/i18n';
import { Icon } from './Icon';
import { type Work, WorkProgress } from './WorkProgress';

interface Props {
  captures: number;
  /** Epoch ms; null before the first. */
  lastBackup: number | null;
  now: number;
  work: Work | null;
  busy: boolean;
  onSave: () => void;
  onCancel: () => void;
}

/** Everything as one file in the user's hands. */
export function BackupBox({ captures, lastBackup, now, work, busy, onSave, onCancel }: Props) {
  return (
    <section class="box">
      <h2>{t('backup')}</h2>
      <p>{t('backup_words')}</p>
      <p class="muted">{lastBackup === null ? t('backup_never') : t('backup_ago', formatAgo(lastBackup, now))}</p>
      {captures === 0 ? (
        <p class="muted">{t('backup_nothing')}</p>
      ) : (
        <div class="tools">
          <button type="button" class="primary" aria-disabled={busy} onClick={() => (busy ? undefined : onSave())}>
            <Icon name="download" /> {t('backup_save')}
          </button>
          <span class="muted">{plural('captures', captures)}</span>
        </div>
      )}
      {work && <WorkProgress work={work} onCancel={onCancel} />}
    </section>
  );
}
