import { useMemo } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { KPI_ORDER } from '../../components/kpis';
import { Unplaced } from '../../components/PositionTable';
import { Select } from '../../components/Selects';
import { benchmark, studyOn } from '../../lib/benchmark/benchmark';
import { positionsOf } from '../../lib/benchmark/positions';
import type { KpiId } from '../../lib/benchmark/result';
import { mapCsv } from '../../lib/exports/landscape-csv';
import { t } from '../../lib/i18n';
import { download, fileName } from './download';
import { saveCsv } from './exports';
import { LazyMap } from './LazyCharts';
import { useRemembered } from './remembered';
import { go, route } from './route';
import { Toolbar } from './Toolbar';
import { attempt } from './toast';
import { networksOf, type StudyData } from './workspace-data';

interface Axes {
  x: KpiId;
  y: KpiId;
}

const FIRST_AXES: Axes = { x: 'followers', y: 'erFollowers' };
const isKpi = (value: unknown) => KPI_ORDER.some((kpi) => kpi === value);
const isAxes = (value: unknown): boolean => isKpi((value as Axes | null)?.x) && isKpi((value as Axes | null)?.y);

/** Where the brands stand in two figures of the user's choice. */
export function MapView({ data }: { data: StudyData }) {
  const { study, rollups, accounts, curves, now } = data;
  const onNetwork = networksOf(data);
  const network = onNetwork.find((id) => id === route.value.params.get('network')) ?? null;
  const [axes, setAxes] = useRemembered<Axes>('landscape-axes', FIRST_AXES, isAxes);
  const measured = useMemo(() => (network ? studyOn(study, network) : study), [study, network]);
  const result = useMemo(() => benchmark(measured, rollups, accounts, now, curves), [measured, rollups, accounts, now, curves]);
  const positions = useMemo(() => {
    const rows = result.rows.filter((row) => network === null || row.accounts.length > 0);
    return positionsOf(result, rows, axes.x, axes.y);
  }, [result, network, axes]);
  const axis = (side: keyof Axes) => (
    <Select<KpiId>
      label={t(`axis_${side}`)}
      options={KPI_ORDER}
      value={axes[side]}
      name={(kpi) => t(`kpi_${kpi}`)}
      onChange={(kpi) => setAxes({ ...axes, [side]: kpi })}
    />
  );
  return (
    <>
      <Toolbar
        networks={onNetwork}
        network={network}
        file="map"
        onDownload={(flavour) => saveCsv('map', measured, now, flavour, (named, written) => mapCsv(positions, named, written))}
      >
        {axis('x')}
        {axis('y')}
      </Toolbar>
      {network === null && onNetwork.length > 1 && <p class="muted hint">{t('mixed_networks')}</p>}
      {positions.placed.length === 0 ? (
        <EmptyState title={t('empty_map')} why={t('empty_map_why')} steps={[]} />
      ) : (
        <LazyMap
          benchmark={result}
          positions={positions}
          onEvidence={(row, kpi) => go('posts', { brand: row.brandId, kpi, ...(network ? { on: network } : {}) })}
          onPicture={(picture, extension) => attempt(picture.then((file) => download(fileName('map', study, now, extension), file)))}
        />
      )}
      <Unplaced positions={positions} />
    </>
  );
}
