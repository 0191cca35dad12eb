import type { ComponentChildren } from 'preact';
import { t } from '../lib/i18n';
import { Icon } from './Icon';

interface Props {
  kind: 'sample' | 'failed' | 'stale' | 'partial' | 'done';
  children: ComponentChildren;
  action?: { label: string; run: () => void } | undefined;
  /** Takes the line away for good. */
  onDismiss?: () => void;
}

/** A line above a view that says what state its figures are in. */
export function Notice({ kind, children, action, onDismiss }: Props) {
  return (
    <div class={`notice notice-${kind}`} role={kind === 'failed' ? 'alert' : 'note'}>
      <span class="notice-words">{children}</span>
      {action && (
        <button type="button" class="quiet" onClick={action.run}>
          {action.label}
        </button>
      )}
      {onDismiss && (
        <button type="button" class="icon-button" onClick={onDismiss}>
          <Icon name="close" label={t('dismiss')} />
        </button>
      )}
    </div>
  );
}
