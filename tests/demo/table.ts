import Papa from 'papaparse';

export type Row = Record<string, string>;

/** Rows of a CSV file of ours, with numbers written the English way whatever the file's flavour. */
export function parseCsv(text: string): Row[] {
  const { data } = Papa.parse<Row>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true });
  return data.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, /^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell])),
  );
}

/** One brand of the study with the figures of `benchmark.csv` by name. */
export interface BenchmarkLine {
  brand: string;
  role: string;
  figures: Record<string, { value: number | null; low: number | null; high: number | null; n: number; reason: string | null }>;
}

const numberOf = (cell: string | undefined) => (cell ? Number(cell) : null);

/** The benchmark, one entry a brand (the peers' medians last, under the role `peers`). */
export function benchmarkLines(rows: Row[]): BenchmarkLine[] {
  const lines = new Map<string, BenchmarkLine>();
  for (const row of rows) {
    const key = `${row.role}:${row.brand}`;
    const line = lines.get(key) ?? { brand: row.brand || 'peers', role: row.role ?? '', figures: {} };
    line.figures[row.metric ?? ''] = {
      value: numberOf(row.value),
      low: numberOf(row.low),
      high: numberOf(row.high),
      n: Number(row.n || 0),
      reason: row.reason || null,
    };
    lines.set(key, line);
  }
  return [...lines.values()];
}

const COLUMNS: [title: string, metric: string, percent: boolean, digits: number][] = [
  ['followers', 'followers', false, 0],
  ['posts/week', 'posts_per_week', false, 1],
  ['ER by followers', 'er_followers', true, 2],
  ['ER by views', 'er_views', true, 2],
  ['comments/1,000', 'comments_per_1000_followers', false, 2],
  ['shares/1,000', 'shares_per_1000_followers', false, 2],
];

function figure(line: BenchmarkLine, metric: string, percent: boolean, digits: number): string {
  const found = line.figures[metric];
  if (!found) return '';
  if (found.value === null) return found.reason ?? '—';
  const shown = (n: number) =>
    new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(percent ? n * 100 : n);
  const interval =
    found.low !== null && found.high !== null && found.low !== found.high ? ` [${shown(found.low)}–${shown(found.high)}]` : '';
  return `${shown(found.value)}${percent ? ' %' : ''}${interval}${found.n > 0 && percent ? ` n=${found.n}` : ''}`;
}

/** The benchmark as a table for a terminal. */
export function benchmarkTable(lines: BenchmarkLine[]): string {
  const head = ['brand', 'role', ...COLUMNS.map(([title]) => title)];
  const body = lines.map((line) => [line.brand, line.role, ...COLUMNS.map(([, ...how]) => figure(line, ...how))]);
  return table([head, ...body]);
}

/** Columns padded to their widest cell, with a rule under the head. */
export function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const written = rows.map((row) => row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '));
  return [written[0], widths.map((width) => '─'.repeat(width)).join('──'), ...written.slice(1)].join('\n');
}
