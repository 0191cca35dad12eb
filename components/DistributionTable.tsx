import { quantileSorted } from 'simple-statistics';
import type { PostKpi } from '../lib/benchmark/post-measures';
import { t } from '../lib/i18n';
import type { DotRow } from './chart-dots';
import { kpiRange, kpiText } from './kpis';

const QUANTILES = [0, 0.25, 0.75, 1] as const;
const HEADS = ['least', 'lower_quartile', 'upper_quartile', 'most'] as const;

/** The same distribution in figures, each row leading to its posts. */
export function DistributionTable({ kpi, rows, onBrand }: { kpi: PostKpi; rows: DotRow[]; onBrand: (brandId: string) => void }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('brand')}</th>
          {(['typical_name', 'interval_name', ...HEADS, 'n_name'] as const).map((key) => (
            <th key={key} scope="col" class="numeric">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ brandId, name, value, low, high, n, values }) => {
          const sorted = [...values].sort((a, b) => a - b);
          return (
            <tr key={brandId}>
              <th scope="row">{name}</th>
              <td class="numeric">{kpiText(kpi, value, 'estimated')}</td>
              <td class="numeric">{low === null || high === null ? t('reason_too_few_posts') : kpiRange(kpi, low, high)}</td>
              {QUANTILES.map((share) => (
                <td key={share} class="numeric">
                  {kpiText(kpi, quantileSorted(sorted, share), 'estimated')}
                </td>
              ))}
              <td class="numeric">
                <button type="button" class="link" aria-label={t('evidence_of', name, t(`kpi_${kpi}`))} onClick={() => onBrand(brandId)}>
                  {n}
                </button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
