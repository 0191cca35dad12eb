import { formatBytes, plural, t } from '../../lib/i18n';
import { makeBackup, noteBackup } from '../../lib/store/backup';
import { checkStore } from '../../lib/store/check';
import { rebuild as rebuildStore } from '../../lib/store/rebuild';
import type { Progress } from '../../lib/store/restore';
import { download } from './download';
import { longWork, type Outcome, type WorkKind } from './long-work';
import { attempt, say } from './toast';
import { lookAgain } from './useStoreHealth';

/** Writes everything into one file and hands it to the downloads. */
export function saveBackup(): void {
  const now = Date.now();
  care(
    'backup',
    t('backup_saving'),
    (progress) => makeBackup(now, progress),
    t('backup_stopped'),
    async (file) => {
      const name = `jauge-backup-${new Date(now).toISOString().slice(0, 10)}.ndjson.gz`;
      download(name, file);
      await noteBackup(now);
      say(t('backup_saved', name, formatBytes(file.size)));
    },
  );
}

/** Reads every record and makes good what is lost; the result stands in the view. */
export function check(): void {
  care('check', t('checking'), checkStore, t('work_stopped'), async () => undefined);
}

/** Makes the database anew from the journal. */
export function rebuild(): void {
  care('rebuild', t('rebuilding'), rebuildStore, t('work_stopped'), async ({ captures }) => say(plural('rebuilt', captures)));
}

function care<T>(
  kind: WorkKind,
  label: string,
  job: (progress: Progress) => Promise<T>,
  stopped: string,
  then: (made: T) => Promise<void>,
): void {
  const finish = (outcome: Outcome<T>) => (outcome === 'stopped' ? say(stopped) : then(outcome.made));
  attempt(longWork(kind, label, job).then(finish).finally(lookAgain));
}
