import type { FormatGrid, GridCell, GridFormat, GridMeasure } from '../lib/benchmark/format-grid';
import { formatPercent, formatPercentRange, formatRate, formatRateRange, formatShare, plural, t } from '../lib/i18n';
import type { NetworkId } from '../lib/model/vocabulary';
import { CountLink } from './CountLink';
import { reasonKey } from './FigureCell';
import { TableScroll } from './TableScroll';
import { tintOf } from './tint';

interface Props {
  grid: FormatGrid;
  by: GridMeasure;
  networkName: (network: NetworkId) => string;
  onEvidence: (cell: GridCell) => void;
}

/** Formats by network; the cell of a format that does better has a stronger tint. */
export function FormatGridTable({ grid, by, networkName, onEvidence }: Props) {
  const tint = tintOf(grid.cells.map(({ typical }) => typical?.value ?? null));
  const label = (format: GridFormat, network: NetworkId) => t('grid_cell', t(`format_${format}`), networkName(network));
  return (
    <TableScroll label={t('landscape_formats')}>
      <table class="grid-table">
        <thead>
          <tr>
            <th scope="col">{t('format')}</th>
            {grid.networks.map(({ network, n }) => (
              <th key={network} scope="col">
                {networkName(network)} <span class="unit">{plural('n_posts', n)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.formats.map((format) => (
            <tr key={format}>
              <th scope="row">{t(`format_${format}`)}</th>
              {grid.networks.map(({ network }) => {
                const cell = grid.cells.find((each) => each.format === format && each.network === network);
                if (!cell?.n) {
                  return (
                    <td key={network} class="muted">
                      {t('n', 0)}
                    </td>
                  );
                }
                return (
                  <td key={network} class="tinted" style={{ '--tint': String(tint(cell.typical?.value ?? null)) }}>
                    <CellWords cell={cell} by={by} label={label(format, network)} onEvidence={() => onEvidence(cell)} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const valueText = (by: GridMeasure, value: number) => (by === 'x' ? t('x_times', formatRate(value)) : formatPercent(value));
const rangeText = (by: GridMeasure, low: number, high: number) => (by === 'x' ? formatRateRange : formatPercentRange)(low, high);

function CellWords({
  cell: { n, share, typical },
  by,
  label,
  onEvidence,
}: {
  cell: GridCell;
  by: GridMeasure;
  label: string;
  onEvidence: () => void;
}) {
  const count = <CountLink words={t('n', n)} label={t('grid_posts', label)} onEvidence={onEvidence} />;
  if (!typical || !share) return <div class="cell-top">{count}</div>;
  const { value, low, high, n: measured, reason } = typical;
  return (
    <>
      <div class="cell-top">
        {value === null ? (
          <span class="muted">{t(reason ? reasonKey(reason) : 'reason_unknown')}</span>
        ) : (
          <strong>{valueText(by, value)}</strong>
        )}
        {count}
      </div>
      <div class="figure-notes">
        {low !== null && high !== null && <div>{rangeText(by, low, high)}</div>}
        {value !== null && reason && <div>{t(reasonKey(reason))}</div>}
        {value !== null && measured < n && <div>{t('grid_measured', measured)}</div>}
        <div>{t('grid_share', formatShare(share.value), formatShare(share.low), formatShare(share.high))}</div>
      </div>
    </>
  );
}
