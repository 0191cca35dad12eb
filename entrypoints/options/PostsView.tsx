import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ColumnChooser } from '../../components/ColumnChooser';
import { Dialog } from '../../components/Dialog';
import { EmptyState } from '../../components/EmptyState';
import { EvidencePanel } from '../../components/EvidencePanel';
import { ExportBar } from '../../components/ExportBar';
import { Icon } from '../../components/Icon';
import { KeysHelp } from '../../components/KeysHelp';
import { KPI_ORDER } from '../../components/kpis';
import { Pager } from '../../components/Pager';
import { PostAnswers } from '../../components/PostAnswers';
import { PostFilters } from '../../components/PostFilters';
import { PostsTable } from '../../components/PostsTable';
import { filterPosts, metricsIn, PLACES, type PostColumn, type PostRow, pageOf, sortPosts } from '../../components/post-rows';
import { TagEditor } from '../../components/TagEditor';
import { benchmark, studyOn } from '../../lib/benchmark/benchmark';
import { compareBrands } from '../../lib/benchmark/compare';
import { percentiles } from '../../lib/benchmark/percentile';
import { xFactors } from '../../lib/benchmark/x-factor';
import { t } from '../../lib/i18n';
import type { PostRecord } from '../../lib/model/records';
import type { NetworkId } from '../../lib/model/vocabulary';
import { answerIn } from '../../lib/store/post-answers';
import { observationsOf, postRecords } from '../../lib/store/queries';
import { answerAction, usePostAnswers } from './answers';
import { copy } from './copy';
import { exportPosts, useFlavour } from './exports';
import { type Behind, figureNamed, landscapeEvidence } from './landscape-evidence';
import { networkNames } from './networks';
import { filterChange, filterOf, sortOf } from './post-route';
import { useRemembered } from './remembered';
import { adjust, route } from './route';
import { tagActions, useTags } from './tags';
import { useFinding } from './useFinding';
import { useLive } from './useLive';
import { accountsIn, periodStart, rowsOf, type StudyData, statesOf } from './workspace-data';

/** Every post of the study with its readings and its evidence. */
export function PostsView({ data }: { data: StudyData }) {
  const { params } = route.value;
  const states = useMemo(() => statesOf(data), [data]);
  const records = useLive(`records ${data.study.id} ${data.now}`, () => postRecords(accountsIn(data.study)));
  const byKey = useMemo(() => new Map((records.value ?? []).map((record) => [record.postKey, record])), [records.value]);
  const xFactor = useMemo(() => xFactors(data.rollups, data.curves), [data]);
  const { tagsOf, words } = useTags(accountsIn(data.study));
  const placesOf = useMemo(() => percentiles(data.rollups, xFactor, data.curves), [data, xFactor]);
  const rows = useMemo(() => rowsOf(data, states, byKey, xFactor, placesOf, tagsOf), [data, states, byKey, xFactor, placesOf, tagsOf]);
  const figure = useEvidence(data, params, byKey);
  const behind = useFinding(data, params) ?? figure;
  const filter = filterOf(params, behind?.keys ?? null);
  const sort = sortOf(params);
  const list = useMemo(() => sortPosts(filterPosts(rows, filter), sort), [rows, params, behind]);
  const page = pageOf(list, Number(params.get('page') ?? 1));
  const [current, setCurrent] = useState(-1);
  const [open, setOpen] = useState<PostRow | null>(null);
  const [tagging, setTagging] = useState<PostRow | null>(null);
  // A chart leads to one of its posts by address.
  const shownPost = open ? asNow(open, rows) : (rows.find(({ state }) => state.postKey === params.get('post')) ?? null);
  const tagged = tagging && asNow(tagging, rows);
  const [help, setHelp] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const [flavour, setFlavour] = useFlavour();
  const metrics = useMemo(() => metricsIn(rows), [rows]);
  const columns = useMemo((): PostColumn[] => [...PLACES, ...metrics], [metrics]);
  const [hidden, setHidden] = useRemembered<PostColumn[]>('posts-hidden', [], Array.isArray);
  const isShown = (column: PostColumn) => !hidden.includes(column);
  useKeys(shownPost !== null || tagged !== null || help, {
    j: () => setCurrent(Math.min(current + 1, page.rows.length - 1)),
    k: () => setCurrent(Math.max(current - 1, 0)),
    t: () => setTagging(page.rows[Math.max(current, 0)] ?? null),
    '/': () => search.current?.focus(),
    '?': () => setHelp(true),
  });
  if (rows.length === 0) return <EmptyState title={t('empty_posts')} why={t('empty_posts_why')} steps={[]} />;
  const move = (change: Record<string, string | null>) => {
    setCurrent(-1);
    adjust(change);
  };
  return (
    <>
      <PostFilters
        rows={rows}
        shown={list.length}
        filter={filter}
        keysLabel={behind?.label ?? null}
        networks={networkNames}
        searchRef={search}
        onFilter={(change) => move(filterChange(change))}
      />
      <div class="tools">
        <ExportBar files={['posts']} flavour={flavour} onFlavour={setFlavour} onDownload={() => exportPosts(data, flavour)} />
        <ColumnChooser
          all={columns}
          shown={columns.filter(isShown)}
          name={columnName}
          onChange={(on) => setHidden(columns.filter((column) => !on.includes(column)))}
        />
        <span class="grow" />
        <button type="button" class="quiet" onClick={() => setHelp(true)}>
          <Icon name="keys" /> {t('keys')}
        </button>
      </div>
      <PostsTable
        rows={page.rows}
        metrics={metrics.filter(isShown)}
        places={PLACES.filter(isShown)}
        sort={sort}
        onSort={({ by, down }) => move({ sort: by, down: down ? '1' : '0', page: null })}
        current={current}
        onCurrent={setCurrent}
        onOpen={setOpen}
      />
      <Pager
        page={page.page}
        pages={page.pages}
        first={page.first}
        shown={page.rows.length}
        total={list.length}
        onPage={(next) => move({ page: String(next) })}
      />
      {shownPost && (
        <Evidence
          key={shownPost.state.postKey}
          row={shownPost}
          words={words}
          onClose={() => {
            setOpen(null);
            adjust({ post: null });
          }}
        />
      )}
      {tagged && (
        <Dialog title={t('tags_of', tagged.brand)} onClose={() => setTagging(null)}>
          {tagged.text && <blockquote class="post-quote">{tagged.text}</blockquote>}
          <Said row={tagged} words={words} />
        </Dialog>
      )}
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </>
  );
}

