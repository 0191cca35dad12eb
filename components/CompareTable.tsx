import { COMPARED, type Comparison } from '../lib/benchmark/compare';
import { chanceAbove } from '../lib/benchmark/ranks';
import type { BrandRow, Figure, KpiId } from '../lib/benchmark/result';
import { t } from '../lib/i18n';
import { aheadWords, detailWords, differenceWords } from './compare-words';
import { FigureCell } from './FigureCell';
import { FormatMix } from './FormatMix';
import { basisOf, KPI_ORDER } from './kpis';
import { RoleMark } from './RoleMark';
import { TableScroll } from './TableScroll';

interface Props {
  a: BrandRow;
  b: BrandRow;
  comparison: Comparison;
  /** `compared`: the posts behind a figure of this comparison; otherwise those behind the brand's own figure. */
  onEvidence: (row: BrandRow, kpi: KpiId, compared: boolean) => void;
}

/** Figures that are compared as they stand: they do not come from single posts. */
const WHOLE = KPI_ORDER.filter((kpi) => kpi !== 'interactions' && !COMPARED.some((compared) => compared === kpi));

/** Two brands side by side: each figure, and what can be said of the difference. */
export function CompareTable({ a, b, comparison, onEvidence }: Props) {
  const names = { a: a.name, b: b.name };
  const cells = (kpi: KpiId, figures: [Figure, Figure], compared: boolean) => {
    const max = Math.max(...figures.map(({ high, value }) => high ?? value ?? 0));
    return [a, b].map((row, side) => {
      const figure = figures[side];
      if (!figure) return null;
      const evidence = () => onEvidence(row, kpi, compared);
      return (
        <td key={row.brandId} class="numeric">
          <FigureCell kpi={kpi} figure={figure} name={row.name} max={max} {...basisOf(kpi, figure)} onEvidence={evidence} />
        </td>
      );
    });
  };
  return (
    <TableScroll label={t('view_compare')}>
      <table class="compare">
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            {[a, b].map((row) => (
              <th key={row.brandId} scope="col">
                <RoleMark role={row.role} /> {row.name}
              </th>
            ))}
            <th scope="col">{t('compare_said')}</th>
          </tr>
        </thead>
        <tbody>
          {comparison.measures.map((measure) => (
            <tr key={measure.kpi}>
              <KpiHead kpi={measure.kpi} />
              {cells(measure.kpi, [measure.a, measure.b], true)}
              <td class={`said said-${measure.answer}`}>
                <p>{differenceWords(measure, names)}</p>
                <p class="figure-notes">{detailWords(measure, names)}</p>
              </td>
            </tr>
          ))}
          {WHOLE.map((kpi) => {
            const [first, second] = [a.kpis[kpi], b.kpis[kpi]];
            const missing = { a: first.value === null, b: second.value === null };
            return (
              <tr key={kpi}>
                <KpiHead kpi={kpi} />
                {cells(kpi, [first, second], false)}
                <td class="said">
                  <p>{aheadWords(chanceAbove(first, second), missing, names)}</p>
                </td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">
              {t('format_mix')} <span class="unit">{t('format_mix_unit')}</span>
            </th>
            {[a, b].map((row) => (
              <td key={row.brandId}>
                <FormatMix mix={row.formatMix} name={row.name} />
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </TableScroll>
  );
}

function KpiHead({ kpi }: { kpi: KpiId }) {
  return (
    <th scope="row">
      {t(`kpi_${kpi}`)} <span class="unit">{t(`kpi_${kpi}_unit`)}</span>
    </th>
  );
}
