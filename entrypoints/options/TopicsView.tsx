import { useMemo } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { Notice } from '../../components/Notice';
import { Pager } from '../../components/Pager';
import { pageOf } from '../../components/post-rows';
import { Select } from '../../components/Selects';
import { TopicTable } from '../../components/TopicTable';
import { TOPIC_KINDS } from '../../lib/benchmark/post-topics';
import { COVERS, type Topic, topicMap } from '../../lib/benchmark/topics';
import { topicsCsv } from '../../lib/exports/topics-csv';
import { formatCount, formatList, plural, t } from '../../lib/i18n';
import type { Study } from '../../lib/model/study';
import { postRecords, rollupsOf } from '../../lib/store/queries';
import { saveCsv } from './exports';
import { adjust, go, route } from './route';
import { Toolbar } from './Toolbar';
import { useLive } from './useLive';
import { accountsIn, periodStart, type StudyData } from './workspace-data';

/** What is spoken of, by whom, and with what success. */
export function TopicsView({ data, studies }: { data: StudyData; studies: Study[] }) {
  const { params } = route.value;
  const { study, now } = data;
  const elsewhere = useMemo(() => accountsElsewhere(study, studies), [study, studies]);
  const found = useLive(`topics ${study.id} ${now} ${elsewhere.join(' ')}`, async () => {
    const [records, rollups] = await Promise.all([postRecords([...accountsIn(study), ...elsewhere]), rollupsOf(elsewhere)]);
    return { records: new Map(records.map((record) => [record.postKey, record])), rollups };
  });
  const map = useMemo(() => {
    if (!found.value) return null;
    const { records, rollups } = found.value;
    return topicMap(study.brands, {
      rollups: [...data.rollups, ...rollups],
      records,
      elsewhere,
      from: periodStart(data),
      curves: data.curves,
    });
  }, [study, data, found.value, elsewhere]);
  if (!map) return <p class="muted">{t('working')}</p>;
  const cover = COVERS.find((each) => each === params.get('cover')) ?? null;
  const kind = TOPIC_KINDS.find((each) => each === params.get('kind')) ?? null;
  const shown = map.topics.filter((topic) => (cover === null || topic.cover === cover) && (kind === null || topic.kind === kind));
  const page = pageOf(shown, Number(params.get('page') ?? 1));
  if (map.topics.length === 0) return <EmptyState title={t('empty_topics')} why={t('empty_topics_why')} steps={[t('empty_topics_step')]} />;
  const nameOf = (id: string) => study.brands.find((brand) => brand.id === id)?.name ?? id;
  const measured = map.topics.filter(({ demand }) => demand.low !== null);
  const max = Math.min(8, Math.max(2, ...shown.map(({ demand }) => demand.value ?? 0)) * 1.5);
  return (
    <>
      <p class="verdict">{leadWords(map.topics)}</p>
      <Toolbar
        file="topics"
        onDownload={(flavour) => saveCsv('topics', study, now, flavour, (named, written) => topicsCsv(map, named, written))}
      >
        <Select
          label={t('topic_cover')}
          options={['', ...COVERS]}
          value={cover ?? ''}
          name={(each) =>
            each ? t('option_count', t(coverKey(each)), map.topics.filter((topic) => topic.cover === each).length) : t('cover_all')
          }
          onChange={(each) => adjust({ cover: each, page: null })}
        />
        <Select
          label={t('kind')}
          options={['', ...TOPIC_KINDS]}
          value={kind ?? ''}
          name={(each) => (each ? t(`topic_${each}`) : t('all_kinds'))}
          onChange={(each) => adjust({ kind: each, page: null })}
        />
        <span class="muted">{plural('n_topics', shown.length)}</span>
      </Toolbar>
      {map.unheard.length > 0 && <Notice kind="partial">{t('topics_unheard', formatList(map.unheard.map(nameOf)))}</Notice>}
      {shown.length === 0 ? (
        <p>{t('topics_none_such')}</p>
      ) : (
        <TopicTable
          topics={page.rows}
          brands={study.brands}
          max={max}
          elsewhere={elsewhere.length > 0}
          onEvidence={({ topic }, brand) => go('posts', { behind: 'topics', topic, ...(brand === null ? {} : { brand }) })}
        />
      )}
      <Pager
        page={page.page}
        pages={page.pages}
        first={page.first}
        shown={page.rows.length}
        total={shown.length}
        onPage={(next) => adjust({ page: String(next) })}
      />
      <ul class="limits">
        <li>{t('topics_limit_seen', formatCount(map.n))}</li>
        <li>{t('topics_limit_words')}</li>
        {map.otherLanguages > 0 && <li>{plural('topics_limit_languages', map.otherLanguages)}</li>}
        <li>{t('topics_limit_chance', formatCount(measured.length))}</li>
        {map.leftOut > 0 && <li>{plural('topics_limit_most', map.leftOut)}</li>}
        {elsewhere.length === 0 && <li>{t('topics_limit_alone')}</li>}
      </ul>
    </>
  );
}

/** Topics that are named in the answer to the view's question. */
const MOST_NAMED = 3;

/** Which topics nobody covers, and which one brand alone; those whose demand is surely largest first. */
function leadWords(topics: Topic[]): string {
  const named = (cover: Topic['cover']) => {
    const all = topics.filter((topic) => topic.cover === cover).map(({ topic }) => t('quoted', topic));
    return formatList([...all.slice(0, MOST_NAMED), ...(all.length > MOST_NAMED ? [t('and_more', all.length - MOST_NAMED)] : [])]);
  };
  const [nobody, alone] = [named('nobody'), named('alone')];
  const said = [...(nobody ? [t('topics_lead_nobody', nobody)] : []), ...(alone ? [t('topics_lead_alone', alone)] : [])];
  return said.join(' ') || t('topics_lead_shared');
}

const coverKey = (cover: (typeof COVERS)[number]) => `cover_${cover.replace('-', '_')}` as 'cover_nobody';

/** Accounts of the user's other studies; invented ones are not mixed with captured ones. */
const accountsElsewhere = (study: Study, studies: Study[]): string[] => {
  const own = new Set(accountsIn(study));
  return [...new Set(studies.filter(({ sample }) => sample === study.sample).flatMap(accountsIn))].filter((key) => !own.has(key));
};
