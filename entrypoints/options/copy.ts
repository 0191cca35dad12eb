import { t } from '../../lib/i18n';
import { say } from './toast';

/** Copies a text and says so. */
export function copy(text: string): void {
  navigator.clipboard.writeText(text).then(
    () => say(t('copied')),
    () => say(t('copy_failed')),
  );
}
