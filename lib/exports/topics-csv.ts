import type { ProfileChange } from '../benchmark/changes';
import type { TopicMap } from '../benchmark/topics';
import type { Brand, Study } from '../model/study';
import { figureCells } from './compare-csv';
import { type Cell, csv, type Flavour, isoTime } from './csv';

const TOPIC_COLUMNS = [
  ...['study', 'topic', 'kind', 'other_wordings', 'posts', 'cover', 'only_brand'],
  ...['x_factor', 'x_factor_low', 'x_factor_high', 'x_factor_n', 'reason', 'posts_other_studies'],
];

/** `topics.csv`: one line per topic; who speaks of it stands in one column per brand. */
export function topicsCsv({ topics }: Pick<TopicMap, 'topics'>, study: Study, flavour: Flavour): string {
  const nameOf = new Map(study.brands.map(({ id, name }) => [id, name]));
  const lines = topics.map(({ topic, kind, also, n, cover, alone, demand, elsewhere, brands }): Cell[] => [
    ...[study.name, topic, kind, also.join(', ') || null, n, cover, alone === null ? null : (nameOf.get(alone) ?? null)],
    ...[...figureCells(demand), elsewhere.length],
    ...study.brands.map(({ id }) => brands.find(({ brandId }) => brandId === id)?.evidence.length ?? 0),
  ]);
  return csv([...TOPIC_COLUMNS, ...study.brands.map(({ name }) => `posts: ${name}`)], lines, flavour);
}

const CHANGE_COLUMNS = [
  ...['study', 'brand', 'account', 'fact', 'unchanged_at', 'changed_by', 'before', 'now', 'difference_low', 'difference_high'],
  ...['unusual', 'read_by_other_version', 'page'],
];
const yes = (value: boolean | null): Cell => (value === null ? null : value ? 'yes' : 'no');
const factCell = (value: string | boolean): Cell => (typeof value === 'boolean' ? yes(value) : value);

/** `changes.csv`: one line per change of a profile, newest first; when it changed lies between two captures. */
export function changesCsv(
  changes: readonly ProfileChange[],
  brandOf: (accountKey: string) => Brand | undefined,
  study: Study,
  flavour: Flavour,
): string {
  const lines = changes.map((change): Cell[] => [
    ...[study.name, brandOf(change.accountKey)?.name ?? null, change.accountKey, change.kind, isoTime(change.after), isoTime(change.by)],
    ...(change.kind === 'followers'
      ? [change.before.value, change.now.value, change.low, change.high, yes(change.unusual), null]
      : [factCell(change.before), factCell(change.now), null, null, null, yes(change.otherReader)]),
    change.url,
  ]);
  return csv(CHANGE_COLUMNS, lines, flavour);
}
