import type { Positions } from '../lib/benchmark/positions';
import type { BrandRow, Figure, KpiId } from '../lib/benchmark/result';
import { plural, t } from '../lib/i18n';
import { FigureCell, reasonKey } from './FigureCell';
import { basisOf } from './kpis';
import { RoleMark } from './RoleMark';

interface Props {
  positions: Positions;
  onEvidence: (row: BrandRow, kpi: KpiId) => void;
}

/** The map's figures, each leading to its posts; last the peers' medians. */
export function PositionTable({ positions: { x, y, placed, peers }, onEvidence }: Props) {
  const kpis = [x, y];
  const maximum = (side: 'x' | 'y') => Math.max(...placed.map((each) => each[side].high ?? each[side].value ?? 0));
  const cell = (kpi: KpiId, side: 'x' | 'y', figure: Figure, name: string, evidence?: () => void) => (
    <td key={side} class="numeric">
      <FigureCell kpi={kpi} figure={figure} name={name} max={maximum(side)} {...basisOf(kpi, figure)} onEvidence={evidence} />
    </td>
  );
  return (
    <table class="positions">
      <thead>
        <tr>
          <th scope="col">{t('brand')}</th>
          {kpis.map((kpi, index) => (
            <th key={index === 0 ? 'x' : 'y'} scope="col" class="numeric">
              {t(`kpi_${kpi}`)} <span class="unit">{t(`kpi_${kpi}_unit`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {placed.map(({ row, ...figures }) => (
          <tr key={row.brandId}>
            <th scope="row">
              <RoleMark role={row.role} /> {row.name}
            </th>
            {cell(x, 'x', figures.x, row.name, () => onEvidence(row, x))}
            {cell(y, 'y', figures.y, row.name, () => onEvidence(row, y))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            {t('peers')} <span class="unit">{t('peers_words')}</span>
          </th>
          <PeerCell kpi={x} figure={peers.x} />
          <PeerCell kpi={y} figure={peers.y} />
        </tr>
      </tfoot>
    </table>
  );
}

const PeerCell = ({ kpi, figure }: { kpi: KpiId; figure: Figure }) => (
  <td class="numeric">
    {figure.value === null ? (
      <span class="muted">{t('no_peers')}</span>
    ) : (
      <FigureCell kpi={kpi} figure={{ ...figure, reason: null }} name={t('peers')} basis={plural('peers_n', figure.n)} />
    )}
  </td>
);

/** Brands that have no place on the map, with what is missing and what to do. */
export function Unplaced({ positions: { unplaced } }: { positions: Positions }) {
  if (!unplaced.length) return null;
  return (
    <section class="unplaced">
      <h2>{t('map_unplaced')}</h2>
      <ul>
        {unplaced.map(({ row, missing }) => (
          <li key={row.brandId}>
            <RoleMark role={row.role} /> <strong>{row.name}</strong>
            {missing.map(({ kpi, reason }) => (
              <span key={kpi} class="unplaced-why">
                {t('map_missing', t(`kpi_${kpi}`), t(reason ? reasonKey(reason) : 'reason_unknown'))}{' '}
                {reason && <span class="muted">{t(`${reasonKey(reason)}_do`)}</span>}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
