import { BackupBox } from '../../components/BackupBox';
import { EmptyState } from '../../components/EmptyState';
import { EraseChoices } from '../../components/EraseChoices';
import { Integrity } from '../../components/Integrity';
import { Notice } from '../../components/Notice';
import { PicturesKept } from '../../components/PicturesKept';
import { RestoreBox } from '../../components/RestoreBox';
import { RetentionChoice } from '../../components/RetentionChoice';
import { StoreFacts } from '../../components/StoreFacts';
import { formatDay, t } from '../../lib/i18n';
import { listPictures } from '../../lib/store/pictures';
import { erase } from './erasing';
import { stopWork, working } from './long-work';
import { networksRead } from './networks';
import { bringIn, leaveRestoring, lookInto, restoring } from './restore-flow';
import { href } from './route';
import { check, rebuild, saveBackup } from './store-care';
import { useLive } from './useLive';
import { useRetention } from './useRetention';
import { askToPersist, useStoreHealth } from './useStoreHealth';
import type { Workspace } from './workspace-data';

/** Where the captures lie, whether they are whole, how to carry them off, how long they stay and how they go. */
export function StoreView({ accounts, studies }: Pick<Workspace, 'accounts' | 'studies'>) {
  const { answer: health, failed } = useStoreHealth(accounts);
  const { from, ...retention } = useRetention('captures');
  const pictures = useLive('pictures', listPictures);
  const now = Date.now();
  const long = working.value;
  const workOf = (...kinds: string[]) => (long && kinds.includes(long.kind) ? long.work : null);
  const empty = health?.captures === 0;
  return (
    <>
      {failed !== null && <Notice kind="failed">{t('store_health_failed', failed)}</Notice>}
      {health === null && failed === null && <p class="muted">{t('working')}</p>}
      {empty && (
        <EmptyState title={t('empty_store')} why={t('empty_store_why')} steps={[t('step_open', networksRead()), t('step_click')]} />
      )}
      {health && !empty && <StoreFacts state={health} now={now} onPersist={askToPersist} />}
      <div class="boxes">
        <BackupBox
          captures={health?.captures ?? 0}
          lastBackup={health?.lastBackup ?? null}
          now={now}
          work={workOf('backup')}
          busy={long !== null}
          onSave={saveBackup}
          onCancel={stopWork}
        />
        <RestoreBox
          at={restoring.value}
          work={workOf('inspect', 'import')}
          busy={long !== null}
          onFile={lookInto}
          onConfirm={bringIn}
          onCancel={leaveRestoring}
        />
      </div>
      {health && !empty && (
        <Integrity
          check={health.lastCheck}
          restored={health.restored}
          now={now}
          work={workOf('check', 'rebuild')}
          busy={long !== null}
          onCheck={check}
          onRebuild={rebuild}
          onCancel={stopWork}
        />
      )}
      <RetentionChoice
        words={{
          ...{ title: t('retention'), why: t('retention_words'), keep: t('retention_keep') },
          from: from === null ? null : t('retention_from', formatDay(from)),
        }}
        {...retention}
      />
      <PicturesKept pictures={pictures.value} href={href('evidence')} />
      {(accounts.length > 0 || studies.length > 0) && <EraseChoices accounts={accounts} studies={studies} onErase={erase} />}
    </>
  );
}
