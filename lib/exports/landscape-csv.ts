import type { Calendar } from '../benchmark/calendar';
import type { FormatGrid, GridMeasure } from '../benchmark/format-grid';
import type { Positions } from '../benchmark/positions';
import type { Study } from '../model/study';
import { KPI_NAMES } from './benchmark-csv';
import { figureCells } from './compare-csv';
import { type Cell, csv, type Flavour, isoTime } from './csv';

const figureColumns = (name: string) => ['', '_low', '_high', '_n', '_reason'].map((end) => `${name}${end}`);

const MAP_COLUMNS = [
  ...['study', 'brand', 'role', 'x_metric', 'x_unit'],
  ...figureColumns('x'),
  ...['y_metric', 'y_unit'],
  ...figureColumns('y'),
];

/** `map.csv`: two figures of each brand, placed or not, and of the peers (role `peers`). */
export function mapCsv({ x, y, placed, unplaced, peers }: Positions, study: Study, flavour: Flavour): string {
  const rows = [...placed, ...unplaced].map(({ row }) => ({ name: row.name as string | null, role: row.role as string, kpis: row.kpis }));
  const lines = rows.map(({ name, role, kpis }): Cell[] => [
    ...[study.name, name, role, ...KPI_NAMES[x], ...figureCells(kpis[x])],
    ...[...KPI_NAMES[y], ...figureCells(kpis[y])],
  ]);
  const median: Cell[] = [study.name, null, 'peers', ...KPI_NAMES[x], ...figureCells(peers.x), ...KPI_NAMES[y], ...figureCells(peers.y)];
  return csv(MAP_COLUMNS, [...lines, median], flavour);
}

const FORMAT_COLUMNS = [
  ...['study', 'brand', 'network', 'format', 'posts', 'share_of_posts', 'share_low', 'share_high', 'metric', 'unit'],
  ...figureColumns('typical'),
];
const MEASURES: Record<GridMeasure, [string, string]> = { erFollowers: KPI_NAMES.erFollowers, x: ['x_factor', 'times_expected'] };

/** `formats.csv`: one line per network and format, of one brand or (empty) of all. */
export function formatsCsv(grid: FormatGrid, by: GridMeasure, brand: string | null, study: Study, flavour: Flavour): string {
  const lines = grid.cells.map(({ network, format, n, share, typical }): Cell[] => [
    ...[study.name, brand, network, format, n],
    ...(share ? [share.value, share.low, share.high] : [null, null, null]),
    ...MEASURES[by],
    ...(typical ? figureCells(typical) : [null, null, null, null, 'too-few-posts']),
  ]);
  return csv(FORMAT_COLUMNS, lines, flavour);
}

const CALENDAR_COLUMNS = [
  ...['study', 'brand', 'time_zone', 'kind', 'week_start', 'week_end', 'observed', 'posts_low', 'posts_high'],
  ...['weekday', 'hour', 'posts', 'share', 'share_low', 'share_high'],
];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const OBSERVED = { whole: 'yes', part: 'in_part', none: 'no' };

/** `calendar.csv`: one line per week, weekday and hour. A week that was not seen whole has no upper bound, and never a zero. */
export function calendarCsv({ weeks, weekdays, zone }: Calendar, brand: string, study: Study, flavour: Flavour): string {
  const head = [study.name, brand, zone];
  const weekLines = weeks.map(({ start, end, observed, low, high }): Cell[] => {
    const least = observed === 'whole' || low > 0 ? low : null;
    return [...head, 'week', isoTime(start), isoTime(end), OBSERVED[observed], least, high, null, null, null, null, null, null];
  });
  const dayLines = weekdays.flatMap(({ weekday, n, share, hours }): Cell[][] => {
    const day: Cell[] = [null, null, null, null, null, DAYS[weekday] ?? null];
    const part = share ? [share.value, share.low, share.high] : [null, null, null];
    return [
      [...head, 'weekday', ...day, null, n, ...part],
      ...hours.map((cell, hour): Cell[] => [...head, 'hour', ...day, hour, cell.n, null, null, null]),
    ];
  });
  return csv(CALENDAR_COLUMNS, [...weekLines, ...dayLines], flavour);
}
