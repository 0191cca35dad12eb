import { formatDay, formatMoment, plural, t } from '../lib/i18n';
import type { Held, Retirement } from '../lib/store/retention';

interface Props {
  held: Held;
  /** What is older than it is kept, as it is set now. */
  going: Retirement;
  onErase: () => void;
  onKeep: () => void;
}

/** Captures that are older than they are kept and were not erased unasked: why, how many, and the ways out. */
export function RetentionHeld({ held, going, onErase, onKeep }: Props) {
  return (
    <div class="held">
      <p>{heldWords(held)}</p>
      {going.captures.length > 0 && (
        <>
          <p>{goingWords('held_older', going)}</p>
          <div class="tools">
            <button type="button" class="danger" onClick={onErase}>
              {t(`held_erase_${held.why}`)}
            </button>
            <button type="button" onClick={onKeep}>
              {t('held_keep')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

/** Why nothing goes by itself. */
export const heldWords = ({ why, now, seen }: Held): string =>
  why === 'clock' ? t('held_clock', formatMoment(now), formatMoment(seen ?? now)) : t(`held_${why}`);

/** How many captures, since when, and of how many accounts. */
export const goingWords = (key: 'held_older' | 'retention_ask', { captures, oldest, accounts }: Retirement): string =>
  plural(key, captures.length, oldest === null ? '—' : formatDay(oldest), plural('retention_accounts', accounts));
