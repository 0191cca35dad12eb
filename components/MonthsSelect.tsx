import { t } from '../lib/i18n';

interface Props {
  label: string;
  options: readonly (number | null)[];
  /** Undefined until it is known. */
  months: number | null | undefined;
  onMonths: (months: number | null) => void;
}

/** A choice of months, or for ever. It shows what is set: a choice that is asked about first stands only once it is confirmed. */
export function MonthsSelect({ label, options, months, onMonths }: Props) {
  // What a file brought may be a time that is not offered here.
  const all = months === undefined || options.includes(months) ? options : [months, ...options];
  return (
    <label class="inline">
      <span>{label}</span>
      <select
        value={String(months ?? null)}
        disabled={months === undefined}
        onChange={(event) => {
          const chosen = all.find((option) => String(option) === event.currentTarget.value);
          event.currentTarget.value = String(months ?? null);
          if (chosen !== undefined && chosen !== months) onMonths(chosen);
        }}
      >
        {all.map((option) => (
          <option key={String(option)} value={String(option)}>
            {monthsWords(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A time in words. */
export const monthsWords = (months: number | null): string => (months === null ? t('retention_ever') : t('retention_months', months));
