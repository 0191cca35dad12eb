import type { Week } from '../lib/benchmark/calendar';
import { formatCount, formatDayShort, formatDays, plural, t } from '../lib/i18n';

interface Props {
  weeks: Week[];
  onEvidence: (week: Week) => void;
}

/** Posts week by week. What was not observed is hatched: it is not a week without posts. */
export function WeekStrip({ weeks, onEvidence }: Props) {
  const most = Math.max(1, ...weeks.map(({ low, high }) => high ?? low));
  return (
    <ol class="weeks" aria-label={t('calendar_weeks')}>
      {weeks.map((week) => (
        <li
          key={week.start}
          class={`week tinted week-${week.observed}`}
          style={{ '--tint': String(Math.round((100 * week.low) / most) / 100) }}
        >
          <span class="week-day" aria-hidden="true">
            {formatDayShort(week.start)}
          </span>
          <WeekCount week={week} onEvidence={() => onEvidence(week)} />
        </li>
      ))}
    </ol>
  );
}

function WeekCount({ week, onEvidence }: { week: Week; onEvidence: () => void }) {
  const days = formatDays(week.start, week.end - 1);
  const words = weekWords(week);
  const shown = weekText(week);
  if (!week.evidence.length) {
    return (
      <span class={week.low === 0 && week.observed !== 'whole' ? 'week-count muted' : 'week-count'} title={`${days}: ${words}`}>
        <span aria-hidden="true">{shown}</span>
        <span class="sr-only">{`${days}: ${words}`}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      class="week-count link"
      title={`${days}: ${words}`}
      aria-label={`${shown}. ${days}: ${words}`}
      onClick={onEvidence}
    >
      {shown}
    </button>
  );
}

/** What stands in a week's cell: a count, its bounds, a least count, or a sign for nothing known. */
export function weekText({ observed, low, high }: Week): string {
  if (observed !== 'whole' || high === null) return low > 0 ? t('at_least', formatCount(low)) : t('reading_absent');
  return low === high ? formatCount(low) : t('from_to', formatCount(low), formatCount(high));
}

/** The same in words. */
export function weekWords({ observed, low, high }: Week): string {
  if (observed === 'whole' && high !== null)
    return low === high ? plural('n_posts', low) : t('week_between', formatCount(low), formatCount(high));
  const state = t(observed === 'none' ? 'week_none' : 'week_part');
  return low > 0 ? t('week_least', state, plural('n_posts', low)) : state;
}
