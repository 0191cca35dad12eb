import { useMemo } from 'preact/hooks';
import { EmptyState } from '../../components/EmptyState';
import { HourTable } from '../../components/HourTable';
import { Notice } from '../../components/Notice';
import { BrandSelect } from '../../components/Selects';
import { WeekStrip } from '../../components/WeekStrip';
import { calendarOf } from '../../lib/benchmark/calendar';
import { postsByAccount } from '../../lib/benchmark/selection';
import { calendarCsv } from '../../lib/exports/landscape-csv';
import { formatCount, formatList, plural, t } from '../../lib/i18n';
import type { Brand } from '../../lib/model/study';
import type { NetworkId } from '../../lib/model/vocabulary';
import { saveCsv } from './exports';
import { accountName } from './networks';
import { adjust, go, route } from './route';
import { Toolbar } from './Toolbar';
import { timeZone } from './time-zone';
import { accountsOn, periodStart, type StudyData } from './workspace-data';

/** When one brand was seen to publish. */
export function CalendarView({ data }: { data: StudyData }) {
  const { params } = route.value;
  const { study, now } = data;
  const brand = brandIn(study.brands, params.get('brand'));
  const onNetwork = networksIn(brand);
  const network = onNetwork.find((id) => id === params.get('network')) ?? null;
  const accounts = accountsOn(brand, network);
  const calendar = useMemo(() => {
    const posts = postsByAccount(data.rollups);
    return calendarOf(
      accounts.map((key) => posts.get(key) ?? []),
      periodStart(data),
      now,
      timeZone(),
    );
  }, [data, brand, network]);
  if (!brand) return null;
  const seen = calendar.weeks.filter(({ observed }) => observed === 'whole').length;
  const behind = { behind: 'calendar', brand: brand.id, ...(network ? { on: network } : {}) };
  return (
    <>
      <Toolbar
        networks={onNetwork}
        network={network}
        file="calendar"
        onDownload={(flavour) =>
          saveCsv('calendar', study, now, flavour, (named, written) => calendarCsv(calendar, brand.name, named, written))
        }
      >
        <BrandSelect label={t('brand')} brands={study.brands} value={brand.id} onChange={(id) => adjust({ brand: id, network: null })} />
      </Toolbar>
      {calendar.n === 0 ? (
        <EmptyState title={t('empty_calendar')} why={t('empty_calendar_why', brand.name)} steps={[]} />
      ) : (
        <>
          <p class="verdict">
            {t('calendar_seen', brand.name, formatCount(seen), formatCount(calendar.weeks.length), plural('n_posts', calendar.n))}
          </p>
          {calendar.unseen.length > 0 && (
            <Notice kind="partial">
              {t('calendar_unseen', formatList(calendar.unseen.map((index) => accountName(accounts[index] ?? ''))))}
            </Notice>
          )}
          <h2>{t('calendar_weeks')}</h2>
          <WeekStrip weeks={calendar.weeks} onEvidence={({ start }) => go('posts', { ...behind, week: String(start) })} />
          <ul class="limits">
            <li>{t('calendar_hatched')}</li>
            {calendar.undated > 0 && <li>{plural('calendar_undated', calendar.undated)}</li>}
            {calendar.exact < calendar.n && <li>{t('calendar_vague')}</li>}
          </ul>
          <h2>{t('calendar_hours')}</h2>
          <p class="muted hint">{t('calendar_zone', calendar.zone, formatCount(calendar.exact), formatCount(calendar.n))}</p>
          {calendar.exact === 0 ? (
            <p>{t('calendar_no_hours')}</p>
          ) : (
            <HourTable
              weekdays={calendar.weekdays}
              onEvidence={(weekday, hour) => go('posts', { ...behind, weekday: String(weekday), hour: String(hour) })}
            />
          )}
          <p class="muted hint">{t('calendar_habit')}</p>
        </>
      )}
    </>
  );
}

/** The brand that the address names; without a name the first rival. */
function brandIn(brands: Brand[], id: string | null): Brand | undefined {
  return (
    brands.find((brand) => brand.id === id) ??
    brands.find(({ role }) => role === 'direct') ??
    brands.find(({ role }) => role !== 'own') ??
    brands[0]
  );
}

const networksIn = (brand: Brand | undefined): NetworkId[] =>
  [...new Set((brand?.accounts ?? []).map((key) => key.split(':')[0] as NetworkId))].sort();
