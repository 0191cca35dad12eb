import { useMemo } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { FormatGridTable } from '../../components/FormatGridTable';
import { BrandSelect, Select } from '../../components/Selects';
import { FEWEST_IN_CELL, formatGrid, GRID_MEASURES } from '../../lib/benchmark/format-grid';
import { formatsCsv } from '../../lib/exports/landscape-csv';
import { t } from '../../lib/i18n';
import { saveCsv } from './exports';
import { networkNames } from './networks';
import { adjust, go, route } from './route';
import { Toolbar } from './Toolbar';
import { periodStart, type StudyData } from './workspace-data';

/** Which formats are used on which network, and which do well there. */
export function FormatsView({ data }: { data: StudyData }) {
  const { params } = route.value;
  const { study, rollups, accounts, curves, now } = data;
  const brand = study.brands.find(({ id }) => id === params.get('brand')) ?? null;
  const by = GRID_MEASURES.find((measure) => measure === params.get('by')) ?? 'x';
  const grid = useMemo(
    () => formatGrid(brand ? [brand] : study.brands, rollups, accounts, periodStart(data), by, curves),
    [brand, data, by],
  );
  return (
    <>
      <Toolbar
        file="formats"
        onDownload={(flavour) =>
          saveCsv('formats', study, now, flavour, (named, written) => formatsCsv(grid, by, brand?.name ?? null, named, written))
        }
      >
        <BrandSelect
          label={t('brand')}
          brands={study.brands}
          all={t('whole_study')}
          value={brand?.id ?? ''}
          onChange={(id) => adjust({ brand: id })}
        />
        <Select
          label={t('grid_by')}
          options={GRID_MEASURES}
          value={by}
          name={(measure) => t(`grid_by_${measure}`)}
          onChange={(measure) => adjust({ by: measure })}
        />
      </Toolbar>
      {grid.networks.length === 0 ? (
        <EmptyState title={t('empty_formats')} why={t('empty_formats_why')} steps={[]} />
      ) : (
        <>
          <FormatGridTable
            grid={grid}
            by={by}
            networkName={(id) => networkNames[id] ?? id}
            onEvidence={({ format, network }) => go('posts', { behind: 'formats', network, format, ...(brand ? { brand: brand.id } : {}) })}
          />
          <ul class="limits">
            <li>{t('grid_limits', FEWEST_IN_CELL)}</li>
            {brand === null && by === 'erFollowers' && <li>{t('grid_pooled')}</li>}
            <li>{t('grid_tint')}</li>
          </ul>
        </>
      )}
    </>
  );
}
