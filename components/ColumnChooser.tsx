import { t } from '../lib/i18n';

interface Props<T extends string> {
  all: readonly T[];
  shown: readonly T[];
  name: (column: T) => string;
  onChange: (shown: T[]) => void;
}

/** Which columns a table has; the last one stays. */
export function ColumnChooser<T extends string>({ all, shown, name, onChange }: Props<T>) {
  return (
    <details class="columns">
      <summary>{t('columns')}</summary>
      <fieldset>
        <legend class="sr-only">{t('columns')}</legend>
        {all.map((column) => {
          const on = shown.includes(column);
          return (
            <label key={column}>
              <input
                type="checkbox"
                checked={on}
                disabled={on && shown.length === 1}
                onChange={() => onChange(all.filter((other) => (other === column ? !on : shown.includes(other))))}
              />
              {name(column)}
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}
