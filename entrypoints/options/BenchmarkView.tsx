import { useMemo } from 'preact/hooks';
import { type BenchmarkSort, BenchmarkTable } from '../../components/BenchmarkTable';
import { BrandChips, BrandFilters } from '../../components/BrandFilters';
import { ColumnChooser } from '../../components/ColumnChooser';
import { EmptyState } from '../../components/EmptyState';
import { ExportBar } from '../../components/ExportBar';
import { Icon } from '../../components/Icon';
import { IndustryChoice } from '../../components/IndustryChoice';
import { FIRST_COLUMNS, KPI_ORDER } from '../../components/kpis';
import { Notice } from '../../components/Notice';
import { ROLE_ORDER } from '../../components/RoleMark';
import { NetworkSelect } from '../../components/Selects';
import { Verdicts } from '../../components/Verdicts';
import { benchmark, studyOn } from '../../lib/benchmark/benchmark';
import { type BrandFilter, normIndustryOf, passes } from '../../lib/benchmark/brands';
import { distributionOf } from '../../lib/benchmark/distribution';
import { POST_KPIS, type PostKpi } from '../../lib/benchmark/post-measures';
import type { KpiId } from '../../lib/benchmark/result';
import { compareToStudy } from '../../lib/benchmark/standing';
import { formatDays, formatList, t } from '../../lib/i18n';
import type { Study } from '../../lib/model/study';
import { download, fileName } from './download';
import { exportBenchmark, exportPeers, exportPosts, useFlavour } from './exports';
import { LazyCharts } from './LazyCharts';
import { networkNames } from './networks';
import { useRemembered } from './remembered';
import { adjust, go, route } from './route';
import { Setup } from './Setup';
import { attempt } from './toast';
import { useNorms } from './useNorms';
import { networksOf, type StudyData } from './workspace-data';

/** After this long a capture no longer says how a brand does now. */
const STALE_MS = 14 * 86_400_000;

interface Props {
  data: StudyData;
  studies: readonly Study[];
  /** Opens another study. */
  onStudy: (id: string) => void;
}

/** How the brands compare. */
export function BenchmarkView({ data, studies, onStudy }: Props) {
  const { params } = route.value;
  const { study, rollups, accounts, now, curves } = data;
  const onNetwork = networksOf(data);
  const network = onNetwork.find((id) => id === params.get('network')) ?? null;
  const filter = useMemo(() => filterOf(params, study), [params, study]);
  const [sort, setSort] = useRemembered<BenchmarkSort>('benchmark-sort', { by: 'erFollowers', down: true }, isSort);
  const [columns, setColumns] = useRemembered<KpiId[]>('benchmark-columns', FIRST_COLUMNS, isColumns);
  const [dotsOf, setDotsOf] = useRemembered<PostKpi>('benchmark-dots', 'erFollowers', isPostKpi);
  const [flavour, setFlavour] = useFlavour();
  const norms = useNorms(
    network ?? (onNetwork.length === 1 ? (onNetwork[0] ?? null) : null),
    params.get('industry') ?? normIndustryOf(study),
    now,
  );
  const measured = network ? studyOn(study, network) : study;
  const result = useMemo(() => benchmark(measured, rollups, accounts, now, curves), [study, network, rollups, accounts, now, curves]);
  const rows = useMemo(() => {
    const fitting = new Set(study.brands.filter((brand) => passes(brand, filter)).map(({ id }) => id));
    return result.rows.filter((row) => fitting.has(row.brandId) && (network === null || row.accounts.length > 0));
  }, [result, study, filter, network]);
  const distribution = useMemo(() => distributionOf(dotsOf, rows, rollups, accounts), [dotsOf, rows, rollups, accounts]);
  const evidence = (brandId: string, kpi: KpiId) => go('posts', { brand: brandId, kpi, ...(network ? { on: network } : {}) });
  const standing = (brandId: string, kpi: KpiId) => compareToStudy(brandId, result, kpi);
  const stale = result.rows.filter((row) => row.capturedAt !== null && now - row.capturedAt > STALE_MS);
  return (
    <>
      <Setup key={study.id} data={data} studies={studies} onOpen={onStudy} />
      {study.brands.length === 0 ? (
        <EmptyState title={t('empty_study')} why={t('empty_study_why')} steps={[]} />
      ) : (
        <>
          {stale.length > 0 && !study.sample && <Notice kind="stale">{t('stale', formatList(stale.map((row) => row.name)))}</Notice>}
          <Verdicts rows={result.rows} standing={standing} />
          <div class="tools">
            <BrandFilters brands={study.brands} filter={filter} onFilter={adjust} />
            <NetworkSelect
              networks={onNetwork}
              value={network}
              name={(id) => networkNames[id] ?? id}
              onChange={(id) => adjust({ network: id })}
            />
            {norms && <IndustryChoice all={norms.industries} chosen={norms.industry} onChange={(industry) => adjust({ industry })} />}
            <ColumnChooser all={KPI_ORDER} shown={columns} name={(kpi) => t(`kpi_${kpi}`)} onChange={setColumns} />
            <button type="button" class="quiet" onClick={() => exportPeers(data)}>
              <Icon name="download" /> {t('norm_export')}
            </button>
            <span class="muted grow">{result.from !== null && formatDays(result.from, result.to)}</span>
            <ExportBar
              files={['benchmark', 'posts']}
              flavour={flavour}
              onFlavour={setFlavour}
              onDownload={(file) =>
                file === 'benchmark' ? exportBenchmark(result, measured, flavour, norms?.all ?? []) : exportPosts(data, flavour)
              }
            />
          </div>
          <BrandChips brands={study.brands} filter={filter} shown={rows.length} onFilter={adjust} />
          {network === null && onNetwork.length > 1 && <p class="muted hint">{t('mixed_networks')}</p>}
          {rows.length === 0 ? (
            <p>{t('no_brand_fits')}</p>
          ) : (
            <>
              <BenchmarkTable
                benchmark={result}
                rows={rows}
                columns={KPI_ORDER.filter((kpi) => columns.includes(kpi))}
                standing={standing}
                norms={norms}
                sort={sort}
                onSort={setSort}
                onEvidence={(row, kpi) => evidence(row.brandId, kpi)}
              />
              <LazyCharts
                benchmark={result}
                rows={rows}
                kpi={dotsOf}
                distribution={distribution}
                onKpi={setDotsOf}
                onPost={openPost}
                onBrand={(brandId) => evidence(brandId, dotsOf)}
                onPicture={(kind, picture, extension) =>
                  attempt(picture.then((file) => download(fileName(kind, study, now, extension), file)))
                }
              />
            </>
          )}
        </>
      )}
    </>
  );
}

/** The filters that the address names, as far as the study has such brands. */
function filterOf(params: URLSearchParams, { brands }: Study): BrandFilter {
  const country = params.get('country');
  return {
    role: ROLE_ORDER.find((name) => name === params.get('role')) ?? null,
    audience: (['b2b', 'b2c'] as const).find((name) => name === params.get('audience')) ?? null,
    country: brands.some((brand) => brand.country === country) ? country : null,
  };
}

const isSort = (value: unknown): boolean => {
  const by = (value as BenchmarkSort | null)?.by;
  return by === 'name' || KPI_ORDER.some((kpi) => kpi === by);
};
const isPostKpi = (value: unknown): boolean => POST_KPIS.some((kpi) => kpi === value);
/** One for all drawings of the chart. */
const openPost = (post: string) => go('posts', { post });
const isColumns = (value: unknown): boolean => Array.isArray(value) && KPI_ORDER.some((kpi) => value.includes(kpi));
