import type { Reason } from '../lib/benchmark/result';
import { formatDay, formatDayShort, formatPercent, formatRate, formatRateRange, type MessageKey, plural, t } from '../lib/i18n';
import type { AccountStanding } from '../lib/messages';

/** Typical engagement rate of one account with its interval, against the other brands of its study. It keeps its height while it waits. */
export function StandingGauge({ standing }: { standing: AccountStanding | null }) {
  if (!standing) return <section class="gauge gauge-waiting">{t('popup_gauge_waiting')}</section>;
  const { own, peers, brands, difference, studyName, newest } = standing;
  if (own.value === null) {
    return (
      <section class="gauge">
        <h2>{t('popup_gauge_title')}</h2>
        <p class="gauge-missing">{t(`reason_${(own.reason ?? 'no-posts').replaceAll('-', '_') as Reason}` as MessageKey)}</p>
      </section>
    );
  }
  return (
    <section class="gauge">
      <h2>{t('popup_gauge_title')}</h2>
      <p class="gauge-value">
        <strong>{formatPercent(own.value)}</strong>
        <span class="quiet">
          {own.low !== null && own.high !== null && `${t('popup_gauge_interval', formatPercent(own.low), formatPercent(own.high))}, `}
          {plural('popup_gauge_n', own.n)}
        </span>
      </p>
      <Scale standing={standing} />
      {brands > 0 && peers.value !== null ? (
        <p>
          {plural('popup_gauge_peers', brands, formatPercent(peers.value), studyName ?? '')}
          {difference && <strong class={`gauge-${difference}`}> — {t(`popup_${difference.replace('-', '_')}` as MessageKey)}</strong>}
        </p>
      ) : (
        // In no study yet, it is first asked which part the brand plays.
        studyName !== null && <p class="quiet">{t('popup_gauge_no_peers')}</p>
      )}
      {newest && <Newest newest={newest} />}
    </section>
  );
}

/** Months of another year are not this year's. */
const OLD_MS = 300 * 86_400_000;

/** In one line, without a gauge of its own: the newest post against what was expected of it. */
function Newest({ newest: { published, times, low, high } }: { newest: NonNullable<AccountStanding['newest']> }) {
  const day = Date.now() - published > OLD_MS ? formatDay(published) : formatDayShort(published);
  return (
    <p class="gauge-newest" title={t('popup_newest_words')}>
      {t('popup_newest', day, formatRate(times), formatRateRange(low, high))}
    </p>
  );
}

/** Both on one linear scale from zero: the account's interval as a bar with its typical value, the others' as a mark. */
function Scale({ standing: { own, peers } }: { standing: AccountStanding }) {
  const value = own.value ?? 0;
  const low = own.low ?? value;
  const high = own.high ?? value;
  const top = Math.max(high, peers.high ?? peers.value ?? 0) * 1.05 || 1;
  const at = (x: number) => `${(100 * x) / top}%`;
  const label = t(
    'popup_gauge_label',
    formatPercent(value),
    formatPercent(low),
    formatPercent(high),
    peers.value === null ? '—' : formatPercent(peers.value),
  );
  return (
    <svg class="gauge-scale" role="img" aria-label={label} width="100%" height="24">
      <line class="gauge-axis" x1="0" x2="100%" y1="12" y2="12" />
      <rect class="gauge-interval" x={at(low)} width={at(Math.max(high - low, top / 200))} y="8" height="8" rx="4" />
      <circle class="gauge-own" cx={at(value)} cy="12" r="6" />
      {peers.value !== null && <line class="gauge-peers" x1={at(peers.value)} x2={at(peers.value)} y1="2" y2="22" />}
    </svg>
  );
}