const columnName = (column: PostColumn) =>
  t(column === 'percentile_account' || column === 'percentile_study' ? column : `metric_${column}`);

/** A row as it is since its tags, or the store's data, have changed. */
const asNow = (row: PostRow, rows: readonly PostRow[]): PostRow =>
  rows.find(
    ({ state, brandId }) => state.postKey === row.state.postKey && state.accountKey === row.state.accountKey && brandId === row.brandId,
  ) ?? row;

function Evidence({ row, words, onClose }: { row: PostRow; words: readonly string[]; onClose: () => void }) {
  const { postKey, accountKey } = row.state;
  const observations = useLive(`observations ${postKey} ${accountKey}`, () => observationsOf(postKey, accountKey));
  return (
    <EvidencePanel
      row={row}
      networkName={networkNames[row.state.network] ?? row.state.network}
      observations={observations.value}
      failed={observations.failed !== null}
      onCopy={copy}
      onClose={onClose}
    >
      <Said row={row} words={words} />
    </EvidencePanel>
  );
}

/** What the analyst says of a post. */
function Said({ row, words }: { row: PostRow; words: readonly string[] }) {
  const answerOf = answerIn(usePostAnswers([row.state.accountKey]));
  return (
    <>
      <TagEditor tags={row.tags} words={words} {...tagActions(row.state)} />
      <PostAnswers answer={answerOf(row.state)} own={row.role === 'own'} onAnswer={answerAction(row.state)} />
    </>
  );
}

/** The posts behind a figure of the Benchmark, of a brand compared with another one, or of the landscape, when the address names one. */
function useEvidence(data: StudyData, params: URLSearchParams, records: ReadonlyMap<string, PostRecord>): Behind | null {
  const kpi = KPI_ORDER.find((id) => id === params.get('kpi'));
  const brand = params.get('brand');
  const network = params.get('on') as NetworkId | null;
  const versus = params.get('versus');
  return useMemo(() => {
    if (!kpi) return landscapeEvidence(data, params, records);
    const study = network ? studyOn(data.study, network) : data.study;
    const rival = study.brands.find(({ id }) => id === versus);
    const own = study.brands.find(({ id }) => id === brand);
    if (rival && own) {
      const { measures } = compareBrands(own, rival, data.rollups, data.accounts, periodStart(data), data.curves);
      const figure = measures.find((measure) => measure.kpi === kpi)?.a;
      return figure ? { keys: new Set(figure.evidence), label: t('figure_of_versus', t(`kpi_${kpi}`), own.name, rival.name) } : null;
    }
    const row = benchmark(study, data.rollups, data.accounts, data.now, data.curves).rows.find(({ brandId }) => brandId === brand);
    return row ? { keys: new Set(row.kpis[kpi].evidence), label: t('figure_of', t(`kpi_${kpi}`), row.name) } : null;
  }, [data, figureNamed(params), records]);
}

/** Single keys, while nobody is typing and no dialog is open. */
function useKeys(off: boolean, keys: Record<string, () => void>): void {
  useEffect(() => {
    if (off) return;
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, select, textarea');
      const action = keys[event.key];
      if (typing || !action || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
