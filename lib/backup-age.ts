const DAY = 86_400_000;
/** After this many days a backup is old enough to be reminded of, where captures came in since. */
export const BACKUP_DAYS = 30;

/** What a reminder depends on; times in epoch ms, null where there is none. */
export interface BackupAge {
  lastBackup: number | null;
  /** The first and the latest capture that would be lost. */
  firstCapture: number | null;
  lastCapture: number | null;
}

/**
 * Whether it is time to be reminded of a backup: the last one is older than thirty days and captures are newer than it. Before the first backup
 * the age of the first capture counts, so that nobody is asked on the first day.
 */
export function backupIsDue({ lastBackup, firstCapture, lastCapture }: BackupAge, now: number): boolean {
  if (firstCapture === null || lastCapture === null) return false;
  return now - (lastBackup ?? firstCapture) > BACKUP_DAYS * DAY && (lastBackup === null || lastCapture > lastBackup);
}
