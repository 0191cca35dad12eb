import { useMemo } from 'preact/hooks';
import { CompareTable } from '../../components/CompareTable';
import { ContentTable } from '../../components/ContentTable';
import { groundWords, verdictWords } from '../../components/compare-words';
import { EmptyState } from '../../components/EmptyState';
import { BrandSelect } from '../../components/Selects';
import { benchmark, studyOn } from '../../lib/benchmark/benchmark';
import { compareBrands } from '../../lib/benchmark/compare';
import { contentOf } from '../../lib/benchmark/content';
import { usedPosts } from '../../lib/benchmark/selection';
import { t } from '../../lib/i18n';
import type { PostRecord } from '../../lib/model/records';
import type { Brand } from '../../lib/model/study';
import { postRecords } from '../../lib/store/queries';
import { exportCompare } from './exports';
import { adjust, go, route } from './route';
import { Toolbar } from './Toolbar';
import { timeZone } from './time-zone';
import { useLive } from './useLive';
import { accountsIn, networksOf, periodStart, type StudyData } from './workspace-data';

/** Two brands side by side, on the ground that both stand on. */
export function CompareView({ data }: { data: StudyData }) {
  const { params } = route.value;
  const { study, rollups, accounts, now, curves } = data;
  const onNetwork = networksOf(data);
  const network = onNetwork.find((id) => id === params.get('network')) ?? null;
  const measured = useMemo(() => (network ? studyOn(study, network) : study), [study, network]);
  const [a, b] = chosen(measured.brands, params);
  const result = useMemo(() => benchmark(measured, rollups, accounts, now, curves), [measured, rollups, accounts, now, curves]);
  const comparison = useMemo(
    () => (a && b ? compareBrands(a, b, rollups, accounts, periodStart(data), curves) : null),
    [a, b, rollups, accounts, data],
  );
  const records = useLive(`records ${study.id} ${now}`, () => postRecords(accountsIn(study)));
  const contents = useMemo(() => (a && b && records.value ? contentsOf([a, b], data, records.value) : null), [a, b, data, records.value]);
  const [first, second] = [a, b].map((brand) => result.rows.find((row) => row.brandId === brand?.id));
  if (!a || !b || !first || !second || !comparison) {
    return <EmptyState title={t('empty_compare')} why={t('empty_compare_why')} steps={[t('empty_compare_step')]} />;
  }
  const names = { a: a.name, b: b.name };
  const [main] = comparison.measures;
  return (
    <>
      <Toolbar
        networks={onNetwork}
        network={network}
        file="compare"
        onDownload={(flavour) => contents && exportCompare({ comparison, ...contents }, measured, flavour, now)}
      >
        <BrandSelect label={t('compare_first')} brands={study.brands} value={a.id} onChange={(id) => adjust({ a: id, b: b.id })} />
        <BrandSelect label={t('compare_second')} brands={study.brands} value={b.id} onChange={(id) => adjust({ a: a.id, b: id })} />
      </Toolbar>
      {comparison.ground.networks.length === 0 ? (
        <p class="verdict">{t('ground_none')}</p>
      ) : (
        main && <p class="verdict">{verdictWords(main, names)}</p>
      )}
      <ul class="ground muted">
        {groundWords(comparison.ground, names).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <CompareTable
        a={first}
        b={second}
        comparison={comparison}
        onEvidence={({ brandId }, kpi, compared) => {
          const versus = brandId === a.id ? b.id : a.id;
          go('posts', { brand: brandId, kpi, ...(compared ? { versus } : {}), ...(network ? { on: network } : {}) });
        }}
      />
      <h2>{t('content')}</h2>
      <p class="muted hint">{t('content_words')}</p>
      {contents ? (
        <ContentTable
          sides={[
            { row: first, content: contents.a.content },
            { row: second, content: contents.b.content },
          ]}
          onTag={({ brandId }, tag) => go('posts', { brand: brandId, text: `#${tag}`, ...(network ? { network } : {}) })}
        />
      ) : (
        <p class="muted">{t('working')}</p>
      )}
    </>
  );
}

/** Hashtags and times of both brands. */
function contentsOf([a, b]: [Brand, Brand], data: StudyData, records: PostRecord[]) {
  const hashtags = new Map(records.flatMap(({ postKey, hashtags: tags }) => (tags ? [[postKey, tags] as const] : [])));
  const accounts = new Map(data.accounts.map((account) => [account.accountKey, account]));
  const of = (brand: Brand) => {
    const posts = usedPosts(brand, data.rollups, periodStart(data), data.curves);
    return { brand, content: contentOf(posts, accounts, hashtags, timeZone()) };
  };
  return { a: of(a), b: of(b) };
}

/** The two brands that the address names; without names the user's own and the first competitor. */
function chosen(brands: Brand[], params: URLSearchParams): [Brand | undefined, Brand | undefined] {
  const named = (name: string) => brands.find(({ id }) => id === params.get(name));
  const a = named('a') ?? brands.find(({ role }) => role === 'own') ?? brands[0];
  const others = brands.filter((brand) => brand !== a);
  const b = others.find((brand) => brand === named('b')) ?? others.find(({ role }) => role === 'direct') ?? others[0];
  return [a, b];
}
