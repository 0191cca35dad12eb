import type { Weekday } from '../lib/benchmark/calendar';
import { formatShare, formatWeekday, t } from '../lib/i18n';
import { TableScroll } from './TableScroll';

interface Props {
  weekdays: Weekday[];
  onEvidence: (weekday: number, hour: number) => void;
}

/** Posts by weekday and hour. */
export function HourTable({ weekdays, onEvidence }: Props) {
  const most = Math.max(1, ...weekdays.flatMap(({ hours }) => hours.map(({ n }) => n)));
  return (
    <TableScroll label={t('calendar_hours')}>
      <table class="hours">
        <thead>
          <tr>
            <th scope="col">{t('weekday')}</th>
            <th scope="col" class="numeric">
              {t('weekday_share')}
            </th>
            {weekdays[0]?.hours.map((_, hour) => (
              <th key={hour} scope="col" class="numeric">
                {hour}
                <span class="sr-only">{t('hour_unit')}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map(({ weekday, n, share, hours }) => (
            <tr key={weekday}>
              <th scope="row">{formatWeekday(weekday)}</th>
              <td class="numeric nowrap">
                <strong>{n}</strong>{' '}
                {share && (
                  <span class="figure-notes">
                    {t('share_between', formatShare(share.value), formatShare(share.low), formatShare(share.high))}
                  </span>
                )}
              </td>
              {hours.map((cell, hour) => (
                <td key={hour} class="tinted numeric hour" style={{ '--tint': String(Math.round((100 * cell.n) / most) / 100) }}>
                  {cell.n > 0 ? (
                    <button
                      type="button"
                      class="count link"
                      aria-label={t('hour_posts', cell.n, formatWeekday(weekday), hour, hour + 1)}
                      onClick={() => onEvidence(weekday, hour)}
                    >
                      {cell.n}
                    </button>
                  ) : (
                    <span class="muted">{cell.n}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
