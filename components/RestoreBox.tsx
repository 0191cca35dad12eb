import { useEffect, useRef, useState } from 'preact/hooks';
import { formatCount, formatDays, t } from '../lib/i18n';
import type { BackupFault } from '../lib/store/backup-file';
import type { BackupSummary } from '../lib/store/import-backup';
import { type Work, WorkProgress } from './WorkProgress';

/** Where the way from a file to its captures stands. */
export type RestoreStep =
  | { step: 'choose' }
  | { step: 'reading' | 'bringing' | 'stopped' }
  | { step: 'refused'; file: string; fault: BackupFault; line: number }
  | { step: 'summary'; file: string; summary: BackupSummary }
  | { step: 'failed'; why: string }
  | { step: 'done'; captures: number };

interface Props {
  at: RestoreStep;
  work: Work | null;
  /** Another long work is under way. */
  busy: boolean;
  onFile: (file: File) => void;
  onConfirm: () => void;
  onCancel: () => void;
}

/** A backup taken in: chosen or dropped, looked at, and only then brought in. */
export function RestoreBox({ at, work, busy, onFile, onConfirm, onCancel }: Props) {
  const [over, setOver] = useState(false);
  const heading = useFocusOnStep(at.step);
  const takes = at.step !== 'reading' && at.step !== 'bringing' && at.step !== 'summary';
  const open = takes && !busy;
  // Once the first capture is written the file is taken in, and stopping would stop nothing.
  const canStop = at.step === 'reading' || work?.done === 0;
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file && open) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's way; the keyboard's is the file input inside.
    <section
      class={over && open ? 'box drop-over' : 'box'}
      // Also where nothing can be dropped: the browser would leave this page to show the file.
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {t('restore')}
      </h2>
      <p>{t('restore_words')}</p>
      <div role="status">
        {at.step === 'refused' && (
          <p class="refused">
            <strong>{t('restore_refused', at.file)}</strong> {refusalWords(at.fault, at.line)} {t('restore_unchanged')}
          </p>
        )}
        {at.step === 'stopped' && <p>{t('restore_stopped')}</p>}
        {at.step === 'failed' && <p class="refused">{at.why}</p>}
        {at.step === 'done' && <p>{t(at.captures > 0 ? 'restore_done' : 'restore_done_none', formatCount(at.captures))}</p>}
      </div>
      {work && <WorkProgress work={work} onCancel={canStop ? onCancel : undefined} />}
      {at.step === 'summary' && <Summary file={at.file} summary={at.summary} onConfirm={onConfirm} onCancel={onCancel} />}
      {takes && (
        <div class="drop">
          <label class={busy ? 'button waiting' : 'button'}>
            {t('restore_choose')}
            <input
              type="file"
              class="sr-only"
              accept=".gz,application/gzip"
              disabled={busy}
              onChange={(event) => {
                take(event.currentTarget.files);
                // The same file may be chosen once more.
                event.currentTarget.value = '';
              }}
            />
          </label>
          <span class="muted">{t('restore_drop')}</span>
        </div>
      )}
    </section>
  );
}

/** Why a file was not taken in, and what to do. */
export function refusalWords(fault: BackupFault, line: number): string {
  return t(`refused_${fault.replaceAll('-', '_')}` as 'refused_damaged', formatCount(line));
}

function Summary({ file, summary, onConfirm, onCancel }: Pick<Props, 'onConfirm' | 'onCancel'> & { file: string; summary: BackupSummary }) {
  const { captures, known, posts, accounts, studies, runs, from, to } = summary;
  const fresh = captures - known;
  const facts = [
    [t('restore_fresh'), formatCount(fresh)],
    [t('restore_known'), formatCount(known)],
    [t('restore_posts'), formatCount(posts)],
    [t('store_accounts'), formatCount(accounts)],
    [t('restore_studies'), formatCount(studies)],
    [t('audit_runs'), formatCount(runs)],
    [t('restore_span'), from === null || to === null ? '—' : formatDays(from, to)],
  ] as const;
  return (
    <div class="summary">
      <h3>{t('restore_holds', file)}</h3>
      <dl class="facts">{facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}</dl>
      <p>{t(fresh > 0 || studies > 0 || runs > 0 ? 'restore_confirm_words' : 'restore_nothing_new')}</p>
      <div class="tools">
        <button type="button" class="primary" onClick={onConfirm}>
          {t('restore_confirm')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}

/** What a step took away had the focus: it goes to the heading, from where the new step is next. */
function useFocusOnStep(step: RestoreStep['step']) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [step]);
  return heading;
}
