import { formatPercent, formatPercentRange, t } from '../lib/i18n';

/** One figure of a chart, in words. */
export interface RateLine {
  brand: string;
  /** What tells the lines of a brand apart: its role, or a week. */
  second: string;
  value: number;
  low: number | null;
  high: number | null;
  n: number;
}

/** A chart of engagement rates as a table: for who cannot see it, and for who wants the figures. */
export function RateTable({ second, lines }: { second: string; lines: RateLine[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('brand')}</th>
          <th scope="col">{second}</th>
          {(['kpi_erFollowers', 'interval_name', 'n_name'] as const).map((key) => (
            <th key={key} scope="col" class="numeric">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ brand, second: detail, value, low, high, n }) => (
          <tr key={`${brand} ${detail}`}>
            <th scope="row">{brand}</th>
            <td>{detail}</td>
            <td class="numeric">{formatPercent(value)}</td>
            <td class="numeric">{low === null || high === null ? t('reason_too_few_posts') : formatPercentRange(low, high)}</td>
            <td class="numeric">{n}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
