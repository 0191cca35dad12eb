import { EmptyState } from '../../components/EmptyState';
import { Tabs } from '../../components/Tabs';
import { t } from '../../lib/i18n';
import type { Study } from '../../lib/model/study';
import { CalendarView } from './CalendarView';
import { ChangesView } from './ChangesView';
import { FormatsView } from './FormatsView';
import { MapView } from './MapView';
import { href, route } from './route';
import { TopicsView } from './TopicsView';
import type { StudyData } from './workspace-data';

const TABS = ['map', 'formats', 'calendar', 'topics', 'changes'] as const;

/** The field that the brands play on, one question a tab. */
export function LandscapeView({ data, studies }: { data: StudyData; studies: Study[] }) {
  const { params } = route.value;
  const tab = TABS.find((name) => name === params.get('tab')) ?? 'map';
  return (
    <>
      <Tabs
        label={t('view_landscape')}
        tabs={TABS}
        current={tab}
        name={(name) => t(`landscape_${name}`)}
        href={(name) => href('landscape', { tab: name })}
      />
      <p class="lead">{t(`landscape_${tab}_words`)}</p>
      {data.study.brands.length === 0 ? (
        <EmptyState title={t('empty_landscape')} why={t('empty_landscape_why')} steps={[t('empty_landscape_step')]} />
      ) : (
        <>
          {tab === 'map' && <MapView data={data} />}
          {tab === 'formats' && <FormatsView data={data} />}
          {tab === 'calendar' && <CalendarView data={data} />}
          {tab === 'topics' && <TopicsView data={data} studies={studies} />}
          {tab === 'changes' && <ChangesView data={data} />}
        </>
      )}
    </>
  );
}
