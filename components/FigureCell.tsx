import type { Figure, KpiId, Reason } from '../lib/benchmark/result';
import type { Standing } from '../lib/benchmark/standing';
import { formatList, t } from '../lib/i18n';
import type { Stroke } from './brackets';
import { IntervalBar } from './IntervalBar';
import { kpiRange, kpiText } from './kpis';

interface Props {
  kpi: KpiId;
  figure: Figure;
  /** Whose figure it is, for screen readers. */
  name: string;
  /** Right end of the column's interval bars. */
  max?: number;
  /** The peers that it is set against, and what can be said of the difference. */
  standing?: Standing | null | undefined;
  /** Brands that it cannot be told apart from, and the strokes of the brackets that say so, in the column that the table is sorted by. */
  tied?: { names: string[]; strokes: Stroke[] } | null;
  /** What the figure stands on, where it is not posts. */
  basis?: string;
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
/** Message key of a comparison. */
const differenceKey = (difference: NonNullable<Standing['difference']>) =>
  `versus_${difference.replaceAll('-', '_')}` as `versus_${Underscored<NonNullable<Standing['difference']>>}`;
type Underscored<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : T;

/** A figure, everywhere the same: value, unit, interval, how many posts, against what, and the way to its evidence. */
export function FigureCell({ kpi, figure, name, max, standing = null, tied = null, basis, onEvidence }: Props) {
  if (figure.value === null) return <Missing reason={figure.reason} />;
  const { value, low, high } = figure;
  return (
    <div class="figure">
      <div class="figure-top">
        <Basis
          words={basis ?? t('n', figure.n)}
          label={t('evidence_of', t(`kpi_${kpi}`), name)}
          onEvidence={figure.evidence.length > 0 ? onEvidence : undefined}
        />
        <span class="figure-value">
          {figure.as === 'rounded' && <span class="figure-about">{t('about')}</span>}
          {kpiText(kpi, value, figure.as)}
          <span class="sr-only"> {t(`kpi_${kpi}_unit`)}</span>
        </span>
      </div>
      {/* The bar begins at zero, so what can be negative has none. */}
      {low !== null && low >= 0 && high !== null && max !== undefined && figure.as === 'estimated' && (
        <IntervalBar value={value} low={low} high={high} max={max} reference={standing?.peers.value ?? null} />
      )}
      <div class="figure-notes">
        {low !== null && high !== null && figure.as !== 'exact' && <span class="figure-interval">{kpiRange(kpi, low, high)}</span>}
        {figure.reason && <span class="figure-reason">{t(reasonKey(figure.reason))}</span>}
      </div>
      {standing?.difference && <div class={`figure-versus versus-${standing.difference}`}>{t(differenceKey(standing.difference))}</div>}
      {tied && tied.names.length > 0 && <Tied {...tied} />}
    </div>
  );
}

function Tied({ names, strokes }: { names: string[]; strokes: Stroke[] }) {
  return (
    <>
      {strokes.map(({ part, lane }) => (
        <span key={lane} class={`bracket bracket-${part}`} style={{ right: `${2 + 5 * lane}px` }} aria-hidden="true" />
      ))}
      <div class="figure-tied" title={t('tied_with', formatList(names))}>
        <span aria-hidden="true">{t('tied')}</span>
        <span class="sr-only">{t('tied_with', formatList(names))}</span>
      </div>
    </>
  );
}

function Basis({ words, label, onEvidence }: { words: string; label: string; onEvidence?: (() => void) | undefined }) {
  if (!onEvidence) return <span class="figure-n">{words}</span>;
  return (
    <button type="button" class="figure-n link" aria-label={`${words}. ${label}`} title={label} onClick={onEvidence}>
      {words}
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
