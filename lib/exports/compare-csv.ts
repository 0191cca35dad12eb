import type { Comparison } from '../benchmark/compare';
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

/** `compare.csv`: one line per measure of two brands, with the test, and the ground that they are compared on. */
export function compareCsv({ ground, measures }: Comparison, a: Brand, b: Brand, study: Study, flavour: Flavour): string {
  const counted = ground.networks.map((network) => `${network}: ${(ground.counted[network] ?? []).join(' + ') || 'none'}`).join('; ');
  const lines = measures.map((measure): Cell[] => [
    ...[study.name, a.name, b.name, ...KPI_NAMES[measure.kpi]],
    ...figureCells(measure.a),
    ...figureCells(measure.b),
    ...(measure.ratio ? [measure.ratio.value, measure.ratio.low, measure.ratio.high] : [null, null, null]),
    ...[measure.chance, measure.delta, measure.size, measure.p, measure.answer, measure.needed],
    ...[ground.networks.join(' '), counted],
  ]);
  return csv(COLUMNS, lines, flavour);
}

const figureCells = ({ value, low, high, n, reason }: Figure): Cell[] => [value, low, high, n, reason];
