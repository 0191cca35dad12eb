import type { Comparison } from '../benchmark/compare';
import type { Content } from '../benchmark/content';
import type { Figure } from '../benchmark/result';
import type { Brand, Study } from '../model/study';
import { KPI_NAMES } from './benchmark-csv';
import { type Cell, csv, type Flavour } from './csv';

const side = (name: string) => ['', '_low', '_high', '_n', '_reason'].map((end) => `${name}${end}`);
const COLUMNS = [
  ...['study', 'brand_a', 'brand_b', 'metric', 'unit'],
  ...side('a'),
  ...side('b'),
  ...['ratio', 'ratio_low', 'ratio_high', 'chance_a_greater', 'cliffs_delta', 'effect', 'p_holm', 'answer', 'posts_needed_each'],
  ...['networks', 'interactions_counted'],
];

/** A brand and what goes together with more engagement in its posts. */
interface Side {
  brand: Brand;
  content: Content;
}

/** `compare.csv`: one line per measure of two brands, with the test, and the ground that they are compared on; then the hashtags and best times of each. */
export function compareCsv({ ground, measures }: Comparison, a: Side, b: Side, study: Study, flavour: Flavour): string {
  const counted = ground.networks.map((network) => `${network}: ${(ground.counted[network] ?? []).join(' + ') || 'none'}`).join('; ');
  const head = [study.name, a.brand.name, b.brand.name];
  const lines = measures.map((measure): Cell[] => [
    ...[...head, ...KPI_NAMES[measure.kpi]],
    ...figureCells(measure.a),
    ...figureCells(measure.b),
    ...(measure.ratio ? [measure.ratio.value, measure.ratio.low, measure.ratio.high] : [null, null, null]),
    ...[measure.chance, measure.delta, measure.size, measure.p, measure.answer, measure.needed],
    ...[ground.networks.join(' '), counted],
  ]);
  const sided = contentLines(a.content, b.content).map((line) => [...head, ...line]);
  return csv(COLUMNS, [...lines, ...sided.map((line) => [...line, ...COLUMNS.slice(line.length).map(() => null)])], flavour);
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function contentLines(a: Content, b: Content): Cell[][] {
  const none: Cell[] = [null, null, null, null, null];
  const of = (name: string, unit: string, first: Cell[] | null, second: Cell[] | null) => [
    name,
    unit,
    ...(first ?? none),
    ...(second ?? none),
  ];
  const tagCells = (content: Content, tag: string) => {
    const lift = content.tags.find((each) => each.tag === tag);
    return lift ? figureCells(lift.times) : null;
  };
  const tags = [...new Set([...a.tags, ...b.tags].map(({ tag }) => tag))];
  const times = (content: Content) =>
    content.times.blocks.map(({ weekday, hour, value, low, high, n }) => {
      return { name: `best_time:${DAYS[weekday]}_${hour}-${hour + 6}h`, cells: [value, low, high, n, null] };
    });
  return [
    of('topic_variety', '0_to_1', figureCells(a.topicVariety), figureCells(b.topicVariety)),
    ...tags.map((tag) => of(`hashtag_lift:${tag}`, 'times', tagCells(a, tag), tagCells(b, tag))),
    ...times(a).map(({ name, cells }) => of(name, 'times', cells, null)),
    ...times(b).map(({ name, cells }) => of(name, 'times', null, cells)),
  ];
}

/** A figure as cells: value, bounds, n and why it is missing. */
export const figureCells = ({ value, low, high, n, reason }: Figure): Cell[] => [value, low, high, n, reason];
