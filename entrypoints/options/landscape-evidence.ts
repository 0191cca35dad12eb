import { calendarOf } from '../../lib/benchmark/calendar';
import { formatGrid } from '../../lib/benchmark/format-grid';
import { postsByAccount } from '../../lib/benchmark/selection';
import { topicMap } from '../../lib/benchmark/topics';
import { formatDays, formatWeekday, t } from '../../lib/i18n';
import type { PostRecord } from '../../lib/model/records';
import { timeZone } from './time-zone';
import { accountsOn, periodStart, type StudyData } from './workspace-data';

/** The posts behind a figure, and what to call it. */
export interface Behind {
  keys: Set<string>;
  label: string;
}

/** Parameters that say which figure's posts are listed, beside the brand and network that are filters too. */
export const BEHIND_PARAMS = ['kpi', 'on', 'versus', 'behind', 'week', 'weekday', 'hour', 'topic', 'audit', 'run'] as const;

/** All that the address says of a figure, as one word: what else it says (a search, a page) changes none of its posts. */
export const figureNamed = (params: URLSearchParams): string =>
  [...BEHIND_PARAMS, 'brand', 'network', 'format'].map((name) => params.get(name) ?? '').join(' ');

/** The posts behind a figure of the landscape that the address names, worked out again; null where it names none. */
export function landscapeEvidence(data: StudyData, params: URLSearchParams, records: ReadonlyMap<string, PostRecord>): Behind | null {
  const behind = params.get('behind');
  if (behind === 'formats') return formatEvidence(data, params);
  if (behind === 'calendar') return calendarEvidence(data, params);
  return behind === 'topics' ? topicEvidence(data, params, records) : null;
}

function formatEvidence(data: StudyData, params: URLSearchParams): Behind | null {
  const { study, rollups, accounts, curves } = data;
  const brand = study.brands.find(({ id }) => id === params.get('brand'));
  const { cells } = formatGrid(brand ? [brand] : study.brands, rollups, accounts, periodStart(data), 'erFollowers', curves);
  const cell = cells.find(({ format, network }) => format === params.get('format') && network === params.get('network'));
  return cell ? { keys: new Set(cell.evidence), label: t('landscape_formats') } : null;
}

function calendarEvidence(data: StudyData, params: URLSearchParams): Behind | null {
  const brand = data.study.brands.find(({ id }) => id === params.get('brand'));
  if (!brand) return null;
  const posts = postsByAccount(data.rollups);
  const accounts = accountsOn(brand, params.get('on')).map((key) => posts.get(key) ?? []);
  const { weeks, weekdays } = calendarOf(accounts, periodStart(data), data.now, timeZone());
  const week = weeks.find(({ start }) => String(start) === params.get('week'));
  if (week) return { keys: new Set(week.evidence), label: formatDays(week.start, week.end - 1) };
  const [weekday, hour] = [Number(params.get('weekday') ?? -1), Number(params.get('hour') ?? -1)];
  const cell = weekdays[weekday]?.hours[hour];
  return cell ? { keys: new Set(cell.evidence), label: t('hour_of', formatWeekday(weekday), hour, hour + 1) } : null;
}

function topicEvidence(data: StudyData, params: URLSearchParams, records: ReadonlyMap<string, PostRecord>): Behind | null {
  const topic = params.get('topic');
  if (!topic) return null;
  const sources = { rollups: data.rollups, records, elsewhere: [], from: periodStart(data), curves: data.curves, only: topic };
  const [found] = topicMap(data.study.brands, sources).topics;
  const own = found?.brands.find(({ brandId }) => brandId === params.get('brand'));
  const keys = params.get('brand') === null ? found?.demand.evidence : own?.evidence;
  return { keys: new Set(keys), label: t('topic_of', topic) };
}
