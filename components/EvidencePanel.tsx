import type { ComponentChildren } from 'preact';
import { formatCount, formatMoment, plural, t } from '../lib/i18n';
import type { Observation } from '../lib/model/records';
import type { MetricName } from '../lib/model/vocabulary';
import { Dialog } from './Dialog';
import { Icon } from './Icon';
import { PublishedText } from './PostsTable';
import { METRIC_ORDER, type PostRow } from './post-rows';
import { ReadingText, readingText, readingWords } from './ReadingText';
import { TableScroll } from './TableScroll';

interface Props {
  row: PostRow;
  networkName: string;
  /** Newest first; null while they are being fetched. */
  observations: Observation[] | null;
  failed: boolean;
  onCopy: (text: string) => void;
  onClose: () => void;
  /** What can be said of the post. */
  children?: ComponentChildren;
}

/** Everything that is known of a post and how: each capture with its raw texts, bounds, kind and source. */
export function EvidencePanel({ row, networkName, observations, failed, onCopy, onClose, children }: Props) {
  const { state } = row;
  return (
    <Dialog title={t('evidence_post', row.brand, networkName)} onClose={onClose}>
      {row.text && <blockquote class="post-quote">{row.text}</blockquote>}
      <dl class="facts">
        <dt>{t('published')}</dt>
        <dd>
          <PublishedText moment={state.published} />
          {state.published && <span class="muted"> · {t(`moment_${state.published.from}`)}</span>}
        </dd>
        <dt>{t('format')}</dt>
        <dd>{t(`format_${state.format ?? 'unknown'}`)}</dd>
        <dt>{t('followers_then')}</dt>
        <dd>
          <ReadingText reading={state.followers} />
        </dd>
        <dt>{t('post_key')}</dt>
        <dd>
          <code>{state.postKey}</code>{' '}
          <button type="button" class="icon-button" onClick={() => onCopy(state.postKey)}>
            <Icon name="copy" label={t('copy', state.postKey)} />
          </button>
        </dd>
      </dl>
      {children}
      {row.url && (
        <p>
          <a href={row.url} target="_blank" rel="noopener noreferrer">
            {t('open_post', networkName)} <Icon name="external" />
          </a>
        </p>
      )}
      {failed && <p role="alert">{t('evidence_failed')}</p>}
      {observations === null && !failed && <p class="muted">{t('working')}</p>}
      {observations && (
        <div class="evidence-tools">
          <span class="muted">{plural('seen_times', observations.length)}</span>
          <button type="button" class="quiet" onClick={() => onCopy(tableText(observations))}>
            <Icon name="copy" /> {t('copy_table')}
          </button>
        </div>
      )}
      {observations?.map((observation) => (
        <ObservationTable key={observation.snapshotId} observation={observation} onCopy={onCopy} />
      ))}
    </Dialog>
  );
}

const metricsOf = ({ metrics }: Observation): MetricName[] => METRIC_ORDER.filter((metric) => metrics[metric] !== undefined);

function ObservationTable({ observation, onCopy }: { observation: Observation; onCopy: (text: string) => void }) {
  return (
    <section class="observation">
      <h3>
        {formatMoment(observation.takenAt)}
        <a class="muted" href={observation.pageUrl} target="_blank" rel="noopener noreferrer">
          {t('captured_page')} <Icon name="external" />
        </a>
        <span class="muted">{t('reader_version', observation.adapter)}</span>
      </h3>
      <TableScroll label={formatMoment(observation.takenAt)}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('metric')}</th>
              <th scope="col" class="numeric">
                {t('value')}
              </th>
              <th scope="col" class="numeric">
                {t('bounds')}
              </th>
              <th scope="col">{t('reading_kind')}</th>
              <th scope="col">{t('source')}</th>
              <th scope="col">{t('raw')}</th>
              <th scope="col">
                <span class="sr-only">{t('copy_cell')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {metricsOf(observation).map((metric) => {
              const reading = observation.metrics[metric];
              if (!reading) return null;
              return (
                <tr key={metric}>
                  <th scope="row">{t(`metric_${metric}`)}</th>
                  <td class="numeric">{readingText(reading)}</td>
                  <td class="numeric">
                    {reading.low === null || reading.high === null || reading.as === 'exact'
                      ? ''
                      : t('interval', formatCount(reading.low), formatCount(reading.high))}
                  </td>
                  <td title={readingWords(reading)}>{t(`as_${reading.as}`)}</td>
                  <td>{t(`from_${reading.from}`)}</td>
                  <td>{reading.raw === undefined ? '' : <q>{reading.raw}</q>}</td>
                  <td>
                    <button type="button" class="icon-button" onClick={() => onCopy(String(reading.value ?? readingText(reading)))}>
                      <Icon name="copy" label={t('copy', t(`metric_${metric}`))} />
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** The observations as tab-separated text: pastes into a spreadsheet, and into a report of a misreading. */
export function tableText(observations: Observation[]): string {
  const head = ['captured_at', 'page', 'reader', 'metric', 'value', 'low', 'high', 'as', 'from', 'raw'];
  const lines = observations.flatMap((observation) =>
    metricsOf(observation).map((metric) => {
      const reading = observation.metrics[metric];
      const { value = null, low = null, high = null, as = '', from = '', raw = '' } = reading ?? {};
      return [
        new Date(observation.takenAt).toISOString(),
        observation.pageUrl,
        observation.adapter,
        metric,
        value,
        low,
        high,
        as,
        from,
        raw,
      ];
    }),
  );
  return [head, ...lines].map((line) => line.map((cell) => String(cell ?? '').replace(/\s+/gu, ' ')).join('\t')).join('\n');
}
