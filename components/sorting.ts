/** A column and a direction. */
export interface Sort<K extends string = string> {
  by: K;
  down: boolean;
}

/** The sort after a click on a column: its other direction, or the column's own first direction. */
export function nextSort<K extends string>(sort: Sort<K>, by: K, downFirst: boolean): Sort<K> {
  return sort.by === by ? { by, down: !sort.down } : { by, down: downFirst };
}

/** Value of `aria-sort` of a column. */
export function ariaSort(sort: Sort, by: string): 'ascending' | 'descending' | 'none' {
  if (sort.by !== by) return 'none';
  return sort.down ? 'descending' : 'ascending';
}

/** Sorted copy. What is unknown comes last in both directions, since it is neither large nor small; equals keep their order. */
export function sorted<T>(rows: readonly T[], value: (row: T) => number | string | null, down: boolean): T[] {
  return rows
    .map((row) => ({ row, key: value(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      const order = typeof a.key === 'string' || typeof b.key === 'string' ? String(a.key).localeCompare(String(b.key)) : a.key - b.key;
      return down ? -order : order;
    })
    .map(({ row }) => row);
}
