import type { ComponentChildren } from 'preact';
import { t } from '../lib/i18n';
import { MonthsSelect } from './MonthsSelect';

/** Months that captures can be kept for; null is for ever. */
export const RETENTIONS = [6, 12, 24, 36, null] as const;
/** The same for pictures: they show more than figures do. */
export const PICTURE_RETENTIONS = [3, 6, 12, 24, null] as const;

interface Props {
  /** What it is about, why, the question, and since when they are kept (null where all are). */
  words: { title: string; why: string; keep: string; from: string | null };
  options: readonly (number | null)[];
  /** Undefined until it is known. */
  months: number | null | undefined;
  onMonths: (months: number | null) => void;
  /** What else there is to say and set. */
  children?: ComponentChildren;
}

/** How long captures, or pictures, are kept. */
export function RetentionChoice({ words, options, months, onMonths, children }: Props) {
  return (
    <section class="store-part">
      <h2>{words.title}</h2>
      <p>{words.why}</p>
      <MonthsSelect label={words.keep} options={options} months={months} onMonths={onMonths} />
      {months !== undefined && <p class="muted">{words.from ?? t('retention_all')}</p>}
      {children}
    </section>
  );
}
