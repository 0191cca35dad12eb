import { BackupBox } from '../../components/BackupBox';
import { EmptyState } from '../../components/EmptyState';
import { EraseChoices } from '../../components/EraseChoices';
import { Integrity } from '../../components/Integrity';
import { Notice } from '../../components/Notice';
import { PicturesKept } from '../../components/PicturesKept';
import { RestoreBox } from '../../components/RestoreBox';
import { StoreFacts } from '../../components/StoreFacts';
import { t } from '../../lib/i18n';
import { listPictures } from '../../lib/store/pictures';
import { erase } from './erasing';
import { stopWork, working } from './long-work';
import { networksRead } from './networks';
import { Retention } from './Retention';
import { bringIn, leaveRestoring, lookInto, restoring } from './restore-flow';
import { href } from './route';
import { check, rebuild, saveBackup } from './store-care';
import { useLive } from './useLive';
import { askToPersist, useCopies, useStoreHealth } from './useStoreHealth';
import type { Workspace } from './workspace-data';

/** Where the captures lie, whether they are whole, how to carry them off, how long they stay and how they go. */
export function StoreView({ accounts, studies }: Pick<Workspace, 'accounts' | 'studies'>) {
  const { answer: health, failed } = useStoreHealth(accounts);
  const copies = useCopies(failed !== null && health === null);
  const pictures = useLive('pictures', listPictures);
  const now = Date.now();
  const long = working.value;
  const workOf = (...kinds: string[]) => (long && kinds.includes(long.kind) ? long.work : null);
  const empty = health?.captures === 0;
  return (
    <>
      {failed !== null && <Notice kind="failed">{t('store_health_failed', failed)}</Notice>}
      {health === null && copies !== null && copies > 0 && <Notice kind="partial">{t('backup_from_copies')}</Notice>}
      {health === null && failed === null && <p class="muted">{t('working')}</p>}
      {empty && (
        <EmptyState title={t('empty_store')} why={t('empty_store_why')} steps={[t('step_open', networksRead()), t('step_click')]} />
      )}
      {health && !empty && <StoreFacts state={health} now={now} onPersist={askToPersist} />}
      <div class="boxes">
        <BackupBox
          captures={health?.captures ?? copies ?? 0}
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
      <Retention accounts={accounts} studies={studies} />
      <PicturesKept pictures={pictures.value} href={href('evidence')} />
      {(accounts.length > 0 || studies.length > 0) && <EraseChoices accounts={accounts} studies={studies} onErase={erase} />}
    </>
  );
}
