import { formatDay, t } from '../lib/i18n';

/** Months that captures can be kept for; null is for ever. */
export const RETENTIONS = [6, 12, 24, 36, null] as const;
export type Retention = (typeof RETENTIONS)[number];

interface Props {
  /** Undefined until it is known. */
  months: Retention | undefined;
  /** From when on captures are kept; null where all are. */
  from: number | null;
  onMonths: (months: Retention) => void;
}

/** How long captures are kept. */
export function RetentionChoice({ months, from, onMonths }: Props) {
  return (
    <section class="store-part">
      <h2>{t('retention')}</h2>
      <p>{t('retention_words')}</p>
      <label class="inline">
        <span>{t('retention_keep')}</span>
        <select
          value={String(months ?? null)}
          disabled={months === undefined}
          onChange={(event) => {
            const chosen = RETENTIONS.find((option) => String(option) === event.currentTarget.value);
            if (chosen !== undefined) onMonths(chosen);
          }}
        >
          {RETENTIONS.map((option) => (
            <option key={String(option)} value={String(option)}>
              {option === null ? t('retention_ever') : t('retention_months', option)}
            </option>
          ))}
        </select>
      </label>
      {months !== undefined && <p class="muted">{from === null ? t('retention_all') : t('retention_from', formatDay(from))}</p>}
    </section>
  );
}
