import type { Norm } from '../lib/benchmark/norms';
import type { Benchmark, BrandRow, KpiId } from '../lib/benchmark/result';
import type { Standing } from '../lib/benchmark/standing';
import { formatAgo, plural, t } from '../lib/i18n';
import type { Industry } from '../lib/model/norm';
import { brackets, type Stroke } from './brackets';
import { FigureCell } from './FigureCell';
import { FormatMix } from './FormatMix';
import { basisOf } from './kpis';
import { NormRow } from './NormRow';
import { ROLE_ORDER, RoleMark } from './RoleMark';
import { PlainHead, SortHead } from './SortHead';
import { type Sort, sorted } from './sorting';
import { TableScroll } from './TableScroll';

export type BenchmarkSort = Sort<KpiId | 'name' | 'role'>;

interface Props {
  benchmark: Benchmark;
  /** The rows to show; the peers' line stays that of the whole study. */
  rows: BrandRow[];
  columns: KpiId[];
  /** Where each brand stands against its peers, by brand and figure. */
  standing: (brandId: string, kpi: KpiId) => Standing;
  sort: BenchmarkSort;
  onSort: (sort: BenchmarkSort) => void;
  onEvidence: (row: BrandRow, kpi: KpiId) => void;
  /** The norms of an industry, where one network is looked at. */
  norms?: { industry: Industry; of: (kpi: KpiId) => Norm | null } | null;
}

/** Figures that are set against the peers in words; the others would say it twice. */
const COMPARED: ReadonlySet<KpiId> = new Set<KpiId>(['erFollowers', 'erViews']);

/** Rows in the order that a column asks for. */
export function sortBrands(rows: BrandRow[], sort: BenchmarkSort): BrandRow[] {
  const { by, down } = sort;
  if (by === 'name') return sorted(rows, (row) => row.name, down);
  if (by === 'role') return sorted(rows, (row) => ROLE_ORDER.indexOf(row.role), down);
  return sorted(rows, (row) => row.kpis[by].value, down);
}

/** Right end of a column's interval bars: the largest upper bound of its brands. */
export function columnMax(rows: BrandRow[], kpi: KpiId): number {
  return Math.max(0, ...rows.map((row) => row.kpis[kpi].high ?? row.kpis[kpi].value ?? 0));
}

/** The brackets of the column that the table is sorted by. */
function strokesOf(list: BrandRow[], { ranks }: Benchmark, { by }: BenchmarkSort): Stroke[][] {
  if (by === 'name' || by === 'role') return [];
  return brackets(list, (a, b) => ranks[by][a.brandId]?.tied.includes(b.brandId) ?? false);
}

const namesTied = ({ ranks }: Benchmark, kpi: KpiId, { brandId }: BrandRow, nameOf: Map<string, string>): string[] =>
  (ranks[kpi][brandId]?.tied ?? []).map((id) => nameOf.get(id) ?? id);

/** Brands × figures, with the peers' medians in the last line. */
export function BenchmarkTable({ benchmark, rows, columns, standing, sort, onSort, onEvidence, norms = null }: Props) {
  const list = sortBrands(rows, sort);
  const strokes = strokesOf(list, benchmark, sort);
  const nameOf = new Map(benchmark.rows.map((row) => [row.brandId, row.name]));
  return (
    <TableScroll label={t('benchmark_table')}>
      <table class="benchmark">
        <thead>
          <tr>
            <SortHead by="name" sort={sort} onSort={onSort} downFirst={false} numeric={false}>
              {t('brand')}
            </SortHead>
            {columns.map((kpi) => (
              <SortHead key={kpi} by={kpi} sort={sort} onSort={onSort} unit={t(`kpi_${kpi}_unit`)}>
                {t(`kpi_${kpi}`)}
              </SortHead>
            ))}
            <PlainHead unit={t('format_mix_unit')}>{t('format_mix')}</PlainHead>
          </tr>
        </thead>
        <tbody>
          {list.map((row, place) => (
            <tr key={row.brandId} class={row.role === 'own' ? 'own' : undefined}>
              <th scope="row">
                <BrandHead row={row} now={benchmark.computedAt} />
              </th>
              {columns.map((kpi) => (
                <td key={kpi} class="numeric">
                  <FigureCell
                    kpi={kpi}
                    figure={row.kpis[kpi]}
                    name={row.name}
                    max={columnMax(rows, kpi)}
                    {...basisOf(kpi, row.kpis[kpi])}
                    tied={sort.by === kpi ? { names: namesTied(benchmark, kpi, row, nameOf), strokes: strokes[place] ?? [] } : null}
                    standing={COMPARED.has(kpi) ? standing(row.brandId, kpi) : null}
                    onEvidence={() => onEvidence(row, kpi)}
                  />
                </td>
              ))}
              <td>
                <FormatMix mix={row.formatMix} name={row.name} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <span class="brand-name">{t('peers')}</span>
              <span class="brand-notes">{t('peers_words')}</span>
            </th>
            {columns.map((kpi) => (
              <td key={kpi} class="numeric">
                <PeersFigure benchmark={benchmark} kpi={kpi} />
              </td>
            ))}
            <td />
          </tr>
          {norms && <NormRow industry={norms.industry} columns={columns} rows={rows} norm={norms.of} />}
        </tfoot>
      </table>
    </TableScroll>
  );
}

function PeersFigure({ benchmark, kpi }: { benchmark: Benchmark; kpi: KpiId }) {
  const figure = benchmark.peers[kpi];
  if (figure.value === null) return <span class="muted">{t('no_peers')}</span>;
  return <FigureCell kpi={kpi} figure={{ ...figure, reason: null, evidence: [] }} name={t('peers')} basis={plural('peers_n', figure.n)} />;
}

/** Why posts are left out of typical values, in the order that it is said. */
const LEFT_OUT = [
  ...(['pinned', 'reposts', 'promoted', 'replies', 'paid', 'collaborations'] as const),
  ...(['tooYoung', 'suspected', 'outOfPeriod'] as const),
];

/** Name, role, how old its capture is, and what was counted in and left out. */
function BrandHead({ row, now }: { row: BrandRow; now: number }) {
  const out: string[] = [];
  let left = 0;
  for (const kind of LEFT_OUT) {
    left += row.posts[kind];
    if (row.posts[kind] > 0) out.push(plural(`left_out_${kind}`, row.posts[kind]));
  }
  return (
    <div class="brand-head">
      <RoleMark role={row.role} />
      <span class="brand-name">{row.name}</span>
      <span class="brand-notes">{t(`role_${row.role}`)}</span>
      <span class="brand-notes" title={out.length > 0 ? t('left_out', out.join(', ')) : undefined}>
        {plural('n_posts', row.posts.used)}
        {left > 0 && `, ${t('left_out_short', left)}`}
        {out.length > 0 && <span class="sr-only"> {t('left_out', out.join(', '))}</span>}
      </span>
      <span class="brand-notes">{row.capturedAt === null ? t('never_captured') : t('captured_ago', formatAgo(row.capturedAt, now))}</span>
    </div>
  );
}
