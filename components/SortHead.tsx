import type { ComponentChildren } from 'preact';
import { ariaSort, nextSort, type Sort } from './sorting';

interface Props<K extends string> {
  by: K;
  sort: Sort<K>;
  onSort: (sort: Sort<K>) => void;
  /** Figures start with the largest, names with A. */
  downFirst?: boolean;
  unit?: string;
  numeric?: boolean;
  children: ComponentChildren;
}

/** A column's head that sorts by click, Enter or space. */
export function SortHead<K extends string>({ by, sort, onSort, downFirst = true, unit, numeric = true, children }: Props<K>) {
  const state = ariaSort(sort, by);
  return (
    <th scope="col" aria-sort={state} class={numeric ? 'numeric' : undefined}>
      <button type="button" class="sort" onClick={() => onSort(nextSort(sort, by, downFirst))}>
        <span class="sort-name">
          {children}
          <span class="sort-arrow" aria-hidden="true">
            {state === 'none' ? '' : state === 'descending' ? '↓' : '↑'}
          </span>
        </span>
        {unit && <span class="unit">{unit}</span>}
      </button>
    </th>
  );
}

/** A column's head that does not sort; set like those that do. */
export function PlainHead({ unit, children }: { unit?: string; children: ComponentChildren }) {
  return (
    <th scope="col">
      <span class="sort">
        <span class="sort-name">{children}</span>
        {unit && <span class="unit">{unit}</span>}
      </span>
    </th>
  );
}
