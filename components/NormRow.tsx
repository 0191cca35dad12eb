import { type Norm, outsideNorm } from '../lib/benchmark/norms';
import type { BrandRow, KpiId } from '../lib/benchmark/result';
import { formatList, t } from '../lib/i18n';
import type { Industry } from '../lib/model/norm';
import { kpiText } from './kpis';

interface Props {
  industry: Industry;
  columns: KpiId[];
  rows: BrandRow[];
  /** The norm of a figure, if one fits. */
  norm: (kpi: KpiId) => Norm | null;
}

/** Reference figures under the columns that they can be held against, each with its passport; nothing under the others. */
export function NormRow({ industry, columns, rows, norm }: Props) {
  return (
    <tr class="norms">
      <th scope="row">
        <span class="brand-name">{t('norm')}</span>
        <span class="brand-notes">{t(`industry_${industry}`)}</span>
      </th>
      {columns.map((kpi) => (
        <td key={kpi} class="numeric">
          <NormCell norm={norm(kpi)} rows={rows} />
        </td>
      ))}
      <td />
    </tr>
  );
}

function NormCell({ norm, rows }: { norm: Norm | null; rows: BrandRow[] }) {
  if (!norm) return <span class="muted">{t('norm_none')}</span>;
  const { kpi, value, source, stale } = norm;
  const outside = outsideNorm(norm, rows).map(({ name }) => name);
  return (
    <div class="figure">
      <span class="figure-value">
        {kpiText(kpi, value, 'estimated')}
        <span class="sr-only"> {t(`kpi_${kpi}_unit`)}</span>
      </span>
      <div class="figure-notes">
        <div>{t('norm_passport', source.publisher, String(source.year), measuredIn(source))}</div>
        {stale && <div class="figure-reason">{t('norm_stale')}</div>}
        {outside.length > 0 && <div class="figure-reason">{t('norm_outside', formatList(outside))}</div>}
      </div>
    </div>
  );
}

/** The year or years that a source measured. */
export function measuredIn({ from, to }: Norm['source']): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}
