import { type FieldHealth, type NetworkHealth, shareOf } from '../lib/health';
import { formatCount, formatMoment, formatShare, type MessageKey, plural, t } from '../lib/i18n';
import { METRIC_NAMES } from '../lib/model/vocabulary';
import { TableScroll } from './TableScroll';

/** How well one network is read: every field with what was read of what should have been, and what can hardly be true. */
export function HealthTable({ health, postHref }: { health: NetworkHealth; postHref: (postKey: string) => string }) {
  const { network, adapter, captures, posts, fields, conflicts, doubts, lastAt, state } = health;
  const name = t(`network_${network}` as MessageKey);
  return (
    <section class="health">
      <h2>
        {name} <span class={`health-state ${state}`}>{t(`health_${state}`)}</span>
      </h2>
      <p class="muted">
        {[plural('health_captures', captures), plural('popup_posts', posts), t('health_reader', adapter), formatMoment(lastAt)].join(' · ')}
      </p>
      {state !== 'ok' && <p>{t(`health_${state}_words`, name)}</p>}
      <TableScroll label={t('health_of', name)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('health_field')}</th>
              <th scope="col" class="numeric">
                {t('health_read')}
              </th>
              <th scope="col" class="numeric">
                {t('health_due')}
              </th>
              <th scope="col" class="numeric">
                {t('health_share')}
              </th>
              <th scope="col" class="numeric">
                {t('health_hidden')}
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <FieldRow key={field.field} field={field} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {conflicts > 0 && <p>{plural('popup_conflicts', conflicts)}</p>}
      {doubts.length > 0 && (
        <details>
          <summary>{plural('popup_doubts', doubts.length)}</summary>
          <ul>
            {doubts.slice(0, MOST_DOUBTS).map((doubt) => (
              <li key={`${doubt.snapshotId} ${doubt.postKey} ${doubt.kind} ${doubt.metric}`}>
                <a href={postHref(doubt.postKey)}>{doubt.postKey}</a> {doubtWords(doubt)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const MOST_DOUBTS = 50;

function FieldRow({ field }: { field: FieldHealth }) {
  const share = shareOf(field);
  const isMetric = METRIC_NAMES.some((name) => name === field.field);
  return (
    <tr>
      <th scope="row">{t(`${isMetric ? 'metric' : 'health_field'}_${field.field}` as MessageKey)}</th>
      <td class="numeric">{formatCount(field.read)}</td>
      <td class="numeric">{formatCount(field.due)}</td>
      <td class="numeric">{share === null ? <span title={t('health_few')}>—</span> : formatShare(share)}</td>
      <td class="numeric">{field.hidden ? formatCount(field.hidden) : '—'}</td>
    </tr>
  );
}

function doubtWords({ kind, metric, before, now }: NetworkHealth['doubts'][number]): string {
  const name = metric ? t(`metric_${metric}`) : '';
  if (kind === 'future') return t('doubt_future', formatMoment(now));
  return t(kind === 'fell' ? 'doubt_fell' : 'doubt_beyond_views', name, formatCount(before ?? 0), formatCount(now));
}
