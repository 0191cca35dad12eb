import { signal } from '@preact/signals';
import type { ToastMessage } from '../../components/Toast';
import { t } from '../../lib/i18n';

/** How long something can be taken back. */
const UNDO_MS = 10_000;
const SAID_MS = 5_000;

export const toast = signal<ToastMessage | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;
let finish: (() => void) | undefined;

/** Says what was done; with `onUndo` there are ten seconds to take it back, after which `onDone` is called. */
export function say(text: string, undo?: { onUndo: () => void; onDone?: () => void }): void {
  dismiss();
  finish = undo?.onDone;
  const message: ToastMessage = { text };
  if (undo) {
    message.onUndo = () => {
      finish = undefined;
      dismiss();
      undo.onUndo();
    };
  }
  toast.value = message;
  timer = setTimeout(dismiss, undo ? UNDO_MS : SAID_MS);
}

/** Closes the message; what waited for its end happens now. */
export function dismiss(): void {
  clearTimeout(timer);
  const done = finish;
  finish = undefined;
  toast.value = null;
  done?.();
}

/** Runs a change and says so when it fails: nothing is lost silently. */
export function attempt(change: Promise<unknown>): void {
  change.catch((error: unknown) => {
    console.error(error);
    say(t('not_done', error instanceof Error ? error.message : String(error)));
  });
}
