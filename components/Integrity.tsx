import { formatAgo, formatMoment, plural, t } from '../lib/i18n';
import type { Check } from '../lib/store/check';
import type { Restored } from '../lib/store/restore';
import { type Work, WorkProgress } from './WorkProgress';

interface Props {
  /** The last check; null before the first. */
  check: Check | null;
  /** Every time that the store was made again, newest first. */
  restored: readonly Restored[];
  now: number;
  work: Work | null;
  /** Another long work is under way. */
  busy: boolean;
  onCheck: () => void;
  onRebuild: () => void;
  onCancel: () => void;
}

/** Whether everything that was captured is there and whole, and what was made good before. */
export function Integrity({ check, restored, now, work, busy, onCheck, onRebuild, onCancel }: Props) {
  // Not `disabled`: a button that loses the focus when it is clicked loses the person as well.
  const unless = (run: () => void) => () => (busy ? undefined : run());
  return (
    <section class="store-part">
      <h2>{t('integrity')}</h2>
      <p role="status">
        {check ? (
          <>
            <strong>{t(foundSomething(check) ? 'check_repaired' : 'check_whole')}</strong> {checkWords(check)}{' '}
            <span class="muted nowrap">{t('checked_ago', formatAgo(check.at, now))}</span>
          </>
        ) : (
          t('check_never')
        )}
      </p>
      <div class="tools">
        <button type="button" aria-disabled={busy} onClick={unless(onCheck)}>
          {t('check_now')}
        </button>
        <button type="button" aria-disabled={busy} onClick={unless(onRebuild)}>
          {t('rebuild')}
        </button>
      </div>
      {work && <WorkProgress work={work} onCancel={onCancel} />}
      <p class="muted">{t('integrity_words')}</p>
      <h3>{t('restorations')}</h3>
      {restored.length === 0 ? (
        <p class="muted">{t('restorations_none')}</p>
      ) : (
        <ul class="restorations">
          {restored.map((one) => (
            <li key={one.at}>
              <span class="nowrap">{formatMoment(one.at)}</span> {restoredWords(one)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const foundSomething = ({ missing, orphans, journaled, restored }: Check) => missing + orphans + journaled > 0 || restored !== null;

/** What a check found, in a sentence or two. */
export function checkWords(check: Check): string {
  // A check of nothing, before the first capture, has nothing to count.
  if (!foundSomething(check)) return check.captures > 0 ? plural('check_whole_words', check.captures) : '';
  const found = [
    check.missing > 0 ? plural('check_missing', check.missing) : '',
    check.orphans > 0 ? plural('check_orphans', check.orphans) : '',
    check.journaled > 0 ? plural('check_journaled', check.journaled) : '',
  ].filter(Boolean);
  if (check.restored) found.push(restoredWords(check.restored));
  return found.join(' ');
}

/** Why the store was made again, and with what result. */
export function restoredWords({ why, captures, regained, lost }: Restored): string {
  const words = [t(`restored_${why}`), plural('restored_captures', captures)];
  if (regained > 0) words.push(plural('restored_regained', regained));
  words.push(lost > 0 ? plural('restored_lost', lost) : t('restored_none_lost'));
  return words.join(' ');
}
