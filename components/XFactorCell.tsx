import type { Reason } from '../lib/benchmark/result';
import type { XFactor } from '../lib/benchmark/x-factor';
import { formatRate, formatRateRange, formatShare, plural, t } from '../lib/i18n';
import { reasonKey } from './FigureCell';
import { IntervalBar } from './IntervalBar';

interface Props {
  x: XFactor | Reason;
  /** Right end of the column's interval bars. */
  max: number;
}

/** One viral post would press the bars of all others flat: what is beyond runs to the edge, its figures beside it. */
const FARTHEST = 4;

/** Right end of the interval bars of a list of posts: 2 at least, so that what was expected stands inside, and 4 at most. */
export function xFactorMax(factors: readonly (XFactor | Reason)[]): number {
  const highest = factors.reduce<number>((max, x) => (typeof x === 'string' ? max : Math.max(max, x.high)), 2);
  return Math.min(highest, FARTHEST);
}

/** A post against what was expected of it: how many times, in which interval, and how many of the account's posts it beats. */
export function XFactorCell({ x, max }: Props) {
  if (typeof x === 'string') return <NoFactor reason={x} />;
  const expected = t(x.by === 'views' ? 'x_expected_views' : 'x_expected_interactions', formatRate(x.expected));
  const words = `${expected} ${plural('x_rests_on', x.n)}`;
  return (
    <div class="figure" title={words}>
      <div class="figure-top">
        <span class="figure-n">{t('x_beats', formatShare(x.percentile))}</span>
        <span class="figure-value">{t('x_times', formatRate(x.value))}</span>
      </div>
      <IntervalBar value={x.value} low={x.low} high={x.high} max={max} reference={1} />
      <div class="figure-notes">
        <span class="figure-interval">{formatRateRange(x.low, x.high)}</span>
        {x.suspected && <div title={t('x_suspected_words')}>{t('x_suspected')}</div>}
      </div>
      <span class="sr-only"> ({words})</span>
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
