import type { Percentiles } from '../lib/benchmark/percentile';
import type { Reason } from '../lib/benchmark/result';
import type { XFactor } from '../lib/benchmark/x-factor';
import { formatPercentile, formatRate, formatRateRange, plural, t } from '../lib/i18n';
import { reasonKey } from './FigureCell';
import { IntervalBar } from './IntervalBar';
import { percentileWords } from './PercentileCell';

interface Props {
  x: XFactor | Reason;
  /** Right end of the column's interval bars. */
  max: number;
  /** Where it stands among others, where no column of its own says so. */
  places?: Percentiles;
}

/** One viral post would press the bars of all others flat: what is beyond runs to the edge, its figures beside it. */
const FARTHEST = 4;

/** Right end of the interval bars of a list of posts: 2 at least, so that what was expected stands inside, and 4 at most. */
export function xFactorMax(factors: readonly (XFactor | Reason)[]): number {
  const highest = factors.reduce<number>((max, x) => (typeof x === 'string' ? max : Math.max(max, x.high)), 2);
  return Math.min(highest, FARTHEST);
}

/** A post against what was expected of it: how many times, in which interval, and where that puts it among others. */
export function XFactorCell({ x, max, places }: Props) {
  if (typeof x === 'string') {
    return (
      <>
        <NoFactor reason={x} />
        {places && <Places places={places} />}
      </>
    );
  }
  const expected = t(x.by === 'views' ? 'x_expected_views' : 'x_expected_interactions', formatRate(x.expected));
  const words = `${expected} ${plural('x_rests_on', x.n)}`;
  return (
    <div class="figure" title={words}>
      <div class="figure-top">
        <span class="figure-value">{t('x_times', formatRate(x.value))}</span>
      </div>
      <IntervalBar value={x.value} low={x.low} high={x.high} max={max} reference={1} />
      <div class="figure-notes">
        <span class="figure-interval">{formatRateRange(x.low, x.high)}</span>
        {places && <Places places={places} />}
        {x.suspected && <div title={t('x_suspected_words')}>{t('x_suspected')}</div>}
      </div>
      <span class="sr-only"> ({words})</span>
    </div>
  );
}

/** In its account, and in the study where that holds more than the account. */
function Places({ places: { account, study } }: { places: Percentiles }) {
  const alone = typeof study === 'string' || (typeof account !== 'string' && account.n === study.n);
  return (
    <div class="figure-notes">
      {typeof account !== 'string' && <div title={percentileWords(account)}>{t('percentile_short', formatPercentile(account.value))}</div>}
      {!alone && <div title={percentileWords(study)}>{t('percentile_short_study', formatPercentile(study.value))}</div>}
    </div>
  );
}

function NoFactor({ reason }: { reason: Reason }) {
  const why = t(reasonKey(reason));
  // Waiting helps; the other reasons stand beside the counts that are missing.
  if (reason === 'too-young') {
    return (
      <span class="figure-notes" title={t('reason_too_young_do')}>
        {why}
      </span>
    );
  }
  return (
    <span class="reading reading-absent" title={why}>
      {t('reading_absent')}
      <span class="sr-only"> ({why})</span>
    </span>
  );
}
