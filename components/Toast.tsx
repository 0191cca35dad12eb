import { t } from '../lib/i18n';

/** What was just done; `onUndo` while it can be taken back. */
export interface ToastMessage {
  text: string;
  onUndo?: (() => void) | undefined;
}

/** Says what was done, at the bottom of the page, with the way back. */
export function Toast({ message, onClose }: { message: ToastMessage | null; onClose: () => void }) {
  return (
    <div class="toast-place" role="status" aria-live="polite">
      {message && (
        <div class="toast">
          <span>{message.text}</span>
          {message.onUndo && (
            <button type="button" onClick={message.onUndo}>
              {t('undo')}
            </button>
          )}
          <button type="button" class="quiet" onClick={onClose}>
            {t('close')}
          </button>
        </div>
      )}
    </div>
  );
}
