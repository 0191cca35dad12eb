import { t } from '../lib/i18n';
import { Dialog } from './Dialog';

const KEYS = [
  ['j', 'key_next'],
  ['k', 'key_previous'],
  ['Enter', 'key_open'],
  ['t', 'key_tag'],
  ['1–9', 'key_digits'],
  ['/', 'key_search'],
  ['Esc', 'key_close'],
  ['?', 'key_help'],
] as const;

/** The keys of the Posts view. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('keys')} onClose={onClose}>
      <dl class="facts">
        {KEYS.map(([key, words]) => [
          <dt key={key}>
            <kbd>{key}</kbd>
          </dt>,
          <dd key={words}>{t(words)}</dd>,
        ])}
      </dl>
    </Dialog>
  );
}
