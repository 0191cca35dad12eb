import { formatCompact, formatCount, t } from '../lib/i18n';
import type { Reading } from '../lib/model/reading';

/** A reading in plain text: what a cell shows and what is copied. A metric that a page does not print has no reading. */
export function readingText(reading: Reading | undefined | null): string {
  if (!reading || reading.as === 'absent') return t('reading_absent');
  if (reading.as === 'hidden') return t('reading_hidden');
  if (reading.value === null) return t('reading_unread');
  return reading.as === 'exact' ? formatCount(reading.value) : `${t('about')} ${formatCompact(reading.value)}`;
}

/** What the sign of a reading means, in words; bounds for a rounded one. */
export function readingWords(reading: Reading | undefined | null): string {
  if (!reading || reading.as === 'absent') return t('reading_absent_words');
  if (reading.as === 'hidden') return t('reading_hidden_words');
  if (reading.value === null || reading.low === null || reading.high === null) return t('reading_unread_words');
  if (reading.as === 'exact') return t('reading_exact_words');
  return t('reading_rounded_words', formatCount(reading.low), formatCount(reading.high));
}

/** A metric as seen once: exact is plain, rounded wears ≈, and what is unknown says why instead of 0. */
export function ReadingText({ reading }: { reading: Reading | undefined | null }) {
  const plain = reading?.as === 'exact';
  return (
    <span class={`reading reading-${reading?.as ?? 'absent'}`} title={plain ? undefined : readingWords(reading)}>
      {readingText(reading)}
      {!plain && <span class="sr-only"> ({readingWords(reading)})</span>}
    </span>
  );
}
