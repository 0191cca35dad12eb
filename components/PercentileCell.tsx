import type { Percentile } from '../lib/benchmark/percentile';
import type { Reason } from '../lib/benchmark/result';
import { formatPercentile, plural, t } from '../lib/i18n';
import { reasonKey } from './FigureCell';

/** Where a post stands among others, of how many, and by what where it is not × expected; or why that is not known. */
export function PercentileCell({ place }: { place: Percentile | Reason }) {
  if (typeof place === 'string') {
    const why = t(reasonKey(place));
    return (
      <span class="reading reading-absent" title={why}>
        {t('reading_absent')}
        <span class="sr-only"> ({why})</span>
      </span>
    );
  }
  return (
    <div class="figure" title={percentileWords(place)}>
      <div class="figure-top">
        <span class="figure-n">{t('n', place.n)}</span>
        <span class="figure-value">{formatPercentile(place.value)}</span>
      </div>
      {place.of === 'interactions' && <div class="figure-notes">{t('percentile_by_interactions')}</div>}
    </div>
  );
}

/** The same in words. @example "percentile 83, of 22 posts, by × expected" */
export function percentileWords({ value, n, of }: Percentile): string {
  const by = t(of === 'interactions' ? 'percentile_by_interactions' : 'percentile_by_x_factor');
  return `${t('percentile_short', formatPercentile(value))}, ${plural('percentile_among', n)}, ${by}`;
}
