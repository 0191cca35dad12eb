import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../lib/i18n';
import { Icon } from './Icon';

/** A modal dialog: focus stays inside, `Esc` closes it, and focus returns to where it came from. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-label={title} onClose={onClose}>
      <header class="dialog-head">
        <h2>{title}</h2>
        <button type="button" class="icon-button" onClick={() => dialog.current?.close()}>
          <Icon name="close" label={t('close')} />
        </button>
      </header>
      <div class="dialog-body">{children}</div>
    </dialog>
  );
}
