import type { Figure, KpiId, Reason } from '../lib/benchmark/result';
import { t } from '../lib/i18n';
import { IntervalBar } from './IntervalBar';
import { kpiText, versus } from './kpis';

interface Props {
  kpi: KpiId;
  figure: Figure;
  /** Whose figure it is, for screen readers. */
  name: string;
  /** Right end of the column's interval bars. */
  max?: number;
  /** The peers' figure that it is set against. */
  peers?: Figure | null;
  onEvidence?: (() => void) | undefined;
}

/** What a missing figure is shown as, before the reason in words. Everything else is not measurable, hence hatched. */
const SIGNS: Partial<Record<Reason, () => string>> = {
  hidden: () => t('reading_hidden'),
  'not-shown': () => t('reading_absent'),
  unread: () => t('reading_unread'),
};

/** Message key of a reason. */
export const reasonKey = (reason: Reason) => `reason_${reason.replaceAll('-', '_')}` as `reason_${Underscored<Reason>}`;
type Underscored<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : T;

/** A figure, everywhere the same: value, unit, interval, how many posts, against what, and the way to its evidence. */
export function FigureCell({ kpi, figure, name, max, peers = null, onEvidence }: Props) {
  if (figure.value === null) return <Missing reason={figure.reason} />;
  const { value, low, high } = figure;
  const stance = peers ? versus(figure, peers) : null;
  const text = kpiText(kpi, value, figure.as);
  return (
    <div class="figure">
      <div class="figure-value">
        {figure.as === 'rounded' && <span class="figure-about">{t('about')}</span>}
        {text}
        <span class="sr-only"> {t(`kpi_${kpi}_unit`)}</span>
      </div>
      {low !== null && high !== null && max !== undefined && figure.as === 'estimated' && (
        <IntervalBar value={value} low={low} high={high} max={max} reference={peers?.value ?? null} />
      )}
      <div class="figure-notes">
        {low !== null && high !== null && figure.as !== 'exact' && (
          <span class="figure-interval">{t('interval', kpiText(kpi, low, 'estimated'), kpiText(kpi, high, 'estimated'))}</span>
        )}
        {figure.reason && <span class="figure-reason">{t(reasonKey(figure.reason))}</span>}
        <Basis
          n={figure.n}
          label={t('evidence_of', t(`kpi_${kpi}`), name)}
          onEvidence={figure.evidence.length > 0 ? onEvidence : undefined}
        />
      </div>
      {stance && <div class={`figure-versus versus-${stance}`}>{t(`versus_${stance}`)}</div>}
    </div>
  );
}

function Basis({ n, label, onEvidence }: { n: number; label: string; onEvidence?: (() => void) | undefined }) {
  if (!onEvidence) return n > 1 ? <span class="figure-n">{t('n', n)}</span> : null;
  return (
    <button type="button" class="figure-n link" aria-label={`${t('n', n)}. ${label}`} title={label} onClick={onEvidence}>
      {t('n', n)}
    </button>
  );
}

function Missing({ reason }: { reason: Reason | null }) {
  const sign = reason ? SIGNS[reason]?.() : undefined;
  const why = t(reason ? reasonKey(reason) : 'reason_unknown');
  const todo = reason ? t(`${reasonKey(reason)}_do`) : '';
  return (
    <div class={`figure missing${sign ? '' : ' hatched'}`} title={todo}>
      {sign && (
        <div class="figure-value" aria-hidden="true">
          {sign}
        </div>
      )}
      <div class="figure-notes">{why}</div>
      <span class="sr-only">{todo}</span>
    </div>
  );
}
