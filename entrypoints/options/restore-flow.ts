import { signal } from '@preact/signals';
import type { RestoreStep } from '../../components/RestoreBox';
import { t } from '../../lib/i18n';
import { BackupError } from '../../lib/store/backup-file';
import { type BackupSummary, importBackup, inspectBackup } from '../../lib/store/import-backup';
import { longWork, stopWork, working } from './long-work';

/** Where the way from a file to its captures stands; it goes on while another view is looked at. */
export const restoring = signal<RestoreStep>({ step: 'choose' });

let chosen: { file: File; summary: BackupSummary } | null = null;

/** Reads a file to its end and shows what it would bring. */
export async function lookInto(file: File): Promise<void> {
  restoring.value = { step: 'reading' };
  try {
    const outcome = await longWork('inspect', t('restore_reading', file.name), (progress) => inspectBackup(file, progress));
    chosen = outcome === 'stopped' ? null : { file, summary: outcome.made };
    restoring.value = chosen ? { step: 'summary', file: file.name, summary: chosen.summary } : { step: 'stopped' };
  } catch (error) {
    restoring.value = refused(file, error);
  }
}

/** Takes the file in that was looked at. */
export async function bringIn(): Promise<void> {
  if (!chosen) return;
  const { file, summary } = chosen;
  chosen = null;
  let writing = false;
  restoring.value = { step: 'bringing' };
  try {
    const outcome = await longWork('import', t('restore_bringing'), ({ signal, onProgress }) =>
      importBackup(file, {
        ...(signal ? { signal } : {}),
        onProgress: (done, of) => {
          writing = true;
          onProgress?.(done, of);
        },
      }),
    );
    restoring.value = outcome === 'stopped' ? { step: 'stopped' } : { step: 'done', captures: summary.captures - summary.known };
  } catch (error) {
    // From the first written capture on the file counts as taken in, and the next start ends what failed here.
    restoring.value = writing ? { step: 'failed', why: t('restore_unfinished', wordsOf(error)) } : refused(file, error);
  }
}

/** Stops what is under way, or puts the file aside. */
export function leaveRestoring(): void {
  chosen = null;
  if (working.value) stopWork();
  else restoring.value = { step: 'choose' };
}

function refused(file: File, error: unknown): RestoreStep {
  if (error instanceof BackupError) return { step: 'refused', file: file.name, fault: error.fault, line: error.line };
  console.warn('A backup could not be read:', error);
  return { step: 'failed', why: t('not_done', wordsOf(error)) };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
