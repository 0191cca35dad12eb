import { useEffect } from 'preact/hooks';
import { formatCount, t } from '../lib/i18n';

/** Something long that is being done. */
export interface Work {
  /** What is being done, in words. */
  label: string;
  done: number;
  /** How much there is; 0 while that is not known. */
  of: number;
}

/** How far something long has come, and the way to stop it. What it was started from is given the focus back. */
export function WorkProgress({ work: { label, done, of }, onCancel }: { work: Work; onCancel?: (() => void) | undefined }) {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      // The focus falls to the page when what had it goes.
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // Read aloud ten times at most: a screen reader that is told every record says nothing else.
  const tenths = of > 0 ? Math.floor((done / of) * 10) * 10 : null;
  return (
    <div class="work">
      <span class="work-words">
        {label}
        {of > 0 && <span class="muted"> {t('work_of', formatCount(done), formatCount(of))}</span>}
        {of === 0 && done > 0 && <span class="muted"> {formatCount(done)}</span>}
      </span>
      <progress aria-label={label} {...(of > 0 ? { value: done, max: of } : {})} />
      {onCancel && (
        <button type="button" onClick={onCancel}>
          {t('stop_work')}
        </button>
      )}
      <span class="sr-only" role="status">
        {tenths === null ? label : t('work_share', label, tenths)}
      </span>
    </div>
  );
}
