/** One stroke of a bracket beside a row: where it begins, goes on or ends, and how far out it is drawn. */
export interface Stroke {
  part: 'start' | 'middle' | 'end';
  lane: number;
}

/**
 * Brackets around rows that cannot be told apart, as statisticians underline means: one for every longest run of neighbours of which all
 * are tied with each other. Runs may overlap, since being tied is not passed on; overlapping ones are drawn in lanes of their own.
 * Gives the strokes of each row.
 */
export function brackets<T>(rows: readonly T[], tied: (a: T, b: T) => boolean): Stroke[][] {
  const strokes: Stroke[][] = rows.map(() => []);
  const ends: number[] = [];
  let reached = 0;
  for (let from = 0; from < rows.length - 1; from++) {
    const to = runEnd(rows, from, tied);
    if (to === from || to <= reached) continue;
    reached = to;
    const free = ends.findIndex((end) => end < from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    for (let row = from; row <= to; row++) strokes[row]?.push({ part: row === from ? 'start' : row === to ? 'end' : 'middle', lane });
  }
  return strokes;
}

/** The last row of the run that begins at `from`. */
function runEnd<T>(rows: readonly T[], from: number, tied: (a: T, b: T) => boolean): number {
  let to = from;
  for (const [at, row] of rows.entries()) {
    if (at <= from) continue;
    if (!rows.slice(from, at).every((earlier) => tied(earlier, row))) break;
    to = at;
  }
  return to;
}
